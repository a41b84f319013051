package dev.lockstep.diff;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded table and column is which declared one: the one that a hint names, else the one of
 * the same name. A hint that names nothing recorded is no hint.
 */
final class Matching {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final SortedMap<QualifiedName, QualifiedName> tables = new TreeMap<>();
  private final Set<QualifiedName> staying = new HashSet<>();
  private final Set<QualifiedName> unchanged = new HashSet<>();

  Matching(Schema from, Schema to, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.hints = hints;
    matchTables();
    findUnchanged();
  }

  private void matchTables() {
    for (QualifiedName table : to.tables().keySet()) {
      QualifiedName old = hints.renamedTables().get(table);
      if (old != null && !old.equals(table) && from.tables().containsKey(old) && staying.add(old)) {
        tables.put(table, old);
      }
    }
    for (QualifiedName table : to.tables().keySet()) {
      if (!tables.containsKey(table) && from.tables().containsKey(table) && staying.add(table)) {
        tables.put(table, table);
      }
    }
  }

  private void findUnchanged() {
    Set<QualifiedName> hinted = new HashSet<>();
    for (Member column : hints.renamedColumns().keySet()) {
      hinted.add(column.table());
    }
    for (Map.Entry<QualifiedName, QualifiedName> entry : tables.entrySet()) {
      QualifiedName table = entry.getKey();
      if (table.equals(entry.getValue())
          && !hinted.contains(table)
          && from.table(table).equals(to.table(table))) {
        unchanged.add(table);
      }
    }
  }

  /** Whether the declared table is the recorded one of its name, and so is all in it. */
  boolean isUnchanged(QualifiedName table) {
    return unchanged.contains(table);
  }

  /** Declared name to recorded name, of the tables that were and stay. */
  SortedMap<QualifiedName, QualifiedName> tables() {
    return tables;
  }

  List<Table> addedTables() {
    return to.tables().values().stream()
        .filter(table -> !tables.containsKey(table.name()))
        .toList();
  }

  List<Table> removedTables() {
    return from.tables().values().stream()
        .filter(table -> !staying.contains(table.name()))
        .toList();
  }

  /** Declared name to recorded name, of the columns that were and stay, in declared order. */
  Map<String, String> columns(QualifiedName table) {
    Table declared = to.table(table);
    Table recorded = from.table(oldName(table));
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Column column : declared.columns()) {
      String old = hintedColumn(table, column.name());
      if (old != null
          && !old.equals(column.name())
          && recorded.columns().contains(old)
          && taken.add(old)) {
        columns.put(column.name(), old);
      }
    }
    for (Column column : declared.columns()) {
      String name = column.name();
      if (!columns.containsKey(name) && recorded.columns().contains(name) && taken.add(name)) {
        columns.put(name, name);
      }
    }
    return columns;
  }

  List<Column> removedColumns(QualifiedName table) {
    Map<String, String> kept = columns(table);
    List<Column> removed = new ArrayList<>();
    for (Column column : from.table(oldName(table)).columns()) {
      if (!kept.containsValue(column.name())) {
        removed.add(column);
      }
    }
    return removed;
  }

  /** Of a table that stays. */
  QualifiedName newName(QualifiedName old) {
    return tables.entrySet().stream()
        .filter(entry -> entry.getValue().equals(old))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  QualifiedName oldName(QualifiedName table) {
    return tables.getOrDefault(table, table);
  }

  private @Nullable String hintedColumn(QualifiedName table, String column) {
    return hints.renamedColumns().get(new Member(table, column));
  }
}
