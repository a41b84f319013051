package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.postgres.PostgresDdl;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * A relation that holds rows of a table: the table itself, or a partition or child of it.
 *
 * @param number of the server's
 * @param source as FROM has it for a query of this relation alone, under the table's own name
 * @param self whether it is the table itself
 * @param foreign whether the rows are elsewhere
 * @param alone whether rows may be updated here, instead of through the table: no row can have to
 *     go to another partition, and no trigger of the table waits for the statement
 * @param keyChanges whether the column is part of a unique index, so that its update excludes more
 * @param estimate about so many rows it has
 * @param order in which to go through it
 */
record BatchRelation(
    long number,
    String source,
    boolean self,
    boolean foreign,
    boolean alone,
    boolean keyChanges,
    long estimate,
    RowOrder order) {
  /**
   * Those with rows, in the order of their numbers, so that a later one comes behind; none for a
   * view, a partitioned table without partitions, or no table at all.
   *
   * <p>A key is the primary key, else a unique index, whose columns hold no NULL and sort as their
   * types do by themselves with operators of PostgreSQL's own. Without one blocks are the order.
   *
   * @param table quoted and qualified
   * @param name raw name of the table
   * @param column raw name of the one to fill
   */
  static List<BatchRelation> of(Session session, String table, String name, String column)
      throws SQLException {
    return session.query(
        QUERY.formatted(literal(table), literal(column)), row -> read(row, table, name));
  }

  private static BatchRelation read(ResultSet row, String table, String name) throws SQLException {
    boolean self = row.getBoolean("self");
    boolean foreign = row.getString("kind").equals("f");
    String source = self
        ? "ONLY " + table
        : "ONLY " + quote(row.getString("schema")) + "." + quote(row.getString("name")) + " AS "
            + quote(name);
    long estimate = Math.round(row.getDouble("rows_of_block") * row.getLong("blocks"));
    return new BatchRelation(
        row.getLong("number"),
        source,
        self,
        foreign,
        self || row.getBoolean("alone"),
        row.getBoolean("key_changes"),
        estimate,
        foreign ? new WholeOrder(estimate) : order(row, source));
  }

  /** With the rows that are there now. */
  BatchRelation asOfNow(Session session) throws SQLException {
    return new BatchRelation(
        number, source, self, foreign, alone, keyChanges, estimate, order.asOfNow(session));
  }

  private static RowOrder order(ResultSet row, String source) throws SQLException {
    Array key = row.getArray("key");
    return key == null
        ? new BlockOrder(row.getLong("blocks"), row.getDouble("rows_of_block"))
        : new KeyOrder(
            source,
            Arrays.stream((String[]) key.getArray()).map(PostgresDdl::quote).toList());
  }

  /**
   * Names of operators need no schema: the search path is pinned. A table that was never analyzed
   * is taken to have 50 rows in a block.
   */
  private static final String QUERY = """
      WITH RECURSIVE tree (oid) AS (
        SELECT pg_catalog.to_regclass(%1$s)::pg_catalog.oid
        UNION
        SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid)
      SELECT c.oid AS number, c.relkind AS kind,
        c.oid = pg_catalog.to_regclass(%1$s)::pg_catalog.oid AS self,
        n.nspname AS schema, c.relname AS name,
        CASE WHEN c.relkind = 'f' THEN GREATEST(c.relpages, 1)
          ELSE pg_catalog.pg_relation_size(c.oid)
            / pg_catalog.current_setting('block_size')::pg_catalog.int8 END AS blocks,
        CASE WHEN c.relpages > 0 AND c.reltuples > 0
          THEN c.reltuples::pg_catalog.float8 / c.relpages ELSE 50 END AS rows_of_block,
        NOT EXISTS (SELECT FROM tree AS p
          JOIN pg_catalog.pg_partitioned_table AS t ON t.partrelid = p.oid
          WHERE t.partexprs IS NOT NULL OR EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = p.oid AND a.attname = %2$s AND a.attnum = ANY (t.partattrs)))
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger AS g
          WHERE g.tgrelid = pg_catalog.to_regclass(%1$s)::pg_catalog.oid AND NOT g.tgisinternal
            AND g.tgtype & 1 = 0 AND g.tgtype & 16 <> 0) AS alone,
        EXISTS (SELECT FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attname = %2$s
          WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey)) AS key_changes,
        (SELECT (SELECT pg_catalog.array_agg(a.attname::pg_catalog.text ORDER BY k.n)
            FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS k (n)
            JOIN pg_catalog.pg_attribute AS a
              ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.n])
          FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
          JOIN pg_catalog.pg_am AS m ON m.oid = x.relam AND m.amname = 'btree'
          WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
            AND i.indexprs IS NULL
            AND NOT EXISTS (SELECT FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS k (n)
              JOIN pg_catalog.pg_attribute AS a
                ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.n]
              JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[k.n]
              WHERE NOT a.attnotnull OR i.indoption[k.n] <> 0 OR NOT o.opcdefault
                OR o.opcnamespace <> 'pg_catalog'::pg_catalog.regnamespace
                OR i.indcollation[k.n] <> a.attcollation
                OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS r
                  WHERE r.conrelid = i.indrelid AND r.contype = 'n' AND NOT r.convalidated
                    AND r.conkey = ARRAY[a.attnum]))
          ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1) AS key
      FROM tree
      JOIN pg_catalog.pg_class AS c ON c.oid = tree.oid AND c.relkind IN ('r', 'f')
      JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      ORDER BY c.oid""";
}
