package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table; columns in the order in which the database has them.
 *
 * @param comment empty for none
 */
public record Table(
    QualifiedName name,
    NamedList<Column> columns,
    NamedList<Constraint> constraints,
    NamedList<Index> indexes,
    String comment) {

  public static Table of(QualifiedName name) {
    return new Table(name, NamedList.empty(), NamedList.empty(), NamedList.empty(), "");
  }

  public Optional<PrimaryKey> primaryKey() {
    return constraints(PrimaryKey.class).findFirst();
  }

  public Stream<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class);
  }

  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Table withName(QualifiedName newName) {
    return new Table(newName, columns, constraints, indexes, comment);
  }

  public Table withColumns(NamedList<Column> newColumns) {
    return new Table(name, newColumns, constraints, indexes, comment);
  }

  public Table withConstraints(NamedList<Constraint> newConstraints) {
    return new Table(name, columns, newConstraints, indexes, comment);
  }

  public Table withIndexes(NamedList<Index> newIndexes) {
    return new Table(name, columns, constraints, newIndexes, comment);
  }

  public Table withComment(String newComment) {
    return new Table(name, columns, constraints, indexes, newComment);
  }

  /** This table as CREATE TABLE alone can make it: no indexes, no comments. */
  public Table bare() {
    return withIndexes(NamedList.empty())
        .withComment("")
        .withColumns(columns.map(column -> column.comment("")));
  }

  /**
   * The unique constraints that repeat the primary key or one another: CREATE TABLE leaves them out
   * without a word, ALTER TABLE makes them (measured on PostgreSQL 14 to 18).
   */
  public List<Unique> repeatedKeys() {
    List<Unique> keys = new ArrayList<>();
    primaryKey()
        .ifPresent(key ->
            keys.add(new Unique("", key.columns(), true, Deferral.NOT_DEFERRABLE, List.of())));
    List<Unique> repeated = new ArrayList<>();
    constraints(Unique.class)
        .sorted(Comparator.comparing(Unique::name))
        .forEach(unique -> (keys.stream().anyMatch(unique::sameBut) ? repeated : keys).add(unique));
    return repeated;
  }

  /** This table after one of its columns was renamed, in all that mentions it. */
  public Table renameColumn(String column, String newName) {
    Column renamed = columns.get(column).withName(newName);
    return withColumns(
            columns.replace(column, renamed).map(each -> each.renameMention(column, newName)))
        .withConstraints(constraints.map(constraint -> constraint.renameColumn(column, newName)))
        .withIndexes(indexes.map(index -> index.renameColumn(column, newName)));
  }
}
