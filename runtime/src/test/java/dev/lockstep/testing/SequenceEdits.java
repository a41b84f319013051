package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;

/** Random edits of sequences, and moves between sequences, identities and neither. */
final class SequenceEdits {
  private final Draft draft;
  private final Dice dice;
  private final EditLog log;
  private final RandomColumns columns;
  private final RandomObjects objects;

  SequenceEdits(Draft draft, EditLog log) {
    this.draft = draft;
    this.dice = draft.dice;
    this.log = log;
    this.columns = new RandomColumns(draft);
    this.objects = new RandomObjects(draft);
  }

  void step() {
    if (dice.chance(3)) {
      Table table = dice.pick(draft.tables());
      moveCounter(table, dice.pick(table.columns().asList()));
      return;
    }
    List<Sequence> sequences = draft.objects(Sequence.class);
    if (sequences.isEmpty() || dice.chance(5)) {
      objects.addSequence();
      return;
    }
    step(dice.pick(sequences));
  }

  private void step(Sequence sequence) {
    switch (dice.below(8)) {
      case 0 -> drop(sequence);
      case 1 -> rename(sequence, sequence.name().sibling(draft.free("renamed seq")));
      case 2 -> move(sequence);
      case 3 -> put(sequence.withOptions(columns.identity()));
      case 4 -> put(sequence.as(SqlType.of(dice.pick(List.of("smallint", "integer", "bigint")))));
      case 5 -> put(sequence.withComment(dice.chance(2) ? "" : "ne'w"));
      case 6 -> changeOwner(sequence);
      default -> objects.useSequence();
    }
  }

  private void put(Sequence sequence) {
    draft.schema = draft.schema.withObject(sequence);
  }

  /** With the defaults that take their values from it. */
  void drop(Sequence sequence) {
    draft.schema = draft
        .schema
        .withoutObject(sequence.key())
        .mapTables(table -> table.withColumns(table
            .columns()
            .map(column -> uses(column, sequence.name()) ? column.withValue(null) : column)));
  }

  private static boolean uses(Column column, QualifiedName sequence) {
    return column
        .defaultExpression()
        .flatMap(SqlExpression::sequence)
        .filter(sequence::equals)
        .isPresent();
  }

  private void rename(Sequence sequence, QualifiedName newName) {
    draft.schema = draft.schema.renameObject(sequence.key(), newName);
    log.renamedObject(sequence.key(), sequence.key().withName(newName));
  }

  /** One with an owner is where its owner is. */
  private void move(Sequence sequence) {
    QualifiedName newName = sequence.name().in(draft.namespace());
    if (sequence.owner() == null && !newName.equals(sequence.name())) {
      rename(sequence, newName);
    }
  }

  private void changeOwner(Sequence sequence) {
    List<Table> siblings = draft.tables().stream()
        .filter(table -> table.name().schema().equals(sequence.name().schema()))
        .toList();
    if (sequence.owner() != null || siblings.isEmpty()) {
      put(sequence.withOwner(null));
      return;
    }
    put(sequence.withOwner(objects.ownerIn(dice.pick(siblings))));
  }

  private void moveCounter(Table table, Column column) {
    Optional<Sequence> serial = draft
        .schema
        .ownedBy(table.name(), column.name())
        .filter(sequence -> uses(column, sequence.name()))
        .findFirst();
    boolean free = Types.isInteger(column.type())
        && table.partitioning() == null
        && column.computedOption().isEmpty();
    if (serial.isPresent()) {
      drop(serial.get());
      if (!column.nullable() && free && dice.chance(2)) {
        draft.change(
            draft.schema.table(table.name()),
            column.name(),
            old -> old.identity(columns.identity()));
      }
    } else if (free && column.identityOption().isPresent()) {
      if (dice.chance(2)) {
        objects.makeSerial(table, column.name());
      } else {
        draft.change(table, column.name(), old -> old.withValue(null));
      }
    } else if (free && log.isOld(table.name(), column.name()) && column.value() == null) {
      objects.makeSerial(table, column.name());
    }
  }

  /** Those that go with the column. */
  void dropOwned(QualifiedName table, String column) {
    draft.schema.ownedBy(table, column).toList().forEach(this::drop);
  }
}
