package dev.lockstep.postgres;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema as a server prints it, so that it can be compared with what {@link CatalogReader} read
 * from the same server: {@code status in ('a')} becomes {@code (status = 'a'::text)}. The server is
 * made to print it by creating the tables and views as temporary ones, in transactions that are
 * rolled back: that needs no right to create schemas, changes no object that others see, and takes
 * no lock on one but ACCESS SHARE. What the server refuses, because a type or a function that it
 * uses is gone for example, stays as it was written. What is there in the very words of ours need
 * not be printed: they mean the same, read under one search path.
 */
public final class CanonicalSchema {
  private static final String USUAL_TABLESPACE = """
      SELECT t.spcname FROM pg_catalog.pg_database d JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace
      WHERE d.datname = pg_catalog.current_database()
      """;

  private CanonicalSchema() {}

  /** As {@link #of(Connection, Schema, Schema, String)}, with all of it printed. */
  static Schema of(Connection connection, Schema expected, String targetSchema)
      throws SQLException {
    return of(connection, expected, Schema.EMPTY, targetSchema);
  }

  /**
   * The expected schema in the words of the server. Types, functions and the tables of views are
   * looked up as {@link CatalogReader#read} does it.
   *
   * @param connection in autocommit mode, and without temporary tables of the names of ours
   * @param found what {@link CatalogReader#read} has read of the tables and views that are expected
   * @param targetSchema raw name of the target schema
   * @throws IllegalStateException if the connection is in a transaction
   * @throws NoTemporaryObjectsException if none can be made here
   */
  public static Schema of(Connection connection, Schema expected, Schema found, String targetSchema)
      throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("the connection is in a transaction");
    }
    TemporaryObjects temporary =
        new TemporaryObjects(connection, SearchPath.of(targetSchema, namespacesOf(expected)));
    temporary.requireRight();
    SortedMap<QualifiedName, Table> tables = new CanonicalTables(temporary)
        .of(inUsualTablespace(connection, expected.tables().values()), found);
    SortedMap<ObjectKey, SchemaObject> objects = new TreeMap<>(expected.objects());
    new CanonicalViews(temporary)
        .of(expected.objects(View.class).toList(), found)
        .forEach(view -> objects.put(view.key(), view));
    expected
        .objects(Sequence.class)
        .forEach(sequence -> objects.put(
            sequence.key(),
            sequence.withOptions(
                SequenceReader.usual(sequence.type().toString(), sequence.options()))));
    return new Schema(expected.namespaces(), tables, objects);
  }

  private static List<Table> inUsualTablespace(Connection connection, Collection<Table> tables)
      throws SQLException {
    String usual = usualTablespace(connection);
    return tables.stream()
        .map(table -> table.options().tablespace().equals(usual)
            ? table.withOptions(table.options().tablespace(""))
            : table)
        .toList();
  }

  /**
   * SQL statements for a session that is to understand the words of {@link #of} as they are meant.
   */
  public static List<String> settings(Schema expected, String targetSchema) {
    return SearchPath.of(targetSchema, namespacesOf(expected)).statements();
  }

  /** The tablespace of the database, which the catalog does not name where a table is in it. */
  static String usualTablespace(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    new CatalogQuery(connection, Map.of()).forEach(USUAL_TABLESPACE, row -> names.add(row.text(1)));
    return names.get(0);
  }

  /**
   * The schemas that the expected schema names, the target schema apart; also those that no
   * migration makes, because they are always there: public.
   */
  public static SortedSet<String> namespacesOf(Schema expected) {
    return Stream.of(
            expected.namespaces().stream(),
            expected.tables().keySet().stream().map(QualifiedName::schema),
            expected.objects().keySet().stream().map(key -> key.name().schema()))
        .flatMap(names -> names)
        .filter(schema -> !schema.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
