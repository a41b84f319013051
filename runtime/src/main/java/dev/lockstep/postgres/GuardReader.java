package dev.lockstep.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what watches over tables and views. */
final class GuardReader {
  /** A table is printed with its schema, a temporary one with that or, since 15, with pg_temp. */
  private static final String GUARDS = """
      WITH r AS (
        SELECT c.oid, n.nspname, c.relname, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
          pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS qualified,
          'pg_temp.' || pg_catalog.quote_ident(c.relname) AS temporary, pg_catalog.quote_ident(c.relname) AS bare
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition)
      SELECT 'trigger', r.nspname, r.relname, t.tgname,
        pg_catalog.replace(pg_catalog.replace(pg_catalog.pg_get_triggerdef(t.oid), ' ON ' || r.qualified || ' ', ' ON ' || r.bare || ' '),
          ' ON ' || r.temporary || ' ', ' ON ' || r.bare || ' '), t.tgenabled
      FROM r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal AND t.tgparentid = 0
      UNION ALL
      SELECT 'policy', r.nspname, r.relname, p.polname,
        pg_catalog.format('CREATE POLICY %I ON %s%s FOR %s TO %s%s%s', p.polname, r.bare,
          CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END,
          CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
          (SELECT pg_catalog.string_agg(CASE o WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(o)) END, ', ' ORDER BY o)
            FROM pg_catalog.unnest(p.polroles) AS o),
          ' USING (' || pg_catalog.pg_get_expr(p.polqual, r.oid) || ')',
          ' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, r.oid) || ')'), 'O'
      FROM r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
      UNION ALL
      SELECT 'rule', r.nspname, r.relname, w.rulename,
        pg_catalog.replace(pg_catalog.replace(pg_catalog.pg_get_ruledef(w.oid), ' TO ' || r.qualified || ' ', ' TO ' || r.bare || ' '),
          ' TO ' || r.temporary || ' ', ' TO ' || r.bare || ' '), w.ev_enabled
      FROM r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename <> '_RETURN'
      UNION ALL
      SELECT 'row level security', r.nspname, r.relname, '',
        CASE WHEN r.secured THEN 'ENABLE' ELSE 'DISABLE' END || CASE WHEN r.forced THEN ', FORCE' ELSE '' END, 'O'
      FROM r WHERE r.secured OR r.forced
      """;

  private GuardReader() {}

  static List<Guard> read(CatalogQuery query) throws SQLException {
    List<Guard> guards = new ArrayList<>();
    query.forEachRelation(
        GUARDS,
        row -> guards.add(new Guard(
            row.text(1),
            query.name(row.text(2), row.text(3)),
            row.text(4),
            row.text(5).replaceFirst(";$", "") + enabled(row.text(6)))));
    return guards;
  }

  private static String enabled(String code) {
    return switch (code) {
      case "D" -> Guard.DISABLED;
      case "A" -> Guard.ALWAYS;
      case "R" -> Guard.REPLICA;
      default -> "";
    };
  }
}
