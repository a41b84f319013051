package dev.lockstep.schema;

import java.util.Map;

/** How long the text of a value can be, by its type; what is not limited here has no limit. */
final class TextLength {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** A character takes up to four bytes of a name, which holds 63. */
  private static final int NAME_BYTES = 63;

  private static final int BYTES_OF_CHARACTER = 4;

  /** In ASCII characters, with sign and widest zone. */
  private static final Map<String, Integer> FIXED = Map.ofEntries(
      Map.entry("boolean", 5),
      Map.entry("smallint", 6),
      Map.entry("integer", 11),
      Map.entry("bigint", 20),
      Map.entry("oid", 10),
      Map.entry("xid", 10),
      Map.entry("xid8", 20),
      Map.entry("real", 15),
      Map.entry("double precision", 25),
      Map.entry("uuid", 36),
      Map.entry("macaddr", 17),
      Map.entry("macaddr8", 23),
      Map.entry("pg_lsn", 17),
      Map.entry("date", 13),
      Map.entry("time", 15),
      Map.entry("timetz", 24),
      Map.entry("timestamp", 29),
      Map.entry("timestamptz", 38),
      Map.entry("money", 40),
      Map.entry("inet", 43),
      Map.entry("cidr", 43),
      Map.entry("int4range", 25),
      Map.entry("int8range", 43),
      Map.entry("daterange", 29));

  private TextLength() {}

  /** Whether the text of each value of a type fits a type of text, in which it reads the same. */
  static boolean fits(SqlType from, SqlType text) {
    return switch (text.name()) {
      case "char" -> !isText(from) && of(from) <= limit(text);
      case "bpchar" -> !isText(from) || from.name().equals("char");
      case "name" -> bytes(from) <= NAME_BYTES;
      default -> of(from) <= limit(text);
    };
  }

  private static int limit(SqlType text) {
    return text.modifiers().isEmpty()
        ? UNLIMITED
        : Integer.parseInt(text.modifiers().get(0));
  }

  private static long bytes(SqlType from) {
    return (long) of(from) * (isText(from) && !from.name().equals("name") ? BYTES_OF_CHARACTER : 1);
  }

  private static int of(SqlType from) {
    if (from.array()) {
      return UNLIMITED;
    }
    if (from.schema().isEmpty() && FIXED.containsKey(from.name())) {
      return FIXED.getOrDefault(from.name(), UNLIMITED);
    }
    return switch (from.schema().isEmpty() ? from.name() : "") {
      case "name" -> NAME_BYTES;
      case SqlType.SINGLE_BYTE -> BYTES_OF_CHARACTER;
      case "varchar", "char", "bit", "varbit" -> limit(from);
      // A sign, a point, and a zero before it.
      case "numeric" -> from.modifiers().isEmpty() ? UNLIMITED : limit(from) + 3;
      default -> UNLIMITED;
    };
  }

  private static boolean isText(SqlType type) {
    return type.isText() || (!type.array() && type.name().equals("bpchar"));
  }
}
