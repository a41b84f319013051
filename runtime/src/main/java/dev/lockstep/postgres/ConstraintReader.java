package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Unique;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the constraints of tables, as far as a {@link Constraint} can say them. */
final class ConstraintReader {
  private static final String CONSTRAINTS = """
      SELECT k.conrelid, k.conname, k.contype,
        ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u (attnum, n)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.n),
        k.condeferrable, k.condeferred, fn.nspname, f.relname,
        ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS u (attnum, n)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY u.n),
        k.confdeltype, k.confupdtype, pg_catalog.pg_get_expr(k.conbin, k.conrelid), %s,
        ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.generate_series(i.indnkeyatts, i.indnatts - 1) AS n
          JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[n] ORDER BY n),
        %s
      FROM pg_catalog.pg_constraint k
      LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
      LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
      LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
      WHERE k.conrelid = ANY (CAST(? AS pg_catalog.oid[])) AND k.convalidated AND k.conparentid = 0
        AND CASE k.contype
          WHEN 'p' THEN NOT k.condeferrable AND i.indnkeyatts = i.indnatts
          WHEN 'u' THEN true
          WHEN 'f' THEN k.confmatchtype = 's'
          WHEN 'c' THEN k.conislocal AND NOT k.connoinherit
          ELSE false END%s
      ORDER BY k.conrelid, k.conname
      """;

  private ConstraintReader() {}

  /**
   * By the oid of the table.
   *
   * @param exclusions the exclusion constraints, which are read with their indexes; by the oid of
   *     the table
   */
  static Map<Long, List<Constraint>> read(
      CatalogQuery query, Collection<Long> tables, Map<Long, List<Exclusion>> exclusions)
      throws SQLException {
    Map<Long, List<Constraint>> constraints = new HashMap<>();
    exclusions.forEach((table, some) -> constraints.put(table, new ArrayList<>(some)));
    query.forEach(
        sql(query.major()),
        tables,
        row -> constraints
            .computeIfAbsent(row.number(1), table -> new ArrayList<>())
            .add(constraint(row, query)));
    return constraints;
  }

  private static String sql(int major) {
    return CONSTRAINTS.formatted(
        major >= 15 ? "i.indnullsnotdistinct" : "false",
        major >= 18 ? "k.conperiod" : "false",
        major >= 15 ? " AND k.confdelsetcols IS NULL" : "");
  }

  private static Constraint constraint(Row row, CatalogQuery query) throws SQLException {
    String name = row.text(2);
    List<String> columns = row.texts(4);
    return switch (row.text(3)) {
      case "p" -> new PrimaryKey(name, columns, row.flag(15));
      case "u" ->
        new Unique(name, columns, !row.flag(13), deferral(row), row.texts(14), row.flag(15));
      case "f" ->
        new ForeignKey(
            name,
            columns,
            query.name(row.text(7), row.text(8)),
            row.texts(9),
            action(row.text(10)),
            action(row.text(11)),
            deferral(row),
            row.flag(15));
      default -> new Check(name, SqlExpression.of(row.text(12)));
    };
  }

  private static Deferral deferral(Row row) throws SQLException {
    return deferral(row.flag(5), row.flag(6));
  }

  static Deferral deferral(boolean deferrable, boolean deferred) {
    if (!deferrable) {
      return Deferral.NOT_DEFERRABLE;
    }
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
  }

  private static ReferentialAction action(String code) {
    return switch (code) {
      case "a" -> ReferentialAction.NO_ACTION;
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> throw new IllegalStateException("PostgreSQL has a new action \"" + code + "\"");
    };
  }
}
