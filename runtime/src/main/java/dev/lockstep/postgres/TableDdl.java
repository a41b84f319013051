package dev.lockstep.postgres;

import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tables and columns are stored, and partitions. */
final class TableDdl {
  private static final String TOAST = "toast.";

  private TableDdl() {}

  /** What stands after the parentheses of CREATE TABLE; each clause with a space before it. */
  static String clauses(Table table) {
    TableOptions options = table.options();
    return partitionBy(table.partitioning())
        + with(options.with())
        + (options.tablespace().isEmpty()
            ? ""
            : " TABLESPACE " + SqlText.quote(options.tablespace()));
  }

  private static String partitionBy(@Nullable Partitioning partitioning) {
    return partitioning == null
        ? ""
        : " PARTITION BY " + partitioning.strategy()
            + partitioning.keys().stream()
                .map(IndexDdl::element)
                .collect(Collectors.joining(", ", " (", ")"));
  }

  /** A clause with a space before it; empty without parameters. */
  static String with(SortedMap<String, String> parameters) {
    return parameters.isEmpty() ? "" : " WITH (" + parameters(parameters) + ")";
  }

  /** {@code "fillfactor" = 70, toast."autovacuum_enabled" = 'false'}. */
  static String parameters(SortedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> parameterName(each.getKey()) + " = " + SqlText.parameterValue(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String parameterName(String name) {
    return name.startsWith(TOAST)
        ? TOAST + SqlText.quote(name.substring(TOAST.length()))
        : SqlText.quote(name);
  }

  static String bound(Partition partition) {
    return partition.isDefault() ? "DEFAULT" : "FOR VALUES " + SqlText.closed(partition.values());
  }

  /** The database's own tablespace has no name that could be written. */
  static String setTablespace(SetTablespace operation, DdlTarget target) {
    String table = target.name(operation.table());
    if (!operation.tablespace().isEmpty()) {
      return "ALTER TABLE " + table + " SET TABLESPACE " + SqlText.quote(operation.tablespace());
    }
    return PostgresDdl.doBlock("""
        BEGIN
          EXECUTE pg_catalog.format('ALTER TABLE %%s SET TABLESPACE %%I', %s,
            (SELECT t.spcname FROM pg_catalog.pg_database d JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace
             WHERE d.datname = pg_catalog.current_database()));
        END
        """.formatted(SqlText.literal(table)));
  }

  /** {@code SET STORAGE DEFAULT} is known since PostgreSQL 16; before, the type says its own. */
  static String setStorage(SetColumnStorage operation, DdlTarget target) {
    String alter = "ALTER TABLE " + target.name(operation.table()) + " ALTER COLUMN "
        + SqlText.quote(operation.column()) + " SET STORAGE ";
    if (!operation.storage().isEmpty()) {
      return alter + operation.storage().toUpperCase(Locale.ROOT);
    }
    if (target.major() >= 16) {
      return alter + "DEFAULT";
    }
    return PostgresDdl.doBlock(
        """
        BEGIN
          EXECUTE %s || (SELECT CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
            FROM pg_catalog.pg_type t WHERE t.oid = %s::pg_catalog.regtype);
        END
        """.formatted(SqlText.literal(alter), SqlText.literal(operation.type().toString())));
  }
}
