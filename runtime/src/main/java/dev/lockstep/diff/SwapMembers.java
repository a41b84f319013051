package dev.lockstep.diff;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The constraints and indexes on a column, and what they are on its successor until then. */
final class SwapMembers {
  private final Map<String, Constraint> constraints = new TreeMap<>();
  private final Map<String, Index> indexes = new TreeMap<>();
  private final String column;
  private final String fresh;

  /**
   * Of one column.
   *
   * @param to the table when the successor has its name
   * @param column raw name that the successor will have
   * @param fresh raw name of the successor until then
   */
  SwapMembers(Table to, String column, String fresh, SwapNames names) {
    this.column = column;
    this.fresh = fresh;
    to.constraints().stream()
        .filter(each -> each.mentions(column))
        .forEach(each -> constraints.put(
            KeyIndex.isOf(each) ? names.index(each.name()) : names.constraint(each.name()), each));
    to.indexes().stream()
        .filter(each -> each.mentions(column))
        .forEach(each -> indexes.put(names.index(each.name()), each));
  }

  static Stream<ForeignKey> foreignKeysOn(Table table, String column) {
    return table.foreignKeys().filter(key -> key.mentions(column));
  }

  /** The checks on the successor. */
  List<Check> checks() {
    return beside(Check.class);
  }

  /** The foreign keys from the successor. */
  List<ForeignKey> foreignKeys() {
    return beside(ForeignKey.class);
  }

  private <C extends Constraint> List<C> beside(Class<C> kind) {
    return constraints.entrySet().stream()
        .filter(entry -> kind.isInstance(entry.getValue()))
        .map(entry -> entry.getValue().withName(entry.getKey()).renameColumn(column, fresh))
        .map(kind::cast)
        .toList();
  }

  /** The indexes on the successor, those that will be a constraint's included. */
  List<Index> indexes() {
    Map<String, Index> all = new TreeMap<>(indexes);
    constraints.forEach((name, constraint) -> {
      if (KeyIndex.isOf(constraint)) {
        all.put(name, KeyIndex.of(constraint, name));
      }
    });
    return all.entrySet().stream()
        .map(entry -> entry.getValue().withName(entry.getKey()).renameColumn(column, fresh))
        .toList();
  }

  /** Whether an index of {@link #indexes} will not be that of a constraint. */
  boolean isPlain(String name) {
    return indexes.containsKey(name);
  }

  /** Each index by its name until then. */
  void renamed(BiConsumer<String, Index> each) {
    indexes.forEach(each);
  }

  /** Each constraint that takes over an index, by the name of the index, the primary key first. */
  void constrained(BiConsumer<String, Constraint> each) {
    constraints.entrySet().stream()
        .filter(entry -> KeyIndex.isOf(entry.getValue()))
        .sorted((a, b) ->
            Boolean.compare(b.getValue() instanceof PrimaryKey, a.getValue() instanceof PrimaryKey))
        .forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
  }

  /** Each other constraint by its name until then. */
  void renamedConstraints(BiConsumer<String, Constraint> each) {
    constraints.forEach((name, constraint) -> {
      if (!KeyIndex.isOf(constraint)) {
        each.accept(name, constraint);
      }
    });
  }
}
