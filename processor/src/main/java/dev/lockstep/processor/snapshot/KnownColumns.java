package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * The columns that a table has, for what names them.
 *
 * @param names raw names
 */
record KnownColumns(QualifiedName table, Set<String> names) {
  KnownColumns {
    names = Set.copyOf(names);
  }

  void require(String column, int line) {
    if (!names.contains(column)) {
      throw SnapshotException.damaged(
          line, "table \"" + table + "\" has no column \"" + column + "\"");
    }
  }

  /** The columns that a list names, at least one. */
  List<String> some(JsonObject json, String property) {
    json.someTexts(property);
    return optional(json, property);
  }

  /** The columns that a list names; none where it is left out. */
  List<String> optional(JsonObject json, String property) {
    List<String> columns = json.optionalTexts(property);
    columns.forEach(column -> require(column, json.line(property)));
    return columns;
  }
}
