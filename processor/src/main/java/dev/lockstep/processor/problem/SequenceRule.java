package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import java.util.stream.Stream;

/** A sequence counts within the bounds of its type (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceRule implements ObjectRule {

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    return object instanceof Sequence sequence
        ? Numbers.wrongOption(sequence.options(), sequence.type())
            .map(wrong -> Problem.error(
                "SequenceOptions",
                new OfObject(sequence.key(), ""),
                Wording.object(sequence.key()) + " " + wrong))
            .stream()
        : Stream.of();
  }
}
