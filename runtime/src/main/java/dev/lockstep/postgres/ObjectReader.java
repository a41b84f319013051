package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.View;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what there is beside tables, SQL objects apart. */
final class ObjectReader {
  private static final String EXTENSIONS =
      "SELECT extname FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql'";
  private static final String ENUMS = """
      SELECT n.nspname, t.typname,
        ARRAY(SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
        pg_catalog.obj_description(t.oid, 'pg_type')
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND t.typtype = 'e'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
          WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.deptype = 'e')
      """;
  private static final String VIEWS = """
      SELECT c.oid, n.nspname, c.relname, c.relkind = 'm', pg_catalog.pg_get_viewdef(c.oid), c.reloptions, toast.reloptions,
        pg_catalog.obj_description(c.oid, 'pg_class')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
      WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND c.relkind IN ('v', 'm')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
          WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private ObjectReader() {}

  /** All but views. */
  static SortedMap<ObjectKey, SchemaObject> read(CatalogQuery query) throws SQLException {
    SortedMap<ObjectKey, SchemaObject> objects = new TreeMap<>();
    query.forEach(EXTENSIONS, row -> put(objects, Extension.of(row.text(1))));
    query.forEach(
        ENUMS,
        query.schemas().keySet(),
        row -> put(
            objects,
            new EnumType(query.name(row.text(1), row.text(2)), row.texts(3), row.text(4))));
    SequenceReader.read(query).forEach(sequence -> put(objects, sequence));
    return objects;
  }

  private static void put(Map<ObjectKey, SchemaObject> objects, SchemaObject object) {
    objects.put(object.key(), object);
  }

  /** Views by oid, without indexes. */
  static Map<Long, View> views(CatalogQuery query) throws SQLException {
    Map<Long, View> views = new LinkedHashMap<>();
    query.forEachRelation(VIEWS, row -> views.put(row.number(1), view(row, query)));
    return views;
  }

  private static View view(Row row, CatalogQuery query) throws SQLException {
    View view = new View(
        query.name(row.text(2), row.text(3)),
        query(row.text(5)),
        row.flag(4),
        Parameters.of(row.texts(6), row.texts(7)),
        dev.lockstep.schema.NamedList.empty(),
        row.text(8));
    return view;
  }

  /** PostgreSQL prints a semicolon after it. */
  private static SqlExpression query(String definition) {
    int end = definition.length() - (definition.endsWith(";") ? 1 : 0);
    return SqlExpression.of(definition.substring(0, end));
  }
}
