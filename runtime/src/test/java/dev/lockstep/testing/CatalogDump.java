package dev.lockstep.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the catalog says of the objects of some schemas, as sorted lines of text, straight from
 * {@code pg_catalog}: two databases with equal dumps have the same structure. It shares nothing
 * with the code that it checks.
 *
 * <pre>
 * column public.user.email character varying(120) not null default ''::character varying
 * constraint public.user.user_pkey PRIMARY KEY (id)
 * index public.user_email_idx CREATE INDEX user_email_idx ON public."user" USING btree (email)
 * </pre>
 *
 * <p>Left out is what two databases of one structure may differ in: the order of columns, the names
 * of the sequences of identity columns and of NOT NULL constraints, rows and counters, what
 * partitions have from their table under names that PostgreSQL chose, and whether the usual rights
 * were granted or were never touched. Left out too is the table {@code lockstep_history} with its
 * indexes and constraints.
 */
public final class CatalogDump {
  private static final String RELATIONS = """
      SELECT 'schema ' || nspname || COALESCE(' comment ' || quote_literal(obj_description(oid, 'pg_namespace')), '')
        FROM pg_namespace WHERE nspname = ANY (?)
      UNION ALL
      SELECT CASE c.relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'partitioned table ' WHEN 'v' THEN 'view '
            WHEN 'm' THEN 'materialized view ' ELSE 'relation ' || c.relkind::text || ' ' END
          || nspname || '.' || c.relname
          || CASE c.relpersistence WHEN 'p' THEN '' ELSE ' persistence ' || c.relpersistence::text END
          || CASE WHEN c.relispartition THEN ' partition of ' || (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = c.oid)
               || ' ' || pg_get_expr(c.relpartbound, c.oid) ELSE '' END
          || CASE c.relkind WHEN 'p' THEN ' by ' || pg_get_partkeydef(c.oid) ELSE '' END
          || CASE WHEN c.relkind IN ('v', 'm') THEN ' as ' || pg_get_viewdef(c.oid) ELSE '' END
          || CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN ' empty' ELSE '' END
          || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
          || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
          || CASE WHEN c.relreplident <> 'd' THEN ' replica identity ' || c.relreplident::text ELSE '' END
          || COALESCE(' with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(c.reloptions) o), '')
          || COALESCE(' toast with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(t.reloptions) o), '')
          || COALESCE(' tablespace ' || spcname, '')
          || COALESCE(' acl ' || (SELECT string_agg(a::text, ', ' ORDER BY a::text) FROM unnest(c.relacl) a HAVING array_agg(a::text ORDER BY a::text)
               <> (SELECT array_agg(d::text ORDER BY d::text) FROM unnest(acldefault('r', c.relowner)) d)), '')
          || COALESCE(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class t ON t.oid = c.reltoastrelid LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
       WHERE nspname = ANY (?) AND c.relkind NOT IN ('i', 'I', 'S', 't') AND c.relname <> 'lockstep_history'
      """;
  private static final String COLUMNS = """
      SELECT 'column ' || nspname || '.' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
          || CASE WHEN attcollation <> typcollation
               THEN ' collate ' || (SELECT cn.nspname || '.' || collname FROM pg_collation co
                 JOIN pg_namespace cn ON cn.oid = collnamespace WHERE co.oid = attcollation) ELSE '' END
          || CASE WHEN attnotnull THEN ' not null' ELSE '' END
          || CASE WHEN EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'n' AND NOT convalidated
               AND conkey[1] = attnum) THEN ' not valid' ELSE '' END
          || CASE WHEN attgenerated <> '' THEN ' generated ' || attgenerated::text || ' ' || pg_get_expr(adbin, adrelid)
               ELSE COALESCE(' default ' || pg_get_expr(adbin, adrelid), '') END
          || CASE WHEN attidentity <> '' THEN ' identity ' || attidentity::text ELSE '' END
          || CASE WHEN attstorage <> typstorage THEN ' storage ' || attstorage::text ELSE '' END
          || CASE WHEN attcompression <> '' THEN ' compression ' || attcompression::text ELSE '' END
          || COALESCE(' statistics ' || NULLIF(attstattarget, -1), '')
          || COALESCE(' options ' || array_to_string(attoptions, ', '), '')
          || COALESCE(' acl ' || (SELECT string_agg(x::text, ', ' ORDER BY x::text) FROM unnest(attacl) x), '')
          || COALESCE(' comment ' || quote_literal(col_description(c.oid, attnum)), '')
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
        JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
       WHERE nspname = ANY (?) AND relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND attnum > 0 AND NOT attisdropped
         AND relname <> 'lockstep_history'
      """;
  private static final String CONSTRAINTS_AND_INDEXES = """
      SELECT 'constraint ' || nspname || '.' || relname || '.' || conname || ' ' || pg_get_constraintdef(k.oid)
          || COALESCE(' with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM pg_class i, unnest(i.reloptions) o
               WHERE i.oid = conindid AND contype <> 'f'), '')
          || COALESCE(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
        FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname = ANY (?) AND contype NOT IN ('n', 't') AND conparentid = 0 AND relname <> 'lockstep_history'
      UNION ALL
      SELECT 'index ' || nspname || '.' || ic.relname || ' ' || pg_get_indexdef(indexrelid)
          || CASE WHEN indisvalid AND indisready THEN '' ELSE ' invalid' END
          || CASE WHEN indisreplident THEN ' replica identity' ELSE '' END
          || CASE WHEN indisclustered THEN ' clustered' ELSE '' END
          || COALESCE((SELECT ' statistics ' || string_agg(attnum || '=' || attstattarget, ', ' ORDER BY attnum)
               FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0), '')
          || COALESCE(' tablespace ' || spcname, '')
          || COALESCE(' comment ' || quote_literal(obj_description(indexrelid, 'pg_class')), '')
        FROM pg_index JOIN pg_class ic ON ic.oid = indexrelid JOIN pg_class tc ON tc.oid = indrelid
        JOIN pg_namespace n ON n.oid = ic.relnamespace LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
       WHERE nspname = ANY (?) AND tc.relname <> 'lockstep_history' AND tc.relkind <> 't' AND NOT ic.relispartition
      """;
  private static final String GUARDS = """
      SELECT 'trigger ' || nspname || '.' || relname || ' ' || pg_get_triggerdef(g.oid) || ' enabled ' || tgenabled::text
          || COALESCE(' comment ' || quote_literal(obj_description(g.oid, 'pg_trigger')), '')
        FROM pg_trigger g JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname = ANY (?) AND NOT tgisinternal AND relname <> 'lockstep_history'
      UNION ALL
      SELECT 'policy ' || nspname || '.' || relname || '.' || polname || ' ' || polcmd::text
          || CASE WHEN polpermissive THEN '' ELSE ' restrictive' END
          || ' to ' || (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END, ', ' ORDER BY r) FROM unnest(polroles) r)
          || COALESCE(' using ' || pg_get_expr(polqual, polrelid), '')
          || COALESCE(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
          || COALESCE(' comment ' || quote_literal(obj_description(p.oid, 'pg_policy')), '')
        FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname = ANY (?)
      UNION ALL
      SELECT 'rule ' || nspname || '.' || relname || ' ' || pg_get_ruledef(w.oid) || ' enabled ' || ev_enabled::text
          || COALESCE(' comment ' || quote_literal(obj_description(w.oid, 'pg_rewrite')), '')
        FROM pg_rewrite w JOIN pg_class c ON c.oid = ev_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname = ANY (?) AND rulename <> '_RETURN'
      """;
  private static final String SEQUENCES = """
      SELECT 'sequence ' || CASE WHEN deptype = 'i' THEN 'of identity ' ELSE n.nspname || '.' || c.relname || ' ' END
          || COALESCE(CASE deptype WHEN 'a' THEN 'owned by ' ELSE '' END || tn.nspname || '.' || t.relname || '.' || attname || ' ', '')
          || format_type(seqtypid, NULL) || ' start ' || seqstart || ' increment ' || seqincrement || ' min ' || seqmin
          || ' max ' || seqmax || ' cache ' || seqcache || CASE WHEN seqcycle THEN ' cycle' ELSE '' END
          || CASE c.relpersistence WHEN 'p' THEN '' ELSE ' persistence ' || c.relpersistence::text END
          || COALESCE(' acl ' || (SELECT string_agg(a::text, ', ' ORDER BY a::text) FROM unnest(c.relacl) a HAVING array_agg(a::text ORDER BY a::text)
               <> (SELECT array_agg(d::text ORDER BY d::text) FROM unnest(acldefault('s', c.relowner)) d)), '')
          || COALESCE(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')
        FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
          AND d.refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i')
        LEFT JOIN pg_class t ON t.oid = refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
       WHERE n.nspname = ANY (?)
      """;
  private static final String TYPES = """
      SELECT 'enum ' || nspname || '.' || typname
          || COALESCE(' ' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), '')
          || COALESCE(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '')
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname = ANY (?) AND typtype = 'e'
      UNION ALL
      SELECT 'domain ' || nspname || '.' || typname || ' ' || format_type(typbasetype, typtypmod)
          || COALESCE(' collate ' || NULLIF(typcollation, 0)::regcollation::text, '')
          || CASE WHEN typnotnull THEN ' not null' ELSE '' END || COALESCE(' default ' || typdefault, '')
          || COALESCE((SELECT string_agg(' ' || conname || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY conname)
               FROM pg_constraint k WHERE contypid = t.oid AND contype <> 'n'), '')
          || COALESCE(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '')
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname = ANY (?) AND typtype = 'd'
      UNION ALL
      SELECT 'range ' || nspname || '.' || typname || ' of ' || format_type(rngsubtype, NULL)
        FROM pg_range JOIN pg_type t ON t.oid = rngtypid JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname = ANY (?)
      UNION ALL
      SELECT 'composite ' || nspname || '.' || typname || COALESCE(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '')
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace JOIN pg_class c ON c.oid = typrelid
       WHERE nspname = ANY (?) AND c.relkind = 'c'
      UNION ALL
      SELECT 'collation ' || nspname || '.' || collname || ' ' || collprovider::text || ' ' || (to_jsonb(c)
          - '{oid,collname,collnamespace,collowner,collprovider,collversion}'::text[])::text
        FROM pg_collation c JOIN pg_namespace n ON n.oid = collnamespace WHERE nspname = ANY (?)
      UNION ALL
      SELECT 'extension ' || extname || ' in ' || nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
       WHERE extname <> 'plpgsql' AND CAST(? AS text[]) IS NOT NULL
      """;
  private static final String ROUTINES = """
      SELECT CASE prokind WHEN 'a' THEN 'aggregate ' ELSE 'function ' END || p.oid::regprocedure || ' '
          || CASE prokind WHEN 'a' THEN (SELECT concat_ws(' ', aggtransfn, aggfinalfn, aggtranstype::regtype, agginitval) FROM pg_aggregate WHERE aggfnoid = p.oid)
               ELSE pg_get_functiondef(p.oid) END
          || COALESCE(' acl ' || (SELECT string_agg(a::text, ', ' ORDER BY a::text) FROM unnest(proacl) a HAVING array_agg(a::text ORDER BY a::text)
               <> (SELECT array_agg(d::text ORDER BY d::text) FROM unnest(acldefault('f', proowner)) d)), '')
          || COALESCE(' comment ' || quote_literal(obj_description(p.oid, 'pg_proc')), '')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
       WHERE nspname = ANY (?)
         AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
      """;

  private CatalogDump() {}

  /**
   * The objects of those schemas, one a line; names are raw, a schema that does not exist adds no
   * line.
   */
  public static String of(DataSource database, String... schemas) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        // Everything else is then printed with its schema.
        statement.execute("SET LOCAL search_path = pg_catalog");
      }
      List<String> lines = new ArrayList<>();
      for (String query : List.of(
          RELATIONS, COLUMNS, CONSTRAINTS_AND_INDEXES, GUARDS, SEQUENCES, TYPES, ROUTINES)) {
        lines.addAll(lines(connection, query, schemas));
      }
      connection.rollback();
      return lines.stream().sorted().collect(Collectors.joining("\n"));
    } catch (SQLException e) {
      throw new IllegalStateException("no catalog of " + Arrays.toString(schemas), e);
    }
  }

  private static List<String> lines(Connection connection, String query, String... schemas)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      var names = connection.createArrayOf("text", schemas);
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setArray(i, names);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    return lines;
  }
}
