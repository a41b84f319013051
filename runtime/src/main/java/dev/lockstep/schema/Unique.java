package dev.lockstep.schema;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param columns raw names in the key's order, at least one
 * @param nullsDistinct false for NULLS NOT DISTINCT, which PostgreSQL knows since 15
 * @param include raw names of the columns that are only carried along
 */
public record Unique(
    String name,
    List<String> columns,
    boolean nullsDistinct,
    Deferral deferral,
    List<String> include)
    implements Constraint {
  public Unique {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  public Unique nullsNotDistinct() {
    return new Unique(name, columns, false, deferral, include);
  }

  public Unique deferrable() {
    return new Unique(name, columns, nullsDistinct, Deferral.DEFERRABLE, include);
  }

  public Unique initiallyDeferred() {
    return new Unique(name, columns, nullsDistinct, Deferral.INITIALLY_DEFERRED, include);
  }

  public Unique include(String first, String... more) {
    return new Unique(name, columns, nullsDistinct, deferral, Names.list(first, more));
  }

  @Override
  public Unique withName(String newName) {
    return new Unique(newName, columns, nullsDistinct, deferral, include);
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
        Names.rename(include, column, newName));
  }
}
