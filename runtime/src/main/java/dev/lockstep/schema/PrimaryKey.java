package dev.lockstep.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param columns raw names in the key's order, at least one
 * @param withoutOverlaps whether its last column is a range or multirange whose values must not
 *     overlap; PostgreSQL 18 or later
 */
public record PrimaryKey(String name, List<String> columns, boolean withoutOverlaps)
    implements Constraint {
  public PrimaryKey(String name, List<String> columns) {
    this(name, columns, false);
  }

  public PrimaryKey {
    columns = List.copyOf(columns);
  }

  /** Without overlaps of its last column; PostgreSQL 18 or later. */
  public PrimaryKey notOverlapping() {
    return new PrimaryKey(name, columns, true);
  }

  @Override
  public PrimaryKey withName(String newName) {
    return new PrimaryKey(newName, columns, withoutOverlaps);
  }

  @Override
  public boolean mentions(String column) {
    return columns.contains(column);
  }

  @Override
  public PrimaryKey renameColumn(String column, String newName) {
    return new PrimaryKey(name, Names.rename(columns, column, newName), withoutOverlaps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PrimaryKey that
            && name.equals(that.name)
            && columns.equals(that.columns)
            && withoutOverlaps == that.withoutOverlaps);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
