package dev.lockstep.schema;

import java.util.Locale;

/** The kinds of things that a schema holds beside tables. */
public enum ObjectKind {
  EXTENSION,
  ENUM,
  SEQUENCE,
  VIEW,
  MATERIALIZED_VIEW,
  SQL_OBJECT;

  /** For messages: {@code materialized view}. */
  public String word() {
    return this == SQL_OBJECT ? "SQL object" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public boolean isView() {
    return this == VIEW || this == MATERIALIZED_VIEW;
  }

  /** Whether its name is taken among those of tables and indexes. */
  public boolean isRelation() {
    return this == SEQUENCE || isView();
  }
}
