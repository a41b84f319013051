package dev.lockstep.processor.problem;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.View;
import java.util.List;

/** How names and texts stand in a message: on one line, and as Java that compiles. */
public final class Wording {
  private Wording() {}

  /** {@code "fax"}; for messages, not for SQL. */
  public static String quoted(Object name) {
    return "\"" + oneLine(name) + "\"";
  }

  /** As a {@code renamedFrom} says it: what is in another schema with that; raw. */
  static String oldName(QualifiedName now, QualifiedName old) {
    return old.schema().equals(now.schema()) ? old.name() : old.toString();
  }

  /** {@code table "customer"}. */
  static String table(QualifiedName table) {
    return "table " + quoted(table);
  }

  /** {@code column "fax" of table "customer"}. */
  static String column(QualifiedName table, String column) {
    return member("column", table, column);
  }

  /** {@code index "customer_fax_idx" of table "customer"}. */
  static String member(String kind, QualifiedName table, String name) {
    return kind + " " + quoted(name) + " of " + table(table);
  }

  /** {@code tables "customer" and "order"}. */
  static String tables(List<QualifiedName> tables) {
    String names = all(tables.stream().map(Wording::quoted).toList());
    return (tables.size() == 1 ? "table " : "tables ") + names;
  }

  /** {@code materialized view "sales"}. */
  static String object(ObjectKey object) {
    return object.kind().word() + " " + quoted(object.name());
  }

  /** {@code index "sales_n_idx" of materialized view "sales"}. */
  static String index(View view, Index index) {
    return "index " + quoted(index.name()) + " of " + object(view.key());
  }

  /** {@code enum "state"}. */
  static String enumType(QualifiedName type) {
    return "enum " + quoted(type);
  }

  /** {@code value "LOST" of enum "state"}. */
  static String enumValue(QualifiedName type, String value) {
    return "value " + quoted(value) + " of " + enumType(type);
  }

  /** {@code @Column(renamedFrom = "fax")}. */
  static String annotation(String annotation, String attribute, String text) {
    return "@" + annotation + "(" + attribute + " = " + javaText(text) + ")";
  }

  /** A Java string literal, with its quotes. */
  public static String javaText(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(c -> literal.append(javaText((char) c)));
    return literal.append('"').toString();
  }

  private static String javaText(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> isPlain(c) ? String.valueOf(c) : escape(c);
    };
  }

  /** {@code a, b or c}. */
  static String either(List<String> items) {
    return joined(items, " or ");
  }

  /** {@code a, b and c}. */
  public static String all(List<String> items) {
    return joined(items, " and ");
  }

  private static String joined(List<String> items, String last) {
    int end = items.size() - 1;
    return end < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, end)) + last + items.get(end);
  }

  public static String oneLine(Object text) {
    String line = String.valueOf(text);
    if (isPlain(line)) {
      return line;
    }
    StringBuilder escaped = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isPlain(c)) {
        escaped.append(c);
      } else {
        escaped.append(escape(c));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(String line) {
    boolean plain = true;
    for (int i = 0; i < line.length() && plain; i++) {
      plain = isPlain(line.charAt(i));
    }
    return plain;
  }

  private static boolean isPlain(char c) {
    return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
  }

  /** Octal, since the compiler reads a Unicode escape of a line end as a line end (JLS 3.3). */
  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < 0x100 ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c);
    };
  }
}
