package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sequence counts, and which column can own it (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceRule implements ObjectRule {

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    return object instanceof Sequence sequence
        ? Stream.of(counts(sequence), owned(sequence, declared)).flatMap(Optional::stream)
        : Stream.of();
  }

  private static Optional<Problem> counts(Sequence sequence) {
    String what = Wording.object(sequence.key());
    if (!Numbers.areOf(sequence.type())) {
      return Optional.of(Problem.error(
          "SequenceType",
          new OfObject(sequence.key(), "type"),
          what + " is of type " + oneLine(sequence.type())
              + "; PostgreSQL counts in smallint, integer and bigint",
          "count in another: type = \"bigint\""));
    }
    return Numbers.wrongOption(sequence.options(), sequence.type())
        .map(wrong ->
            Problem.error("SequenceOptions", new OfObject(sequence.key(), ""), what + " " + wrong));
  }

  private static Optional<Problem> owned(Sequence sequence, DeclaredModel declared) {
    Sequence.Owner owner = sequence.owner();
    if (owner == null) {
      return Optional.empty();
    }
    Optional<Table> table = declared.schema().find(owner.table());
    if (table.isEmpty()) {
      return Optional.of(problem(sequence, owner, "which is not in the model"));
    }
    if (!table.get().columns().contains(owner.column())) {
      String meant = NearestName.of(owner.column(), table.get().columns().names())
          .map(name -> "; did you mean " + quoted(name) + "?")
          .orElse("");
      return Optional.of(problem(
          sequence, owner, "which " + Wording.table(owner.table()) + " does not have" + meant));
    }
    return owner.table().schema().equals(sequence.name().schema())
        ? Optional.empty()
        : Optional.of(problem(sequence, owner, "which is in another schema"));
  }

  private static Problem problem(Sequence sequence, Sequence.Owner owner, String ending) {
    return Problem.error(
        "SequenceOwner",
        new OfObject(sequence.key(), "ownedBy"),
        Wording.object(sequence.key()) + " is owned by column " + quoted(owner.column()) + " of "
            + Wording.table(owner.table()) + ", " + ending);
  }
}
