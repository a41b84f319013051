package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.enclosed;
import static dev.lockstep.postgres.PostgresDdl.literal;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.operation.Backfill;
import dev.lockstep.postgres.PostgresDdl;

/**
 * What {@link BatchedFill} does, as one DO statement, which commits after each batch and so must
 * run outside a transaction. It goes by blocks and keeps no cursor: run again it looks at all rows
 * again, of which only the open ones are updated. With many partitions it is slower than a run.
 */
final class BatchScript {
  private BatchScript() {}

  static String of(PostgresDdl ddl, Backfill backfill) {
    String table = ddl.name(backfill.table());
    String column = quote(backfill.column());
    String open = column + " IS NULL";
    String update =
        "UPDATE " + table + " SET " + column + " = " + enclosed(backfill.value()) + " WHERE ";
    return PostgresDdl.doBlock(
        BODY.formatted(literal(table), literal(open), literal(update), literal(update + open)));
  }

  private static final String BODY = """
      DECLARE
        part record;
        first bigint;
        place text;
        candidates text;
      BEGIN
        FOR pass IN 1..2 LOOP
          FOR part IN
            WITH RECURSIVE tree (oid) AS (
              SELECT %1$s::pg_catalog.regclass::pg_catalog.oid
              UNION
              SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid)
            SELECT c.oid, c.relkind, pg_catalog.format('%%I.%%I', n.nspname, c.relname) AS name,
              pg_catalog.pg_relation_size(c.oid)
                / pg_catalog.current_setting('block_size')::pg_catalog.int8 AS blocks,
              CASE WHEN c.relpages > 0 AND c.reltuples > 0
                THEN GREATEST(1, (5000 * c.relpages / c.reltuples)::pg_catalog.int8)
                ELSE 100 END AS step
            FROM tree JOIN pg_catalog.pg_class AS c ON c.oid = tree.oid AND c.relkind IN ('r', 'f')
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            ORDER BY c.oid
          LOOP
            first := 0;
            IF part.relkind = 'f' THEN
              EXECUTE %3$s || 'tableoid = ' || part.oid || ' AND ' || %2$s;
            END IF;
            WHILE first < part.blocks LOOP
              place := pg_catalog.format('ctid >= ''(%%s,0)'' AND ctid < ''(%%s,0)'' AND ',
                first, first + part.step);
              candidates := 'SELECT ctid FROM ONLY ' || part.name || ' WHERE ' || place || %2$s
                || ' FOR UPDATE';
              -- The first pass leaves out what others have locked, the second waits for it.
              IF pass = 2 THEN
                EXECUTE candidates;
              END IF;
              EXECUTE %3$s || 'tableoid = ' || part.oid || ' AND ctid = ANY (ARRAY(' || candidates
                || ' SKIP LOCKED)) AND ' || %2$s;
              COMMIT;
              PERFORM pg_catalog.pg_sleep(0.05);
              first := first + part.step;
            END LOOP;
          END LOOP;
          IF NOT FOUND THEN
            EXECUTE %4$s;
          END IF;
        END LOOP;
      END
      """;
}
