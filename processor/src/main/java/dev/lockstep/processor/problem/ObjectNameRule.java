package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfEnumValue;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of enums, sequences, views, of their values and indexes are of at most 63 bytes. */
final class ObjectNameRule implements ObjectRule {
  /** Types of pg_catalog in PostgreSQL 14 to 18 beside those that columns usually have. */
  private static final Set<String> CATALOG_TYPES = Set.of(
      ("aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray"
              + " anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange cid cstring event_trigger"
              + " fdw_handler gtsvector index_am_handler int2vector internal language_handler oidvector record refcursor"
              + " regcollation regdictionary regnamespace regoper regoperator regprocedure regrole serial serial2 serial4"
              + " serial8 smallserial bigserial table_am_handler tid trigger tsm_handler unknown void")
          .split(" "));

  @Override
  public Stream<Problem> problems(SchemaObject object, DeclaredModel declared) {
    Stream<Optional<Problem>> ofValues = object instanceof EnumType type
        ? type.values().stream().map(value -> ofValue(type, value))
        : Stream.of();
    Stream<Optional<Problem>> ofIndexes = object instanceof View view
        ? view.indexes().stream()
            .map(index -> NameProblem.of(
                index.name(), Wording.index(view, index), new OfObject(view.key(), ""), Fix.MEMBER))
        : Stream.of();
    return Stream.of(Stream.of(name(object), reserved(object, declared)), ofValues, ofIndexes)
        .flatMap(problems -> problems)
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

  private static Optional<Problem> reserved(SchemaObject object, DeclaredModel declared) {
    String name = object.name().name();
    boolean type = object.kind() == ObjectKind.ENUM;
    boolean target =
        object.name().schema().isEmpty() || object.name().schema().equals(declared.targetSchema());
    if ((object.kind().isRelation() || type) && target && SchemaNameRule.isHistory(name)) {
      return Optional.of(reserved(
          object, "has the name of the table that records which migrations ran", "app_" + name));
    }
    boolean ofCatalog = CATALOG_TYPES.contains(name) || SqlType.of(name).isBuiltIn();
    return type && object.name().schema().isEmpty() && ofCatalog
        ? Optional.of(reserved(object, "has the name of a type of PostgreSQL itself", name + "_"))
        : Optional.empty();
  }

  private static Problem reserved(SchemaObject object, String message, String free) {
    return Problem.error(
        "NameReserved",
        new OfObject(object.key(), ""),
        Wording.object(object.key()) + " " + message,
        "rename: " + Fix.MEMBER.with(free));
  }

  /** PostgreSQL manual, 8.7 Enumerated Types: an empty label is as good as any. */
  private static Optional<Problem> ofValue(EnumType type, String value) {
    return value.isEmpty()
        ? Optional.empty()
        : NameProblem.of(
            value,
            Wording.enumValue(type.name(), value),
            new OfEnumValue(type.name(), value),
            Fix.VALUE);
  }
}
