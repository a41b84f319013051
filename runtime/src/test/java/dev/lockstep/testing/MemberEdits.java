package dev.lockstep.testing;

import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.TreeMap;

/** Random edits of constraints and indexes. */
final class MemberEdits {
  private final Draft draft;
  private final Dice dice;
  private final RandomMembers members;

  MemberEdits(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
    this.members = new RandomMembers(draft);
  }

  void step() {
    Table table = dice.pick(draft.tables());
    switch (dice.below(6)) {
      case 0, 1 -> draft.put(members.addToRows(table));
      case 2 -> drop(table);
      case 3 -> rename(table);
      case 4 -> addPrimaryKey(table);
      default -> change(table);
    }
  }

  private void addPrimaryKey(Table table) {
    boolean possible = table.primaryKey().isEmpty()
        && table
            .columns()
            .find("id")
            .filter(id -> !id.nullable() && Types.isKeyable(id))
            .isPresent()
        && (table.partitioning() == null
            || table.partitioning().keys().get(0).expression() == null);
    if (possible) {
      draft.put(RandomMembers.with(table, new PrimaryKey(draft.freeMember("pkey"), List.of("id"))));
    }
  }

  private void drop(Table table) {
    if (!table.indexes().isEmpty() && dice.chance(2)) {
      Index index = dice.pick(table.indexes().asList());
      draft.put(table.withIndexes(table.indexes().without(index.name())));
      return;
    }
    // Without its list a column may hold other values, which do not come back under it.
    List<Constraint> free = table.constraints().stream()
        .filter(each -> !isReferenced(table, each))
        .filter(
            each -> !(each instanceof Check check) || AllowedValues.of(check).isEmpty())
        .toList();
    if (!free.isEmpty()) {
      draft.put(
          table.withConstraints(table.constraints().without(dice.pick(free).name())));
    }
  }

  private boolean isReferenced(Table table, Constraint constraint) {
    List<String> columns = constraint instanceof PrimaryKey key
        ? key.columns()
        : constraint instanceof Unique unique ? unique.columns() : List.of();
    return draft.tables().stream()
        .flatMap(Table::foreignKeys)
        .anyMatch(
            key -> key.target().equals(table.name()) && key.targetColumns().equals(columns));
  }

  private void rename(Table table) {
    if (!table.indexes().isEmpty() && dice.chance(2)) {
      Index index = dice.pick(table.indexes().asList());
      draft.put(table.withIndexes(
          table.indexes().replace(index.name(), index.withName(draft.freeMember("idx")))));
    } else if (!table.constraints().isEmpty()) {
      Constraint constraint = dice.pick(table.constraints().asList());
      draft.put(table.withConstraints(table
          .constraints()
          .replace(constraint.name(), constraint.withName(draft.freeMember("con")))));
    }
  }

  private void change(Table table) {
    if (!table.indexes().isEmpty() && dice.chance(2)) {
      changeIndex(table, dice.pick(table.indexes().asList()));
    } else if (!table.constraints().isEmpty()) {
      change(table, dice.pick(table.constraints().asList()));
    }
  }

  private void changeIndex(Table table, Index index) {
    draft.put(table.withIndexes(table.indexes().replace(index.name(), changed(table, index))));
  }

  private Index changed(Table table, Index index) {
    Column column = dice.pick(table.columns().asList());
    boolean btree = index.method().equals("btree");
    return switch (dice.below(4)) {
      case 0 -> index.withParameters(new TreeMap<>());
      case 1 ->
        btree || index.method().equals("hash") || index.method().equals("gist")
            ? index.with("fillfactor", dice.pick(List.of("60", "95")))
            : index;
      case 2 ->
        column.computedOption().isPresent()
            ? index
            : index.where(Quoting.quoted(column.name()) + " IS NOT NULL");
      default ->
        btree
                && !index.unique()
                && index.include().isEmpty()
                && table.columns().contains("id")
                && !index.mentions("id")
            ? index.include("id")
            : index;
    };
  }

  private void change(Table table, Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      ReferentialAction action =
          dice.pick(List.of(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION));
      replace(table, key.coversPeriod() ? key.deferrable() : key.onDelete(action));
    } else if (constraint instanceof Unique unique && !isReferenced(table, unique)) {
      replace(table, changed(table, unique));
    } else if (constraint instanceof Check check && AllowedValues.of(check).isEmpty()) {
      replace(table, new Check(check.name(), SqlExpression.of(check.expression() + " OR 1 = 1")));
    } else if (constraint instanceof Exclusion exclusion) {
      replace(table, dice.chance(2) ? exclusion.deferrable() : exclusion.where("1 < 2"));
    }
  }

  private Unique changed(Table table, Unique unique) {
    boolean free = !unique.withoutOverlaps()
        && table.columns().contains("id")
        && !unique.columns().contains("id");
    return switch (dice.below(3)) {
      case 0 -> unique.deferrable();
      case 1 -> unique.initiallyDeferred();
      default -> free ? unique.include("id") : unique;
    };
  }

  private void replace(Table table, Constraint constraint) {
    draft.put(table.withConstraints(table.constraints().replace(constraint.name(), constraint)));
  }
}
