package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;

/**
 * Names that are in use: one for each relation, one for each type; tables and views are both
 * (PostgreSQL manual, pg_class and pg_type).
 */
final class TakenNames {
  private final Map<QualifiedName, String> relations = new HashMap<>();
  private final Map<QualifiedName, String> types = new HashMap<>();

  /** Takes the name of a table, partition or view. */
  void table(QualifiedName name, String what, int line) {
    relation(name, what, line);
    type(name, what, line);
  }

  /** Takes the name of an index or sequence. */
  void relation(QualifiedName name, String what, int line) {
    take(relations, name, what, line);
  }

  /** Takes the name of an enum. */
  void type(QualifiedName name, String what, int line) {
    take(types, name, what, line);
  }

  private static void take(
      Map<QualifiedName, String> taken, QualifiedName name, String what, int line) {
    String other = taken.put(name, what);
    if (what.equals(other)) {
      throw SnapshotException.damaged(line, what + " \"" + name + "\" is there twice");
    }
    if (other != null) {
      throw SnapshotException.damaged(
          line, what + " \"" + name + "\" has the name of " + article(other) + " " + other);
    }
  }

  private static String article(String what) {
    return "aeiou".indexOf(what.charAt(0)) < 0 ? "a" : "an";
  }
}
