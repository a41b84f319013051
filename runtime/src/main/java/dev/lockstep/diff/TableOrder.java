package dev.lockstep.diff;

import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Orders tables so that each comes after those that it references, by name otherwise; a circle
 * starts with its first name.
 */
final class TableOrder {
  private final TreeMap<QualifiedName, Table> pending = new TreeMap<>();
  private final Map<QualifiedName, Set<QualifiedName>> waitsFor = new HashMap<>();
  private final Map<QualifiedName, List<QualifiedName>> waitedForBy = new HashMap<>();
  private final TreeSet<QualifiedName> ready = new TreeSet<>();

  private TableOrder(Collection<Table> tables) {
    tables.forEach(table -> pending.put(table.name(), table));
    pending.values().forEach(this::wait);
  }

  static List<Table> of(Collection<Table> tables) {
    TableOrder order = new TableOrder(tables);
    List<Table> ordered = new ArrayList<>();
    while (!order.pending.isEmpty()) {
      ordered.add(order.next());
    }
    return ordered;
  }

  private void wait(Table table) {
    Set<QualifiedName> targets = new HashSet<>();
    for (ForeignKey key : table.foreignKeys().toList()) {
      boolean waits = pending.containsKey(key.target()) && !key.target().equals(table.name());
      if (waits && targets.add(key.target())) {
        waitedForBy.computeIfAbsent(key.target(), target -> new ArrayList<>()).add(table.name());
      }
    }
    waitsFor.put(table.name(), targets);
    if (targets.isEmpty()) {
      ready.add(table.name());
    }
  }

  private Table next() {
    QualifiedName name = ready.isEmpty() ? pending.firstKey() : ready.first();
    Table table = pending.remove(name);
    ready.remove(name);
    for (QualifiedName waiting : waitedForBy.getOrDefault(name, List.of())) {
      Set<QualifiedName> targets = waitsFor.getOrDefault(waiting, Set.of());
      targets.remove(name);
      if (targets.isEmpty() && pending.containsKey(waiting)) {
        ready.add(waiting);
      }
    }
    if (table == null) {
      throw new IllegalStateException("table " + name + " is not pending");
    }
    return table;
  }
}
