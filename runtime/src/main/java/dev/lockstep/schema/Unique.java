package dev.lockstep.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param columns raw names in the key's order, at least one
 * @param nullsDistinct false for NULLS NOT DISTINCT, which PostgreSQL knows since 15
 * @param include raw names of the columns that are only carried along
 * @param withoutOverlaps whether its last column is a range or multirange whose values must not
 *     overlap; PostgreSQL 18 or later
 */
public record Unique(
    String name,
    List<String> columns,
    boolean nullsDistinct,
    Deferral deferral,
    List<String> include,
    boolean withoutOverlaps)
    implements Constraint {
  public Unique(
      String name,
      List<String> columns,
      boolean nullsDistinct,
      Deferral deferral,
      List<String> include) {
    this(name, columns, nullsDistinct, deferral, include, false);
  }

  public Unique {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  public Unique nullsNotDistinct() {
    return new Unique(name, columns, false, deferral, include, withoutOverlaps);
  }

  public Unique deferrable() {
    return new Unique(name, columns, nullsDistinct, Deferral.DEFERRABLE, include, withoutOverlaps);
  }

  public Unique initiallyDeferred() {
    return new Unique(
        name, columns, nullsDistinct, Deferral.INITIALLY_DEFERRED, include, withoutOverlaps);
  }

  public Unique include(String first, String... more) {
    return new Unique(
        name, columns, nullsDistinct, deferral, Names.list(first, more), withoutOverlaps);
  }

  /** Without overlaps of its last column; PostgreSQL 18 or later. */
  public Unique notOverlapping() {
    return new Unique(name, columns, nullsDistinct, deferral, include, true);
  }

  @Override
  public Unique withName(String newName) {
    return new Unique(newName, columns, nullsDistinct, deferral, include, withoutOverlaps);
  }

  @Override
  public boolean mentions(String column) {
    return columns.contains(column) || include.contains(column);
  }

  @Override
  public Unique renameColumn(String column, String newName) {
    return new Unique(
        name,
        Names.rename(columns, column, newName),
        nullsDistinct,
        deferral,
        Names.rename(include, column, newName),
        withoutOverlaps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Unique that
            && name.equals(that.name)
            && columns.equals(that.columns)
            && nullsDistinct == that.nullsDistinct
            && deferral == that.deferral
            && include.equals(that.include)
            && withoutOverlaps == that.withoutOverlaps);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
