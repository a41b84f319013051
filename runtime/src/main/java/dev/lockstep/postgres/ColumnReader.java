package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of tables. */
final class ColumnReader {
  private static final String COLUMNS = """
      SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
        CASE WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN '' ELSE cn.nspname END, co.collname,
        a.attgenerated, pg_catalog.pg_get_expr(d.adbin, d.adrelid), m.description,
        a.attidentity, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
        pg_catalog.format_type(s.seqtypid, NULL),
        CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, a.attcompression, a.attstattarget
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_description m ON m.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND m.objoid = a.attrelid AND m.objsubid = a.attnum
      LEFT JOIN pg_catalog.pg_depend i ON a.attidentity <> '' AND i.deptype = 'i'
        AND i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND i.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum
      LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid
      WHERE a.attrelid = ANY (CAST(? AS pg_catalog.oid[])) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attrelid, a.attnum
      """;

  private ColumnReader() {}

  /** By the oid of the table, in the order of the table. */
  static Map<Long, List<Column>> read(CatalogQuery query, Collection<Long> tables)
      throws SQLException {
    Map<Long, List<Column>> columns = new HashMap<>();
    query.forEach(
        COLUMNS,
        tables,
        row ->
            columns.computeIfAbsent(row.number(1), table -> new ArrayList<>()).add(column(row)));
    return columns;
  }

  private static Column column(Row row) throws SQLException {
    String collation = row.text(6).isEmpty() ? "" : SqlText.collationName(row.text(5), row.text(6));
    return new Column(
        row.text(2),
        SqlType.parse(row.text(3)),
        !row.flag(4),
        value(row),
        collation,
        row.text(9),
        options(row));
  }

  private static @Nullable ColumnValue value(Row row) throws SQLException {
    if (!row.text(10).isEmpty()) {
      return SequenceReader.options(row, 11, row.text(17), row.text(10).equals("a"));
    }
    if (row.text(8).isEmpty()) {
      return null;
    }
    SqlExpression expression = SqlExpression.of(row.text(8));
    return row.text(7).isEmpty()
        ? new DefaultValue(expression)
        : new Computed(expression, row.text(7).equals("s"));
  }

  /** A column that is sampled as the server likes has a target of NULL since 17, before of -1. */
  private static ColumnOptions options(Row row) throws SQLException {
    String statistics = row.text(20);
    return new ColumnOptions(
        storage(row.text(18)),
        compression(row.text(19)),
        statistics.isEmpty() || statistics.equals("-1") ? null : Integer.valueOf(statistics));
  }

  private static String storage(String code) {
    return switch (code) {
      case "" -> "";
      case "p" -> "plain";
      case "m" -> "main";
      case "e" -> "external";
      case "x" -> "extended";
      default -> throw new IllegalStateException("PostgreSQL has a new storage \"" + code + "\"");
    };
  }

  private static String compression(String code) {
    return switch (code) {
      case "" -> "";
      case "p" -> "pglz";
      case "l" -> "lz4";
      default ->
        throw new IllegalStateException("PostgreSQL has a new compression \"" + code + "\"");
    };
  }
}
