package dev.lockstep.schema;

import java.util.List;

/**
 * A primary key.
 *
 * @param columns raw names in the key's order, at least one
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {
  public PrimaryKey {
    columns = List.copyOf(columns);
  }

  @Override
  public PrimaryKey withName(String newName) {
    return new PrimaryKey(newName, columns);
  }

  @Override
  public boolean mentions(String column) {
    return columns.contains(column);
  }

  @Override
  public PrimaryKey renameColumn(String column, String newName) {
    return new PrimaryKey(name, Names.rename(columns, column, newName));
  }
}
