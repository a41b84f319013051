package dev.lockstep.postgres;

import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the tables of a live database, as PostgreSQL prints them.
 *
 * <p>A {@link Schema} cannot say everything that a catalog can. What it has no word for is left
 * out, so that a thing of ours that was turned into such is seen to be missing: constraints that
 * are not validated or not enforced, invalid indexes, MATCH FULL, NO INHERIT, WITHOUT OVERLAPS,
 * EXCLUDE, deferrable primary keys. So are partitions, what a constraint or a column has from a
 * parent table, tables of extensions, and {@code lockstep_history}.
 */
public final class CatalogReader {
  private static final String NAMESPACES = """
      SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (CAST(? AS pg_catalog.text[]))
      """;
  private static final String TABLES = """
      SELECT c.oid, n.nspname, c.relname, pg_catalog.obj_description(c.oid, 'pg_class')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'lockstep_history'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
      """;

  private CatalogReader() {}

  /**
   * All tables of the target schema, with an empty schema in their names, and of the other schemas;
   * in its {@link Schema#namespaces} those of them that exist. Five queries, whatever the number of
   * tables. Types and functions of the target schema, of those others and of {@code public} are
   * printed without their schema. Outside a transaction the connection gets one for it, which is
   * rolled back; inside, the transaction goes on and its search path is what it was.
   *
   * @param targetSchema raw name
   * @param namespaces raw names of the other schemas that are ours
   */
  public static Schema read(
      Connection connection, String targetSchema, SortedSet<String> namespaces)
      throws SQLException {
    Map<String, String> schemas = new LinkedHashMap<>();
    namespaces.forEach(namespace -> schemas.put(namespace, namespace));
    schemas.put(targetSchema, "");
    return SearchPath.of(targetSchema, namespaces)
        .during(
            connection,
            () -> new Schema(
                existing(connection, namespaces), tables(new CatalogQuery(connection, schemas))));
  }

  private static SortedSet<String> existing(Connection connection, SortedSet<String> namespaces)
      throws SQLException {
    SortedSet<String> existing = new TreeSet<>();
    new CatalogQuery(connection, Map.of())
        .forEach(NAMESPACES, namespaces, row -> existing.add(row.text(1)));
    return existing;
  }

  /** The tables of the schemas that the query knows; the caller has set the search path. */
  static SortedMap<QualifiedName, Table> tables(CatalogQuery query) throws SQLException {
    Map<Long, Table> bare = new LinkedHashMap<>();
    query.forEach(
        TABLES,
        query.schemas().keySet(),
        row -> bare.put(
            row.number(1),
            Table.of(query.name(row.text(2), row.text(3))).withComment(row.text(4))));
    var columns = ColumnReader.read(query, bare.keySet());
    var constraints = ConstraintReader.read(query, bare.keySet());
    var indexes = IndexReader.read(query, bare.keySet());
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    bare.forEach((id, table) -> tables.put(
        table.name(),
        table
            .withColumns(NamedList.of(columns.getOrDefault(id, List.of())))
            .withConstraints(NamedList.of(constraints.getOrDefault(id, List.of())))
            .withIndexes(NamedList.of(indexes.getOrDefault(id, List.of())))));
    return tables;
  }
}
