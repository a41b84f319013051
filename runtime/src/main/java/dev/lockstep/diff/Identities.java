package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which table and which column has a name at one point of a list of operations. */
final class Identities {
  private final Map<QualifiedName, Thing.OfTable> tables = new HashMap<>();
  private final Map<Thing.OfTable, Map<String, Thing.OfColumn>> columns = new HashMap<>();

  /** Before the list. */
  Identities(Schema before) {
    before.tables().values().forEach(table -> add(table, Thing.BEFORE));
  }

  Optional<Thing.OfTable> table(QualifiedName name) {
    return Optional.ofNullable(tables.get(name));
  }

  Optional<Thing.OfColumn> column(QualifiedName table, String column) {
    return table(table)
        .flatMap(
            each -> Optional.ofNullable(columns.getOrDefault(each, Map.of()).get(column)));
  }

  /** What the table is called now; empty if it is gone. */
  Optional<QualifiedName> name(Thing.OfTable wanted) {
    return tables.entrySet().stream()
        .filter(table -> table.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What the column and its table are called now; empty if it is gone. */
  Optional<Member> find(Thing.OfColumn wanted) {
    return name(wanted.table())
        .flatMap(table -> columns.getOrDefault(wanted.table(), Map.of()).entrySet().stream()
            .filter(column -> column.getValue().equals(wanted))
            .map(column -> new Member(table, column.getKey()))
            .findFirst());
  }

  /** Goes on to the point after an operation. */
  void advance(Operation operation, int index, Schema before, Schema after) {
    if (operation instanceof RenameTable rename) {
      move(rename.table(), rename.table().sibling(rename.newName()));
    } else if (operation instanceof SetTableSchema move) {
      move(move.table(), move.table().in(move.newSchema()));
    } else if (operation instanceof RenameSchema rename) {
      List.copyOf(tables.keySet()).stream()
          .filter(name -> name.schema().equals(rename.schema()))
          .forEach(name -> move(name, name.in(rename.newName())));
    } else if (operation instanceof RenameColumn rename) {
      column(rename.table(), rename.column()).ifPresent(column -> {
        ofTable(rename.table()).remove(rename.column());
        ofTable(rename.table()).put(rename.newName(), column);
      });
    }
    for (QualifiedName name : changed(before, after)) {
      settle(name, index, after);
    }
  }

  private void move(QualifiedName from, QualifiedName to) {
    table(from).ifPresent(table -> {
      tables.remove(from);
      tables.put(to, table);
    });
  }

  private Map<String, Thing.OfColumn> ofTable(QualifiedName table) {
    return table(table)
        .map(each -> columns.computeIfAbsent(each, unknown -> new HashMap<>()))
        .orElseGet(HashMap::new);
  }

  /**
   * The names whose tables are not the same on both sides. Steps share what they leave alone; to
   * compare thousands of tables at each of them would take long.
   */
  @SuppressWarnings("ReferenceEquality")
  static Set<QualifiedName> changed(Schema before, Schema after) {
    Set<QualifiedName> names = new HashSet<>(before.tables().keySet());
    names.addAll(after.tables().keySet());
    names.removeIf(name -> before.tables().get(name) == after.tables().get(name));
    return names;
  }

  private void settle(QualifiedName name, int index, Schema after) {
    Optional<Table> table = after.find(name);
    if (table.isEmpty()) {
      tables.remove(name);
    } else if (!tables.containsKey(name)) {
      add(table.get(), index);
    } else {
      Map<String, Thing.OfColumn> known = ofTable(name);
      known.keySet().retainAll(table.get().columns().names());
      for (Column column : table.get().columns()) {
        table(name)
            .ifPresent(owner -> known.computeIfAbsent(
                column.name(), first -> new Thing.OfColumn(owner, first, index)));
      }
    }
  }

  private void add(Table table, int born) {
    Thing.OfTable identity = new Thing.OfTable(table.name(), born);
    Map<String, Thing.OfColumn> ofTable = new HashMap<>();
    table
        .columns()
        .forEach(column ->
            ofTable.put(column.name(), new Thing.OfColumn(identity, column.name(), born)));
    tables.put(table.name(), identity);
    columns.put(identity, ofTable);
  }
}
