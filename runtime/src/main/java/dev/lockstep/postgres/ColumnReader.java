package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
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
        a.attgenerated, pg_catalog.pg_get_expr(d.adbin, d.adrelid), pg_catalog.col_description(a.attrelid, a.attnum),
        a.attidentity, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
        pg_catalog.format_type(s.seqtypid, NULL)
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
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
        row.text(2), SqlType.parse(row.text(3)), !row.flag(4), value(row), collation, row.text(9));
  }

  private static @Nullable ColumnValue value(Row row) throws SQLException {
    if (!row.text(10).isEmpty()) {
      return identity(row);
    }
    if (row.text(8).isEmpty()) {
      return null;
    }
    SqlExpression expression = SqlExpression.of(row.text(8));
    return row.text(7).isEmpty()
        ? new DefaultValue(expression)
        : new Computed(expression, row.text(7).equals("s"));
  }

  private static Identity identity(Row row) throws SQLException {
    boolean ascending = row.number(12) > 0;
    long least = least(row.text(17));
    // Where the numbers of its type end is where a sequence ends by default.
    Long min = !ascending && row.number(13) == least ? null : Long.valueOf(row.number(13));
    Long max = ascending && row.number(14) == ~least ? null : Long.valueOf(row.number(14));
    return new Identity(
        row.text(10).equals("a"),
        row.number(11),
        row.number(12),
        min,
        max,
        row.number(15),
        row.flag(16));
  }

  private static long least(String type) {
    return switch (type) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }
}
