package dev.lockstep.postgres;

import dev.lockstep.schema.QualifiedName;

/**
 * What watches over a table or a view: a trigger, a policy, a rule, or its row level security.
 *
 * @param kind as SQL has it, in lower case
 * @param name raw name; empty for row level security
 * @param definition the SQL that makes it, with the bare name of the table
 */
record Guard(String kind, QualifiedName table, String name, String definition) {
  static final String ROW_SECURITY = "row level security";

  /** How a definition ends whose trigger or rule is not switched on as a new one is. */
  static final String DISABLED = ", disabled";

  static final String ALWAYS = ", enabled always";
  static final String REPLICA = ", enabled for replicas";

  boolean isRowSecurity() {
    return kind.equals(ROW_SECURITY);
  }

  /** {@code trigger "audit" on "user"}; also how it is told from others. */
  String thing() {
    return kind + (name.isEmpty() ? "" : " \"" + name + "\"") + " on \"" + table + "\"";
  }
}
