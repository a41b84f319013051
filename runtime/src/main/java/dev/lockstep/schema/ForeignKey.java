package dev.lockstep.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param columns raw names of the referencing columns, in order
 * @param target the referenced table
 * @param targetColumns raw names of the referenced columns; the n-th goes with the n-th of
 *     {@code columns}
 * @param coversPeriod whether the last columns are ranges, of which the referenced ones must cover
 *     the referencing one; PostgreSQL 18 or later
 */
public record ForeignKey(
    String name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferral deferral,
    boolean coversPeriod)
    implements Constraint {
  public ForeignKey(
      String name,
      List<String> columns,
      QualifiedName target,
      List<String> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Deferral deferral) {
    this(name, columns, target, targetColumns, onDelete, onUpdate, deferral, false);
  }

  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }

  public ForeignKey references(QualifiedName table, String firstColumn, String... moreColumns) {
    return new ForeignKey(
        name,
        columns,
        table,
        Names.list(firstColumn, moreColumns),
        onDelete,
        onUpdate,
        deferral,
        coversPeriod);
  }

  public ForeignKey references(String table, String firstColumn, String... moreColumns) {
    return references(QualifiedName.of(table), firstColumn, moreColumns);
  }

  /**
   * As {@link #references(String, String, String...)}, for a table in another schema than the
   * target schema.
   */
  public ForeignKey referencesIn(
      String schema, String table, String firstColumn, String... moreColumns) {
    return references(new QualifiedName(schema, table), firstColumn, moreColumns);
  }

  public ForeignKey onDelete(ReferentialAction action) {
    return new ForeignKey(
        name, columns, target, targetColumns, action, onUpdate, deferral, coversPeriod);
  }

  public ForeignKey onUpdate(ReferentialAction action) {
    return new ForeignKey(
        name, columns, target, targetColumns, onDelete, action, deferral, coversPeriod);
  }

  public ForeignKey deferrable() {
    return withDeferral(Deferral.DEFERRABLE);
  }

  public ForeignKey initiallyDeferred() {
    return withDeferral(Deferral.INITIALLY_DEFERRED);
  }

  public ForeignKey withDeferral(Deferral newDeferral) {
    return new ForeignKey(
        name, columns, target, targetColumns, onDelete, onUpdate, newDeferral, coversPeriod);
  }

  /** The last columns are ranges that must be covered; PostgreSQL 18 or later. */
  public ForeignKey period() {
    return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, deferral, true);
  }

  public ForeignKey withTarget(QualifiedName newTarget) {
    return new ForeignKey(
        name, columns, newTarget, targetColumns, onDelete, onUpdate, deferral, coversPeriod);
  }

  @Override
  public ForeignKey withName(String newName) {
    return new ForeignKey(
        newName, columns, target, targetColumns, onDelete, onUpdate, deferral, coversPeriod);
  }

  @Override
  public boolean mentions(String column) {
    return columns.contains(column);
  }

  @Override
  public ForeignKey renameColumn(String column, String newName) {
    return new ForeignKey(
        name,
        Names.rename(columns, column, newName),
        target,
        targetColumns,
        onDelete,
        onUpdate,
        deferral,
        coversPeriod);
  }

  public ForeignKey renameTargetColumn(String column, String newName) {
    return new ForeignKey(
        name,
        columns,
        target,
        Names.rename(targetColumns, column, newName),
        onDelete,
        onUpdate,
        deferral,
        coversPeriod);
  }

  /** The pairs may be listed in any order: (a, b) to (x, y) is (b, a) to (y, x). */
  @Override
  public boolean sameBut(Constraint other) {
    return other instanceof ForeignKey that
        && target.equals(that.target)
        && onDelete == that.onDelete
        && onUpdate == that.onUpdate
        && deferral == that.deferral
        && coversPeriod == that.coversPeriod
        && pairs().equals(that.pairs());
  }

  private java.util.Set<String> pairs() {
    java.util.Set<String> pairs = new java.util.HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      pairs.add(columns.get(i) + "\0" + (i < targetColumns.size() ? targetColumns.get(i) : ""));
    }
    return pairs;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ForeignKey that
            && name.equals(that.name)
            && columns.equals(that.columns)
            && target.equals(that.target)
            && targetColumns.equals(that.targetColumns)
            && onDelete == that.onDelete
            && onUpdate == that.onUpdate
            && deferral == that.deferral
            && coversPeriod == that.coversPeriod);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
