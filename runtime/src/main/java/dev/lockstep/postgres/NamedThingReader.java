package dev.lockstep.postgres;

import dev.lockstep.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what SQL objects can make that has a name of its own, extensions' things apart. */
final class NamedThingReader {
  private static final String THINGS = """
      WITH n AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (CAST(? AS pg_catalog.text[])))
      SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname, p.proname,
        CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END,
        CASE WHEN p.prokind <> 'a' AND p.prosqlbody IS NULL THEN p.prosrc END
      FROM n JOIN pg_catalog.pg_proc p ON p.pronamespace = n.oid
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid AND e.deptype = 'e')
      UNION ALL
      SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END, n.nspname, t.typname, NULL, NULL
      FROM n JOIN pg_catalog.pg_type t ON t.typnamespace = n.oid LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
      WHERE c.oid IS NULL OR c.relkind = 'c'
      UNION ALL
      SELECT 'collation', n.nspname, c.collname, NULL, NULL FROM n JOIN pg_catalog.pg_collation c ON c.collnamespace = n.oid
      UNION ALL
      SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END, n.nspname, c.relname, NULL, NULL
      FROM n JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      """;

  private NamedThingReader() {}

  /**
   * A thing of the catalog.
   *
   * @param kind as in {@link dev.lockstep.schema.SqlHeader}
   * @param definition the SQL that makes it; empty for all but functions and procedures
   * @param body of a function or procedure that was given as a text; else empty
   */
  record NamedThing(String kind, QualifiedName name, String definition, String body) {}

  static List<NamedThing> read(CatalogQuery query) throws SQLException {
    List<NamedThing> things = new ArrayList<>();
    query.forEach(
        THINGS,
        query.schemas().keySet(),
        row -> things.add(new NamedThing(
            row.text(1), query.name(row.text(2), row.text(3)), row.text(4), row.text(5))));
    return things;
  }
}
