package dev.lockstep.postgres;

import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a server print tables, by creating them as temporary ones. */
final class CanonicalTables {
  /**
   * Tables in one transaction: each costs about ten locks, of which a server has some thousands.
   */
  private static final int TABLES_AT_ONCE = 50;

  private final TemporaryObjects temporary;

  CanonicalTables(TemporaryObjects temporary) {
    this.temporary = temporary;
  }

  /** The tables in the words of the server; those that are found in these are not made. */
  SortedMap<QualifiedName, Table> of(Collection<Table> expected, Schema found) throws SQLException {
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    List<Table> unknown = new ArrayList<>();
    for (Table each : expected) {
      Table there = found.tables().get(each.name());
      TemporaryTable table = new TemporaryTable(each);
      if (there != null && table.isPrintedAs(there)) {
        tables.put(each.name(), table.reworded(there));
      } else {
        unknown.add(each);
      }
    }
    tables.putAll(printed(unknown));
    return tables;
  }

  private SortedMap<QualifiedName, Table> printed(Collection<Table> expected) throws SQLException {
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    for (List<TemporaryTable> some : portions(expected)) {
      Map<QualifiedName, Table> printed = printed(some);
      for (TemporaryTable each : some) {
        QualifiedName name = each.expected().name();
        Table found = printed.get(name);
        tables.put(name, found == null ? each.expected() : each.reworded(found));
      }
    }
    return tables;
  }

  /** Tables of one schema each, since all temporary tables share one. */
  private static List<List<TemporaryTable>> portions(Collection<Table> expected) {
    Map<String, List<Table>> byNamespace = expected.stream()
        .collect(Collectors.groupingBy(
            table -> table.name().schema(), TreeMap::new, Collectors.toList()));
    List<List<TemporaryTable>> portions = new ArrayList<>();
    for (List<Table> tables : byNamespace.values()) {
      int weight = TABLES_AT_ONCE;
      for (Table table : tables) {
        TemporaryTable next = new TemporaryTable(table);
        if (weight + next.weight() > TABLES_AT_ONCE) {
          portions.add(new ArrayList<>());
          weight = 0;
        }
        portions.get(portions.size() - 1).add(next);
        weight += next.weight();
      }
    }
    return portions;
  }

  private Map<QualifiedName, Table> printed(List<TemporaryTable> tables) throws SQLException {
    try {
      return temporary.during(() -> {
        temporary.execute(
            tables.stream().flatMap(table -> table.whole().stream()).toList());
        return read(tables);
      });
    } catch (SQLException e) {
      return temporary.during(() -> {
        createPieces(tables);
        return read(tables);
      });
    }
  }

  private void createPieces(List<TemporaryTable> tables) throws SQLException {
    for (TemporaryTable table : tables) {
      if (!temporary.tryExecute(table.whole())) {
        for (Operation piece : table.pieces()) {
          temporary.tryExecute(List.of(piece));
        }
      }
    }
  }

  private Map<QualifiedName, Table> read(List<TemporaryTable> tables) throws SQLException {
    return CatalogReader.tables(temporary.query(
        tables.get(0).expected().name().schema(),
        tables.stream().map(table -> table.expected().name().name()).toList()));
  }
}
