package dev.lockstep.testing;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.util.List;

/** Random edits of whole tables. */
final class TableEdits {
  private final Draft draft;
  private final Dice dice;
  private final EditLog log;
  private final RandomTables tables;
  private final SequenceEdits sequences;

  TableEdits(Draft draft, EditLog log) {
    this.draft = draft;
    this.dice = draft.dice;
    this.log = log;
    this.tables = new RandomTables(draft);
    this.sequences = new SequenceEdits(draft, log);
  }

  void step() {
    Table table = dice.pick(draft.tables());
    switch (dice.below(9)) {
      case 0 -> tables.add();
      case 1 -> drop(table);
      case 2 -> rename(table, table.name().sibling(draft.free("renamed")));
      case 3 -> rename(table, table.name().in(draft.namespace()));
      case 4 -> draft.put(table.withComment(dice.chance(2) ? "" : "new"));
      case 5 -> changeOptions(table);
      case 6, 7 -> changePartitions(table);
      default -> tables.addForeignKeys(3, true);
    }
  }

  /** Not one that others reference: their rows could not reference anything after a downgrade. */
  private void drop(Table table) {
    boolean referenced = draft.tables().stream()
        .filter(each -> !each.name().equals(table.name()))
        .flatMap(Table::foreignKeys)
        .anyMatch(key -> key.target().equals(table.name()));
    if (draft.tables().size() > 1 && !referenced) {
      draft.objects(Sequence.class).stream()
          .filter(each -> each.owner() != null && each.owner().table().equals(table.name()))
          .forEach(sequences::drop);
      draft.schema = draft.schema.withoutTable(table.name());
    }
  }

  private void rename(Table table, QualifiedName newName) {
    if (table.name().equals(newName)) {
      return;
    }
    List<Sequence> owned = draft.objects(Sequence.class).stream()
        .filter(each -> each.owner() != null && each.owner().table().equals(table.name()))
        .toList();
    draft.schema = draft.schema.renameTable(table.name(), newName);
    log.renamedTable(table.name(), newName);
    new Upkeep(draft).renameRelation(table.name(), newName);
    owned.forEach(sequence -> log.renamedObject(
        sequence.key(), sequence.key().withName(sequence.name().in(newName.schema()))));
  }

  private void changeOptions(Table table) {
    TableOptions options = tables.options();
    boolean possible = table.partitioning() == null
        && (options.unlogged() ? !isReferencedByLogged(table) : !referencesUnlogged(table));
    if (possible) {
      draft.put(table.withOptions(options));
    }
  }

  private boolean isReferencedByLogged(Table table) {
    return draft.tables().stream()
        .filter(each -> !each.options().unlogged() && !each.name().equals(table.name()))
        .flatMap(Table::foreignKeys)
        .anyMatch(key -> key.target().equals(table.name()));
  }

  private boolean referencesUnlogged(Table table) {
    return table
        .foreignKeys()
        .filter(key -> !key.target().equals(table.name()))
        .anyMatch(key -> draft.schema.table(key.target()).options().unlogged());
  }

  private void changePartitions(Table table) {
    RandomPartitions partitions = new RandomPartitions(draft);
    List<Partition> spare =
        table.partitions().stream().filter(RandomPartitions::isSpare).toList();
    if (spare.isEmpty() || dice.chance(3)) {
      draft.put(partitions.addSpare(table));
    } else if (dice.chance(2)) {
      draft.put(RandomPartitions.without(table, dice.pick(spare)));
    } else {
      draft.put(partitions.changeSpare(table, dice.pick(spare)));
    }
  }
}
