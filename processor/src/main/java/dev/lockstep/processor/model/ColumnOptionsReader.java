package dev.lockstep.processor.model;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how the values of a column are stored and sampled. */
final class ColumnOptionsReader {
  private static final List<String> STORAGE = List.of("plain", "main", "external", "extended");
  private static final List<String> COMPRESSION = List.of("pglz", "lz4");
  private static final int FINEST = 10_000;

  /** PostgreSQL's own types whose values have one length, or are never moved out of their row. */
  private static final Set<String> PLAIN = Set.of(
      ("bigint boolean box circle date double_precision integer interval line lseg macaddr macaddr8"
              + " money name oid pg_lsn point real regclass regconfig regproc regtype smallint time"
              + " timestamp timestamptz timetz tsquery uuid xid xid8 \"char\"")
          .split(" "));

  private static final Map<String, String> OWN =
      Map.of("cidr", "main", "inet", "main", "numeric", "main");

  private final Findings findings;

  ColumnOptionsReader(Findings findings) {
    this.findings = findings;
  }

  /** What is the type's own storage is left out: PostgreSQL does not tell them apart. */
  ColumnOptions read(Attributes column, SqlType type) {
    String own = ownStorage(type);
    String storage = word(column, "storage", STORAGE);
    String compression = word(column, "compression", COMPRESSION);
    if (own.equals("plain") && !storage.isEmpty() && !storage.equals("plain")) {
      findings.add(TableProblems.storedPlain(
          findings.places().at(column, "storage"), type.toString(), storage));
      storage = "";
    }
    if (own.equals("plain") && !compression.isEmpty()) {
      findings.add(TableProblems.notCompressed(
          findings.places().at(column, "compression"), type.toString()));
      compression = "";
    }
    return new ColumnOptions(storage.equals(own) ? "" : storage, compression, statistics(column));
  }

  private String word(Attributes column, String attribute, List<String> words) {
    String word = column.text(attribute).toLowerCase(Locale.ROOT);
    if (word.isEmpty() || words.contains(word)) {
      return word;
    }
    findings.add(TableProblems.wordUnknown(
        findings.places().at(column, attribute), attribute, column.text(attribute), words));
    return "";
  }

  private @Nullable Integer statistics(Attributes column) {
    Long number = column.number("statistics");
    if (number == null || number == -1) {
      return null;
    }
    if (number >= 0 && number <= FINEST) {
      return number.intValue();
    }
    findings.add(ModelProblems.outOfRange(
        findings.places().at(column, "statistics"), "statistics", number, 0, FINEST));
    return null;
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
