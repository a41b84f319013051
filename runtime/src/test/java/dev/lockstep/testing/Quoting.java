package dev.lockstep.testing;

import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as a user's SQL has them. */
final class Quoting {
  private Quoting() {}

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Without a schema where that is the target schema. */
  static String quoted(QualifiedName name) {
    return (name.schema().isEmpty() ? "" : quoted(name.schema()) + ".") + quoted(name.name());
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** An element of an array literal, without the quotes around the whole. */
  static String element(String text) {
    return ("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"").replace("'", "''");
  }

  static String list(List<String> texts) {
    return texts.stream().map(Quoting::literal).collect(Collectors.joining(", ", "(", ")"));
  }
}
