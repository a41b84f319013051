package dev.lockstep.postgres;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the structure of a live database, as PostgreSQL prints it.
 *
 * <p>A {@link Schema} cannot say everything that a catalog can. What it has no word for is left
 * out, so that a thing of ours that was turned into such is seen to be missing: constraints that
 * are not validated or not enforced, invalid indexes, MATCH FULL, NO INHERIT, deferrable primary
 * keys. So are the members of partitions, what a constraint or a column has from a parent table,
 * what belongs to an extension, and {@code lockstep_history}. An SQL object has no kind by which it
 * could be read: {@link SqlObjectChecker} looks for what it should have made.
 */
public final class CatalogReader {
  private static final String NAMESPACES = """
      SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (CAST(? AS pg_catalog.text[]))
      """;

  private CatalogReader() {}

  /**
   * All of the target schema, with an empty schema in the names, and of the other schemas, and the
   * extensions of the database; in its {@link Schema#namespaces} those schemas that exist. Ten
   * queries, whatever the number of tables. Types and functions of the target schema, of those
   * others and of {@code public} are printed without their schema. Outside a transaction the
   * connection gets one for it, which is rolled back; inside, the transaction goes on and its
   * search path is what it was.
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
        .during(connection, () -> everything(new CatalogQuery(connection, schemas), namespaces));
  }

  private static SortedSet<String> existing(Connection connection, SortedSet<String> namespaces)
      throws SQLException {
    SortedSet<String> existing = new TreeSet<>();
    new CatalogQuery(connection, Map.of())
        .forEach(NAMESPACES, namespaces, row -> existing.add(row.text(1)));
    return existing;
  }

  private static Schema everything(CatalogQuery query, SortedSet<String> namespaces)
      throws SQLException {
    Map<Long, Table> tables = TableReader.bare(query);
    Map<Long, View> views = ObjectReader.views(query);
    var indexes = IndexReader.read(
        query, Stream.of(tables, views).flatMap(each -> each.keySet().stream()).toList());
    SortedMap<ObjectKey, SchemaObject> objects = ObjectReader.read(query);
    views.forEach((id, view) -> objects.put(view.key(), view.withIndexes(indexes.of(id))));
    return new Schema(
        existing(query.connection(), namespaces),
        TableReader.whole(query, tables, indexes),
        objects);
  }

  /** The tables of the schemas that the query knows; the caller has set the search path. */
  static SortedMap<QualifiedName, Table> tables(CatalogQuery query) throws SQLException {
    Map<Long, Table> tables = TableReader.bare(query);
    return TableReader.whole(query, tables, IndexReader.read(query, tables.keySet()));
  }
}
