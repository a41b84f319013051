package dev.lockstep.postgres;

import dev.lockstep.operation.KeepExtras;
import dev.lockstep.operation.RestoreExtras;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What PostgreSQL drops with a column without a word and no schema describes: noted, up to the end
 * of the transaction, as statements for the column that takes its place, and then done.
 *
 * <pre>
 * {"column": 2, "notes": [["own", "GRANT SELECT (n) ON t TO app"], ["shared", "ALTER TABLE t CLUSTER ON t_n_idx"]]}
 * </pre>
 */
final class ExtrasDdl {
  /**
   * First what depends on the column, or on a constraint that goes with it, and nobody makes anew:
   * the definition of extended statistics says the name of their column, which has to stay. Then
   * the notes: of the column itself; of what shares a name with its successor, so that it comes
   * when the column is gone; and of the sequence of its identity, which has no name yet.
   */
  private static final String KEEP = """
      BEGIN
        SELECT pg_catalog.min(pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)) INTO stray
        FROM pg_catalog.pg_depend AS d
        LEFT JOIN pg_catalog.pg_class AS r ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = r.oid
        LEFT JOIN pg_catalog.pg_constraint AS c ON d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = c.oid
        LEFT JOIN pg_catalog.pg_attrdef AS v ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = v.oid
        WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = t AND d.refobjsubid = n
            AND d.deptype <> 'i' AND (r.relname = ANY (known) OR c.conname = ANY (known) OR c.contype = 'n' OR v.adnum = n
              OR d.classid = 'pg_catalog.pg_statistic_ext'::regclass AND successor = replaced) IS NOT TRUE
          OR d.refclassid = 'pg_catalog.pg_constraint'::regclass AND d.deptype = 'n'
            AND d.refobjid IN (SELECT oid FROM pg_catalog.pg_constraint WHERE conrelid = t AND conname = ANY (known));
        SELECT coalesce(stray, 'table ' || pg_catalog.min(inhrelid::regclass::text) || ', which inherits it') INTO stray
        FROM pg_catalog.pg_inherits WHERE inhparent = t;
        IF stray IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'dependent_objects_still_exist',
            MESSAGE = pg_catalog.format('no other column can take the place of column "%s" of table %s while there is %s',
              replaced, t::regclass, stray),
            HINT = 'No migration made it. Drop it before the migration and make it again after it.';
        END IF;
        PERFORM pg_catalog.set_config('lockstep.extras', pg_catalog.json_build_object('column', n, 'notes',
          coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(kind, sql) ORDER BY rank, sql), '[]'))::text, true)
        FROM (
          SELECT 1, 'own', 'GRANT ' || p.privilege_type || pg_catalog.format(' (%I) ON %s TO ', successor, t::regclass)
            || CASE WHEN p.grantee = 0 THEN 'PUBLIC' ELSE p.grantee::regrole::text END
            || CASE WHEN p.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
          FROM pg_catalog.pg_attribute AS a, pg_catalog.aclexplode(a.attacl) AS p WHERE a.attrelid = t AND a.attnum = n
          UNION ALL
          SELECT 1, 'own', pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET (%s)', t::regclass, successor,
            pg_catalog.array_to_string(attoptions, ', '))
          FROM pg_catalog.pg_attribute WHERE attrelid = t AND attnum = n AND attoptions IS NOT NULL
          UNION ALL
          SELECT 1, 'own', pg_catalog.format('SECURITY LABEL FOR %I ON COLUMN %s.%I IS %L', provider, t::regclass, successor, label)
          FROM pg_catalog.pg_seclabel WHERE classoid = 'pg_catalog.pg_class'::regclass AND objoid = t AND objsubid = n
          UNION ALL
          SELECT f.rank, 'shared', f.sql
          FROM pg_catalog.pg_statistic_ext AS s JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_statistic_ext'::regclass
              AND d.objid = s.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass
              AND d.refobjid = t AND d.refobjsubid = n,
            LATERAL (SELECT pg_catalog.format('STATISTICS %s.%I', s.stxnamespace::regnamespace, s.stxname)) AS o (name),
            LATERAL (VALUES (1, pg_catalog.pg_get_statisticsobjdef(s.oid)),
              (2, 'ALTER ' || o.name || ' SET STATISTICS ' || NULLIF(s.stxstattarget, -1)),
              (2, 'COMMENT ON ' || o.name || ' IS '
                || pg_catalog.quote_literal(pg_catalog.obj_description(s.oid, 'pg_statistic_ext')))) AS f (rank, sql)
          UNION ALL
          SELECT 3, 'shared', f.sql
          FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS r ON r.oid = i.indexrelid,
            LATERAL (VALUES
              (CASE WHEN i.indisclustered THEN pg_catalog.format('ALTER TABLE %s CLUSTER ON %I', t::regclass, r.relname) END),
              (CASE WHEN i.indisreplident
                THEN pg_catalog.format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', t::regclass, r.relname) END),
              (pg_catalog.format('COMMENT ON INDEX %s IS ', r.oid::regclass)
                || pg_catalog.quote_literal(pg_catalog.obj_description(r.oid, 'pg_class')))) AS f (sql)
          WHERE i.indrelid = t AND r.relname = ANY (known)
          UNION ALL
          SELECT 3, 'shared', pg_catalog.format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s',
            r.oid::regclass, a.attnum, a.attstattarget)
          FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS r ON r.oid = i.indexrelid
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
          WHERE i.indrelid = t AND r.relname = ANY (known) AND a.attstattarget >= 0
          UNION ALL
          SELECT 3, 'shared', pg_catalog.format('COMMENT ON CONSTRAINT %I ON %s IS ', conname, t::regclass)
            || pg_catalog.quote_literal(pg_catalog.obj_description(oid, 'pg_constraint'))
          FROM pg_catalog.pg_constraint WHERE conrelid = t AND conname = ANY (known)
          UNION ALL
          SELECT 3, 'counter', 'GRANT ' || p.privilege_type || ' ON SEQUENCE %s TO '
            || CASE WHEN p.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.replace(p.grantee::regrole::text, '%', '%%') END
            || CASE WHEN p.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
          FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_class AS r ON r.oid = d.objid AND r.relkind = 'S',
            pg_catalog.aclexplode(r.relacl) AS p
          WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = t AND d.refobjsubid = n
            AND d.deptype = 'i' AND p.grantee <> r.relowner
        ) AS notes (rank, kind, sql)
        WHERE sql IS NOT NULL;
      END
      """;

  /** What the migration itself drops, such as an index, has no successor to get anything. */
  private static final String RESTORE = """
      BEGIN
        EXECUTE pg_catalog.format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', t::regclass);
        FOR kind, sql IN
          SELECT note ->> 0, note ->> 1 FROM pg_catalog.json_array_elements(kept -> 'notes') AS notes (note)
        LOOP
          IF kind = 'own' OR gone THEN
            BEGIN
              EXECUTE CASE WHEN kind = 'counter' THEN pg_catalog.format(sql, counter) ELSE sql END;
            EXCEPTION WHEN undefined_table OR undefined_object THEN
              NULL;
            END;
          END IF;
        END LOOP;
        PERFORM pg_catalog.set_config('lockstep.extras', '', true);
      END
      """;

  private ExtrasDdl() {}

  static String keep(KeepExtras operation, DdlTarget target) {
    if (target.portable()) {
      return "-- keep extras: " + target.name(operation.table()) + " "
          + SqlText.columns(List.of(operation.column(), operation.successor()))
          + operation.known().stream()
              .map(each -> ", " + SqlText.quote(each))
              .collect(Collectors.joining());
    }
    String known =
        operation.known().stream().map(SqlText::literal).collect(Collectors.joining(", "));
    return PostgresDdl.doBlock("""
        DECLARE
          t CONSTANT oid := %s::regclass;
          replaced CONSTANT text := %s;
          successor CONSTANT text := %s;
          known CONSTANT text[] := ARRAY[%s]::text[];
          n CONSTANT int2 := (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = t AND attname = replaced);
          stray text;
        """.formatted(
                SqlText.literal(target.name(operation.table())),
                SqlText.literal(operation.column()),
                SqlText.literal(operation.successor()),
                known)
        + KEEP);
  }

  static String restore(RestoreExtras operation, DdlTarget target) {
    if (target.portable()) {
      return "-- restore extras: " + target.name(operation.table()) + " "
          + SqlText.columns(List.of(operation.column()));
    }
    return PostgresDdl.doBlock("""
        DECLARE
          t CONSTANT oid := %1$s::regclass;
          counter CONSTANT text := pg_catalog.pg_get_serial_sequence(%1$s, %2$s);
          kept CONSTANT json := NULLIF(pg_catalog.current_setting('lockstep.extras', true), '');
          gone CONSTANT boolean := NOT EXISTS (SELECT FROM pg_catalog.pg_attribute
            WHERE attrelid = t AND attnum = (kept ->> 'column')::int2 AND NOT attisdropped);
          kind text;
          sql text;
        """.formatted(
            SqlText.literal(target.name(operation.table())), SqlText.literal(operation.column()))
        + RESTORE);
  }
}
