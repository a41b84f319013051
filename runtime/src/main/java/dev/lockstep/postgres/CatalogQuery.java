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

/**
 * Asks the catalog of one database about a set of its objects.
 *
 * @param schemas what we call each PostgreSQL schema that is asked about, by its name
 */
record CatalogQuery(Connection connection, Map<String, String> schemas) {
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
   * Reads each row of a query; without keys there is none.
   *
   * @param keys the query's only parameter: an array of names, or of oids as {@link Long}
   */
  void forEach(String sql, Collection<?> keys, RowReader reader) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    boolean names = keys.stream().allMatch(String.class::isInstance);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array array = connection.createArrayOf(names ? "text" : "int8", keys.toArray());
      statement.setArray(1, array);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(new Row(rows));
        }
      }
    }
  }

  /** Reads each row of a query without a parameter. */
  void forEach(String sql, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(new Row(rows));
      }
    }
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
