package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/** Random tables, and foreign keys between them. */
final class RandomTables {
  static final List<String> NAMES = List.of(
      "user",
      "order",
      "Order Line",
      "select",
      "a\"b",
      "naïve",
      "größe",
      "x",
      "product_category",
      "it's",
      "über",
      "CamelCase",
      "tab\tle",
      "order_line",
      "select\"; drop table x; --");

  private final Draft draft;
  private final Dice dice;
  private final RandomColumns columns;
  private final RandomMembers members;

  RandomTables(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
    this.columns = new RandomColumns(draft);
    this.members = new RandomMembers(draft);
  }

  /** Adds a table to the draft. */
  void add() {
    QualifiedName name = new QualifiedName(draft.namespace(), draft.free(NAMES));
    Table table = Table.of(name).withComment(dice.chance(4) ? "it's a\n\"table\" \\ comment" : "");
    boolean temporal = draft.major >= 18 && draft.hasExtension("btree_gist") && dice.chance(3);
    boolean partitioned = !temporal && dice.chance(5);
    table = table.withColumns(table.columns().with(partitioned ? partitionKey() : columns.key()));
    for (int i = dice.below(6); i > 0; i--) {
      table = addColumn(table);
    }
    table =
        partitioned ? new RandomPartitions(draft).partitioned(table) : table.withOptions(options());
    draft.put(temporal ? withPeriod(table) : withKey(table));
    for (int i = dice.below(5); i > 0; i--) {
      draft.put(members.add(draft.schema.table(name)));
    }
  }

  private Column partitionKey() {
    return Column.of("id", SqlType.parse(dice.pick(List.of("bigint", "integer", "text"))))
        .notNull();
  }

  private Table addColumn(Table table) {
    String name = dice.pick(RandomColumns.NAMES);
    return table.columns().contains(name)
        ? table
        : table.withColumns(table.columns().with(columns.column(name)));
  }

  /** Storage parameters, and whether it is logged. */
  TableOptions options() {
    TableOptions options = dice.chance(8) ? TableOptions.NONE.notLogged() : TableOptions.NONE;
    options = dice.chance(5) ? options.with("fillfactor", dice.pick(List.of("70", "90"))) : options;
    options = dice.chance(8) ? options.with("autovacuum_enabled", "false") : options;
    return dice.chance(8)
        ? options.with("autovacuum_vacuum_scale_factor", dice.pick(List.of("0.05", "0.4")))
        : options;
  }

  private Table withKey(Table table) {
    boolean possible = table.partitioning() == null
        || table.partitioning().keys().stream().allMatch(key -> key.expression() == null);
    return possible && !dice.chance(6)
        ? RandomMembers.with(table, new PrimaryKey(draft.freeMember("pkey"), List.of("id")))
        : table;
  }

  /** With a key whose last column is a range that must not overlap. */
  private Table withPeriod(Table table) {
    Column range = Column.of("during", SqlType.of(dice.pick(List.of("daterange", "int4range"))));
    Table wider = table.withColumns(table.columns().with(range.notNull()));
    List<String> key = List.of("id", "during");
    return RandomMembers.with(
        wider,
        dice.chance(2)
            ? new PrimaryKey(draft.freeMember("pkey"), key, true)
            : new Unique(
                draft.freeMember("key"), key, true, Deferral.NOT_DEFERRABLE, List.of(), true));
  }

  /**
   * Adds foreign keys with columns of their own.
   *
   * @param optional whether all columns are nullable
   */
  void addForeignKeys(int tries, boolean optional) {
    for (int i = 0; i < tries; i++) {
      addForeignKey(optional);
    }
  }

  private void addForeignKey(boolean optional) {
    Table source = dice.pick(draft.tables());
    Table target = dice.pick(draft.tables());
    List<Key> keys = keysOf(target);
    boolean unlogged = target.options().unlogged() && !source.options().unlogged();
    if (keys.isEmpty() || source.columns().size() > 9 || unlogged || RandomRows.isEmpty(target)) {
      return;
    }
    Key key = dice.pick(keys);
    List<String> names = new ArrayList<>();
    NamedList<Column> added = source.columns();
    for (String name : key.columns()) {
      String column = "fk_" + source.columns().size() + "_" + names.size();
      if (added.contains(column)) {
        return;
      }
      boolean nullable = optional || key.temporal() || dice.chance(2);
      SqlType type = target.columns().get(name).type();
      added = added.with(Column.of(column, type).withNullable(nullable));
      names.add(column);
    }
    draft.put(RandomMembers.with(source.withColumns(added), foreignKey(names, target.name(), key)));
  }

  private ForeignKey foreignKey(List<String> columns, QualifiedName target, Key key) {
    ForeignKey foreignKey = new ForeignKey(
        draft.freeMember("fkey"),
        columns,
        target,
        key.columns(),
        dice.pick(List.of(
            ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT, ReferentialAction.CASCADE)),
        dice.pick(List.of(ReferentialAction.values())),
        Deferral.values()[dice.below(3)]);
    return key.temporal()
        ? foreignKey
            .onDelete(ReferentialAction.NO_ACTION)
            .onUpdate(ReferentialAction.NO_ACTION)
            .period()
        : foreignKey;
  }

  private record Key(List<String> columns, boolean temporal) {}

  /** What a foreign key can refer to. */
  private static List<Key> keysOf(Table table) {
    List<Key> keys = new ArrayList<>();
    table.primaryKey().ifPresent(key -> keys.add(new Key(key.columns(), key.withoutOverlaps())));
    table
        .constraints(Unique.class)
        .filter(unique -> unique.deferral() == Deferral.NOT_DEFERRABLE)
        .forEach(unique -> keys.add(new Key(unique.columns(), unique.withoutOverlaps())));
    return keys;
  }
}
