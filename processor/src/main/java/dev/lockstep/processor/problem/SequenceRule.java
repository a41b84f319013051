package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sequence counts, and which column can own it (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceRule implements ObjectRule {

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    return object instanceof Sequence sequence
        ? Stream.of(counts(sequence), owned(sequence)).flatMap(Optional::stream)
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
        .map(wrong -> Problem.error(
            "SequenceOptions",
            new OfObject(sequence.key(), ""),
            what + " " + wrong.message(),
            "write: @Sequence(name = " + Wording.javaText(sequence.name().name()) + ", "
                + wrong.mended() + ")"));
  }

  /** That there is such a column is what the annotation's reader knows. */
  private static Optional<Problem> owned(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    return owner == null || owner.table().schema().equals(sequence.name().schema())
        ? Optional.empty()
        : Optional.of(Problem.error(
            "SequenceOwner",
            new OfObject(sequence.key(), "ownedBy"),
            Wording.object(sequence.key()) + " is owned by a column of "
                + Wording.table(owner.table()) + ", which is in another schema",
            "move it: schema = " + Wording.javaText(owner.table().schema())));
  }
}
