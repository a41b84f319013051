package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table; columns in the order in which the database has them.
 *
 * @param comment empty for none
 * @param options how it is stored
 * @param partitioning null for a table that is not partitioned
 */
public record Table(
    QualifiedName name,
    NamedList<Column> columns,
    NamedList<Constraint> constraints,
    NamedList<Index> indexes,
    String comment,
    TableOptions options,
    @Nullable Partitioning partitioning) {

  /** With the usual options, not partitioned. */
  public Table(
      QualifiedName name,
      NamedList<Column> columns,
      NamedList<Constraint> constraints,
      NamedList<Index> indexes,
      String comment) {
    this(name, columns, constraints, indexes, comment, TableOptions.NONE, null);
  }

  public static Table of(QualifiedName name) {
    return new Table(name, NamedList.empty(), NamedList.empty(), NamedList.empty(), "");
  }

  public Optional<PrimaryKey> primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  public Stream<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class);
  }

  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Table withName(QualifiedName newName) {
    return new Table(newName, columns, constraints, indexes, comment, options, partitioning);
  }

  public Table withColumns(NamedList<Column> newColumns) {
    return new Table(name, newColumns, constraints, indexes, comment, options, partitioning);
  }

  public Table withConstraints(NamedList<Constraint> newConstraints) {
    return new Table(name, columns, newConstraints, indexes, comment, options, partitioning);
  }

  public Table withIndexes(NamedList<Index> newIndexes) {
    return new Table(name, columns, constraints, newIndexes, comment, options, partitioning);
  }

  public Table withComment(String newComment) {
    return new Table(name, columns, constraints, indexes, newComment, options, partitioning);
  }

  public Table withOptions(TableOptions newOptions) {
    return new Table(name, columns, constraints, indexes, comment, newOptions, partitioning);
  }

  public Table withPartitioning(@Nullable Partitioning newPartitioning) {
    return new Table(name, columns, constraints, indexes, comment, options, newPartitioning);
  }

  /** Its partitions; none if it is not partitioned. */
  public NamedList<Partition> partitions() {
    return partitioning == null ? NamedList.empty() : partitioning.partitions();
  }

  /**
   * This table as CREATE TABLE alone can make it: no indexes, comments, column options, partitions.
   */
  public Table bare() {
    return withIndexes(NamedList.empty())
        .withComment("")
        .withColumns(columns.map(Column::bare))
        .withPartitioning(
            partitioning == null ? null : partitioning.withPartitions(NamedList.empty()));
  }

  /** Whether it is what {@link #bare} makes of it. */
  public boolean isBare() {
    for (Column column : columns) {
      if (!column.isBare()) {
        return false;
      }
    }
    return indexes.isEmpty() && comment.isEmpty() && partitions().isEmpty();
  }

  /**
   * The unique and exclusion constraints that repeat the primary key or one another: CREATE TABLE
   * leaves them out without a word, ALTER TABLE makes them (measured on PostgreSQL 14 to 18).
   */
  public List<Constraint> repeatedKeys() {
    SortedMap<String, Constraint> byName = new TreeMap<>();
    for (Constraint each : constraints) {
      if (each instanceof Unique || each instanceof Exclusion) {
        byName.put(each.name(), each);
      }
    }
    if (byName.isEmpty()) {
      return List.of();
    }
    List<Constraint> keys = new ArrayList<>();
    Optional<PrimaryKey> primary = primaryKey();
    if (primary.isPresent()) {
      PrimaryKey key = primary.get();
      keys.add(new Unique(
          "", key.columns(), true, Deferral.NOT_DEFERRABLE, List.of(), key.withoutOverlaps()));
    }
    List<Constraint> repeated = new ArrayList<>();
    for (Constraint each : byName.values()) {
      (each.isAmong(keys) ? repeated : keys).add(each);
    }
    return repeated;
  }

  /** This table after one of its columns was renamed, in all that mentions it. */
  public Table renameColumn(String column, String newName) {
    Column renamed = columns.get(column).withName(newName);
    return withColumns(
            columns.replace(column, renamed).map(each -> each.renameMention(column, newName)))
        .withConstraints(constraints.map(constraint -> constraint.renameColumn(column, newName)))
        .withIndexes(indexes.map(index -> index.renameColumn(column, newName)))
        .withPartitioning(partitioning == null ? null : partitioning.renameColumn(column, newName));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Table that
            && name.equals(that.name)
            && columns.equals(that.columns)
            && constraints.equals(that.constraints)
            && indexes.equals(that.indexes)
            && comment.equals(that.comment)
            && options.equals(that.options)
            && Objects.equals(partitioning, that.partitioning));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
