package dev.lockstep.postgres;

import dev.lockstep.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalog of one database about a set of its objects.
 *
 * @param schemas what we call each PostgreSQL schema that is asked about, by its name
 * @param relations raw names of the only tables and views of those schemas that are asked about;
 *     null for all
 */
record CatalogQuery(
    Connection connection,
    Map<String, String> schemas,
    @Nullable Collection<String> relations) {
  /** What a query about relations {@code c} in schemas {@code n} has as its condition. */
  static final String OURS = "n.nspname = ANY (CAST(? AS pg_catalog.text[]))";

  /** The catalog has an index on names; to look for all of a schema is to read all relations. */
  private static final String NAMED = OURS + " AND c.relname = ANY (CAST(? AS pg_catalog.text[]))";

  /** About all of those schemas. */
  CatalogQuery(Connection connection, Map<String, String> schemas) {
    this(connection, schemas, null);
  }

  /** What is done with a row. */
  interface RowReader {
    void read(Row row) throws SQLException;
  }

  /** A row; columns count from 1, and a NULL is empty, 0 or false. */
  record Row(ResultSet columns) {
    String text(int column) throws SQLException {
      String text = columns.getString(column);
      return text == null ? "" : text;
    }

    long number(int column) throws SQLException {
      return columns.getLong(column);
    }

    boolean flag(int column) throws SQLException {
      return columns.getBoolean(column);
    }

    List<String> texts(int column) throws SQLException {
      Array texts = columns.getArray(column);
      return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }
  }

  /**
   * Reads each row of a query about the relations.
   *
   * @param sql with {@link #OURS} as its only parameter
   */
  void forEachRelation(String sql, RowReader reader) throws SQLException {
    if (relations == null) {
      read(sql, List.of(schemas.keySet()), reader);
    } else {
      read(sql.replace(OURS, NAMED), List.of(schemas.keySet(), relations), reader);
    }
  }

  /**
   * Reads each row of a query; without keys there is none.
   *
   * @param keys the query's only parameter: an array of names, or of oids as {@link Long}
   */
  void forEach(String sql, Collection<?> keys, RowReader reader) throws SQLException {
    if (!keys.isEmpty()) {
      read(sql, List.of(keys), reader);
    }
  }

  /** Reads each row of a query without a parameter. */
  void forEach(String sql, RowReader reader) throws SQLException {
    read(sql, List.of(), reader);
  }

  private void read(String sql, List<Collection<?>> arrays, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arrays.size(); i++) {
        statement.setArray(i + 1, array(arrays.get(i)));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(new Row(rows));
        }
      }
    }
  }

  private Array array(Collection<?> keys) throws SQLException {
    boolean names = keys.stream().allMatch(String.class::isInstance);
    return connection.createArrayOf(names ? "text" : "int8", keys.toArray());
  }

  /** What we call the object. */
  QualifiedName name(String schema, String name) {
    return new QualifiedName(schemas.getOrDefault(schema, schema), name);
  }

  /** Major version of the server. */
  int major() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }
}
