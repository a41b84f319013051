package dev.lockstep.diff;

import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlNames;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Views and SQL objects of one part whose tables change in the other. What they use of those is
 * known to PostgreSQL alone, so such a plan is not split. The server reads the body of a function
 * in SQL when that is made, and the application calls one in another language.
 */
final class ObjectMix {
  private ObjectMix() {}

  /**
   * Whether there is one.
   *
   * @param late indexes of the steps of the second part
   */
  static boolean in(List<PhasedStep> steps, Set<Integer> late) {
    return steps.stream()
        .anyMatch(step -> objects(step)
            .anyMatch(object -> steps.stream()
                .filter(other -> late.contains(other.index()) != late.contains(step.index()))
                .anyMatch(other -> concerns(object, other))));
  }

  private static boolean concerns(SchemaObject object, PhasedStep step) {
    Dependents dependents = Dependents.of(List.of(object));
    Set<String> words =
        object instanceof SqlObject sql ? SqlNames.withStrings(sql.create()).words() : Set.of();
    return step.touched().things().isEmpty()
        || Stream.concat(
                step.touched().names().stream(),
                step.touched().things().get().stream()
                    .filter(Thing.OfObject.class::isInstance)
                    .map(thing -> ((Thing.OfObject) thing).key())
                    .flatMap(key -> names(key, step.before())))
            .anyMatch(name -> words.contains(name.name()) || dependents.names(object, name));
  }

  /** A query may hold values of a type whose name it does not hold. */
  private static Stream<QualifiedName> names(ObjectKey key, Schema schema) {
    return Stream.concat(
        Stream.of(key.name()),
        schema.find(key).stream()
            .filter(EnumType.class::isInstance)
            .flatMap(type -> users((EnumType) type, schema)));
  }

  private static Stream<QualifiedName> users(EnumType type, Schema schema) {
    return schema.tables().values().stream()
        .filter(table -> table.columns().stream().anyMatch(column -> type.isTypeOf(column.type())))
        .map(Table::name);
  }

  /** What the step makes, replaces, renames or takes away, as it was and as it is then. */
  private static Stream<SchemaObject> objects(PhasedStep step) {
    return step.touched().things().stream()
        .flatMap(Set::stream)
        .filter(Thing.OfObject.class::isInstance)
        .map(thing -> ((Thing.OfObject) thing).key())
        .filter(
            key -> step.before().objects().get(key) != step.after().objects().get(key))
        .flatMap(key -> Stream.of(step.before().find(key), step.after().find(key)))
        .flatMap(Optional::stream)
        .filter(object -> object instanceof View || object instanceof SqlObject);
  }
}
