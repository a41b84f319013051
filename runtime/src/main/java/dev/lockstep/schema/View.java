package dev.lockstep.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A view, plain or materialized.
 *
 * @param query one SQL query without a semicolon; it names columns and tables as its reader would
 * @param materialized whether its rows are stored until refreshed
 * @param with its options or storage parameters, name to value
 * @param indexes of a materialized one
 * @param comment empty for none
 */
public record View(
    QualifiedName name,
    SqlExpression query,
    boolean materialized,
    SortedMap<String, String> with,
    NamedList<Index> indexes,
    String comment)
    implements SchemaObject {
  public View {
    with = Collections.unmodifiableSortedMap(new TreeMap<>(with));
  }

  public static View of(QualifiedName name, String query) {
    return new View(name, SqlExpression.of(query), false, new TreeMap<>(), NamedList.empty(), "");
  }

  public static View materialized(QualifiedName name, String query) {
    return new View(name, SqlExpression.of(query), true, new TreeMap<>(), NamedList.empty(), "");
  }

  @Override
  public ObjectKind kind() {
    return materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }

  @Override
  public View withName(QualifiedName newName) {
    return new View(newName, query, materialized, with, indexes, comment);
  }

  public View with(String parameter, String value) {
    TreeMap<String, String> parameters = new TreeMap<>(with);
    parameters.put(parameter, value);
    return withParameters(parameters);
  }

  public View withParameters(SortedMap<String, String> parameters) {
    return new View(name, query, materialized, parameters, indexes, comment);
  }

  public View withQuery(SqlExpression newQuery) {
    return new View(name, newQuery, materialized, with, indexes, comment);
  }

  public View withIndexes(NamedList<Index> newIndexes) {
    return new View(name, query, materialized, with, newIndexes, comment);
  }

  @Override
  public View withComment(String newComment) {
    return new View(name, query, materialized, with, indexes, newComment);
  }

  /** This view as CREATE VIEW alone can make it: no indexes, no comment. */
  public View bare() {
    return withIndexes(NamedList.empty()).withComment("");
  }
}
