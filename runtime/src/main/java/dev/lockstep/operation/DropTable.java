package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** DROP TABLE with all that is in it; never CASCADE, so foreign keys to it are dropped first. */
public record DropTable(QualifiedName table) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.table(before, table);
    Schemas.referencesTo(before, table)
        .filter(reference -> !reference.table().equals(table))
        .findFirst()
        .ifPresent(reference -> {
          throw new InvalidOperationException(
              "table \"" + table + "\" is still referenced by " + reference);
        });
    Schema without = before;
    for (Sequence sequence : owned(before)) {
      without = without.withoutObject(sequence.key());
    }
    return without.withoutTable(table);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    List<Operation> operations = new ArrayList<>();
    owned(before).forEach(sequence -> operations.addAll(Objects.create(sequence.withOwner(null))));
    operations.addAll(Schemas.create(Schemas.table(before, table)));
    owned(before)
        .forEach(
            sequence -> operations.add(new SetSequenceOwner(sequence.name(), sequence.owner())));
    return operations;
  }

  /** The sequences that go with it. */
  private List<Sequence> owned(Schema before) {
    return before
        .objects(Sequence.class)
        .filter(sequence -> sequence.owner() != null && sequence.owner().table().equals(table))
        .toList();
  }

  @Override
  public List<Loss> losses(Schema before) {
    List<Loss> losses = new ArrayList<>();
    losses.add(Loss.of(table, "its rows are deleted"));
    owned(before).forEach(sequence -> losses.add(Loss.of(sequence.name(), DropObject.COUNTER)));
    return losses;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
