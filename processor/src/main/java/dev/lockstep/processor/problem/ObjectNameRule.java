package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of enums, sequences and views, and of the indexes of views, are of at most 63 bytes. */
final class ObjectNameRule implements ObjectRule {

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    Stream<Optional<Problem>> ofIndexes = object instanceof View view
        ? view.indexes().stream()
            .map(index -> NameProblem.of(
                index.name(), Wording.index(view, index), new OfObject(view.key(), ""), Fix.MEMBER))
        : Stream.of();
    return Stream.concat(Stream.of(name(object), history(object, declared)), ofIndexes)
        .flatMap(Optional::stream);
  }

  private static Optional<Problem> name(SchemaObject object) {
    String name = object.name().name();
    // PostgreSQL never sees what an SQL object is called here.
    return object instanceof SqlObject && !name.isEmpty()
        ? Optional.empty()
        : NameProblem.of(
            name, Wording.object(object.key()), new OfObject(object.key(), ""), Fix.MEMBER);
  }

  private static Optional<Problem> history(SchemaObject object, DeclaredModel declared) {
    String schema = object.name().schema();
    boolean target = schema.isEmpty() || schema.equals(declared.targetSchema());
    boolean named = object.kind().isRelation() || object.kind() == ObjectKind.ENUM;
    return target && named && SchemaNameRule.isHistory(object.name().name())
        ? Optional.of(Problem.error(
            "NameReserved",
            new OfObject(object.key(), ""),
            Wording.object(object.key())
                + " has the name of the table that records which migrations ran",
            "rename: " + Fix.MEMBER.with("app_" + object.name().name())))
        : Optional.empty();
  }
}
