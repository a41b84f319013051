package dev.lockstep.processor.model;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.SqlType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads how the values of a column are stored and sampled. */
final class ColumnOptionsReader {
  private static final long LEFT_OUT = -1;

  /** PostgreSQL's own types whose values have one length, or are never moved out of their row. */
  private static final Set<String> PLAIN = Set.of(
      ("bigint boolean box circle date double_precision integer interval line lseg macaddr macaddr8"
              + " money name oid pg_lsn point real regclass regconfig regproc regtype smallint time"
              + " timestamp timestamptz timetz tsquery uuid xid xid8 \"char\"")
          .split(" "));

  private static final Map<String, String> OWN =
      Map.of("cidr", "main", "inet", "main", "numeric", "main");

  private ColumnOptionsReader() {}

  /** What is the type's own storage is left out: PostgreSQL does not tell them apart. */
  static ColumnOptions read(Attributes column, SqlType type) {
    String storage = word(column, "storage");
    Long statistics = column.number("statistics");
    return new ColumnOptions(
        storage.equals(ownStorage(type)) ? "" : storage,
        word(column, "compression"),
        statistics == null || statistics == LEFT_OUT ? null : statistics.intValue());
  }

  private static String word(Attributes column, String attribute) {
    return column.text(attribute).toLowerCase(Locale.ROOT);
  }

  /** Empty for a type that is not PostgreSQL's own (pg_type.typstorage, the same from 14 to 18). */
  private static String ownStorage(SqlType type) {
    if (type.array()) {
      return "extended";
    }
    if (!type.isBuiltIn()) {
      return "";
    }
    String name = type.name().startsWith("interval") ? "interval" : type.name().replace(' ', '_');
    return PLAIN.contains(name) ? "plain" : OWN.getOrDefault(name, "extended");
  }
}
