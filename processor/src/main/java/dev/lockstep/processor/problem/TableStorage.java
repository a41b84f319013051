package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.TableOptions;

/**
 * Which of the options of a table changed, if one alone did.
 *
 * @param to the options that it gets
 */
record TableStorage(Kind kind, TableOptions to) {
  /** What changes. */
  enum Kind {
    LOGGING,
    TABLESPACE,
    PARAMETERS,
    SEVERAL
  }

  static TableStorage of(Change.TableOptionsChanged change) {
    return new TableStorage(kind(change.from(), change.to()), change.to());
  }

  private static Kind kind(TableOptions from, TableOptions to) {
    if (from.withUnlogged(to.unlogged()).equals(to)) {
      return Kind.LOGGING;
    }
    if (from.tablespace(to.tablespace()).equals(to)) {
      return Kind.TABLESPACE;
    }
    return from.withParameters(to.with()).equals(to) ? Kind.PARAMETERS : Kind.SEVERAL;
  }

  String suggestion(QualifiedName table) {
    return switch (kind) {
      case LOGGING -> "Make table " + table + (to.unlogged() ? " unlogged" : " logged");
      case TABLESPACE ->
        to.tablespace().isEmpty()
            ? "Move table " + table + " to the tablespace of its database"
            : "Move table " + table + " to tablespace " + to.tablespace();
      case PARAMETERS -> "Change storage parameters of table " + table;
      case SEVERAL -> "Change storage of table " + table;
    };
  }

  /** {@code table "event" is unlogged now}. */
  String statement(QualifiedName table) {
    String what = Wording.table(table);
    return switch (kind) {
      case LOGGING -> what + " is " + (to.unlogged() ? "unlogged" : "logged") + " now";
      case TABLESPACE -> what + " is in " + tablespace() + " now";
      case PARAMETERS -> "the storage parameters of " + what + " changed";
      case SEVERAL -> "the storage of " + what + " changed";
    };
  }

  String tablespace() {
    return to.tablespace().isEmpty()
        ? "the tablespace of its database"
        : "tablespace " + Wording.quoted(to.tablespace());
  }
}
