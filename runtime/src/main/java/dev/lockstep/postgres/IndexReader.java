package dev.lockstep.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the valid indexes that belong to no key, and the exclusion constraints that others are for.
 */
final class IndexReader {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /** A row for each element; what is said of the whole index is the same in all of its rows. */
  private static final String ELEMENTS = """
      SELECT i.indrelid, ic.relname, i.indisunique, %s, am.amname,
        ARRAY(SELECT x.attname::pg_catalog.text FROM pg_catalog.generate_series(i.indnkeyatts, i.indnatts - 1) AS m
          JOIN pg_catalog.pg_attribute x ON x.attrelid = i.indrelid AND x.attnum = i.indkey[m] ORDER BY m),
        pg_catalog.pg_get_expr(i.indpred, i.indrelid), ic.reloptions,
        a.attname, CASE WHEN a.attname IS NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.attnum, false) END,
        CASE WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN '' ELSE cn.nspname END, co.collname,
        CASE WHEN pg_catalog.pg_opclass_is_visible(op.oid) THEN '' ELSE opn.nspname END,
        CASE WHEN NOT op.opcdefault OR k.attoptions IS NOT NULL THEN op.opcname END, k.attoptions,
        i.indoption[k.attnum - 1], i.indexrelid,
        CASE WHEN o.oid IS NULL THEN NULL WHEN pg_catalog.pg_operator_is_visible(x.oid) THEN x.oprname
          ELSE 'OPERATOR(' || pg_catalog.quote_ident(xn.nspname) || '.' || x.oprname || ')' END,
        o.condeferrable, o.condeferred
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      JOIN pg_catalog.pg_am am ON am.oid = ic.relam
      JOIN pg_catalog.pg_attribute k ON k.attrelid = i.indexrelid AND k.attnum BETWEEN 1 AND i.indnkeyatts
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.attnum - 1]
      JOIN pg_catalog.pg_type t ON t.oid = k.atttypid
      JOIN pg_catalog.pg_opclass op ON op.oid = i.indclass[k.attnum - 1]
      JOIN pg_catalog.pg_namespace opn ON opn.oid = op.opcnamespace
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = i.indcollation[k.attnum - 1]
        AND co.oid <> COALESCE(a.attcollation, t.typcollation)
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      LEFT JOIN pg_catalog.pg_constraint o ON o.conindid = i.indexrelid AND o.contype = 'x'
      LEFT JOIN pg_catalog.pg_operator x ON x.oid = o.conexclop[k.attnum]
      LEFT JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace
      WHERE i.indrelid = ANY (CAST(? AS pg_catalog.oid[])) AND i.indisvalid
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint o
          WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u'))
      ORDER BY i.indrelid, ic.relname, k.attnum
      """;

  private IndexReader() {}

  /** What was read, each by the oid of the table, sorted by name. */
  record Indexes(Map<Long, List<Index>> indexes, Map<Long, List<Exclusion>> exclusions) {
    NamedList<Index> of(Long table) {
      return NamedList.of(indexes.getOrDefault(table, List.of()));
    }
  }

  /**
   * An index as far as its elements were read; an exclusion constraint has an operator for each.
   */
  private record Found(long table, Index index, List<String> operators, Deferral deferral) {
    Found and(Found next) {
      return new Found(table, joined(index, next.index), join(operators, next.operators), deferral);
    }

    boolean isExclusion() {
      return !operators.isEmpty();
    }

    Exclusion exclusion() {
      List<Exclusion.Element> elements = new ArrayList<>();
      for (int i = 0; i < operators.size(); i++) {
        elements.add(new Exclusion.Element(index.elements().get(i), operators.get(i)));
      }
      return new Exclusion(index.name(), index.method(), elements, index.where(), deferral);
    }
  }

  /**
   * The indexes and the exclusion constraints.
   *
   * @param relations oids of tables and materialized views
   */
  static Indexes read(CatalogQuery query, Collection<Long> relations) throws SQLException {
    Map<Long, Found> found = new LinkedHashMap<>();
    query.forEach(
        ELEMENTS.formatted(query.major() >= 15 ? "i.indnullsnotdistinct" : "false"),
        relations,
        row -> found.merge(row.number(17), found(row), Found::and));
    return new Indexes(
        found.values().stream()
            .filter(each -> !each.isExclusion())
            .collect(groupingBy(Found::table, mapping(Found::index, toList()))),
        found.values().stream()
            .filter(Found::isExclusion)
            .collect(groupingBy(Found::table, mapping(Found::exclusion, toList()))));
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.number(1),
        index(row),
        row.text(18).isEmpty() ? List.of() : List.of(row.text(18)),
        ConstraintReader.deferral(row.flag(19), row.flag(20)));
  }

  /** The index with the one element of the row. */
  private static Index index(Row row) throws SQLException {
    return new Index(
        row.text(2),
        List.of(element(row)),
        row.flag(3),
        !row.flag(4),
        row.text(5),
        row.texts(6),
        expression(row.text(7)),
        Parameters.of(row.texts(8)));
  }

  private static Index joined(Index first, Index next) {
    return new Index(
        first.name(),
        join(first.elements(), next.elements()),
        first.unique(),
        first.nullsDistinct(),
        first.method(),
        first.include(),
        first.where(),
        first.with());
  }

  private static <T> List<T> join(List<T> first, List<T> next) {
    return Stream.concat(first.stream(), next.stream()).toList();
  }

  private static IndexElement element(Row row) throws SQLException {
    long order = row.number(16);
    return new IndexElement(
        row.text(9).isEmpty() ? null : row.text(9),
        expression(row.text(10)),
        row.text(12).isEmpty() ? "" : SqlText.quote(row.text(11), row.text(12)),
        operatorClass(row),
        (order & DESCENDING) != 0,
        (order & NULLS_FIRST) != 0);
  }

  private static String operatorClass(Row row) throws SQLException {
    if (row.text(14).isEmpty()) {
      return "";
    }
    String schema = row.text(13).isEmpty() ? "" : SqlTokens.identifier(row.text(13)) + ".";
    String options = Parameters.of(row.texts(15)).entrySet().stream()
        .map(option ->
            SqlTokens.identifier(option.getKey()) + "=" + SqlText.parameterValue(option.getValue()))
        .collect(Collectors.joining(", "));
    return schema
        + SqlTokens.identifier(row.text(14))
        + (options.isEmpty() ? "" : "(" + options + ")");
  }

  private static @Nullable SqlExpression expression(String text) {
    return text.isEmpty() ? null : SqlExpression.of(text);
  }
}
