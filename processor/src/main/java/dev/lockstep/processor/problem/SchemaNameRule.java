package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfDatabase;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Schemas and tables do not have names that PostgreSQL or the history of migrations needs. */
final class SchemaNameRule {
  private static final String HISTORY = "lockstep_history";

  private SchemaNameRule() {}

  static Stream<Problem> problems(DeclaredModel declared) {
    if (isPlain(declared)) {
      return Stream.of();
    }
    TreeMap<String, QualifiedName> firstTables = new TreeMap<>();
    Set<QualifiedName> tables = declared.schema().tables().keySet();
    tables.forEach(table -> firstTables.putIfAbsent(table.schema(), table));
    TreeMap<String, ObjectKey> firstObjects = new TreeMap<>();
    declared
        .schema()
        .objects()
        .keySet()
        .forEach(object -> firstObjects.putIfAbsent(object.name().schema(), object));
    firstObjects.keySet().removeAll(firstTables.keySet());
    Stream.of("", declared.targetSchema()).forEach(own -> {
      firstTables.remove(own);
      firstObjects.remove(own);
    });
    Stream<Optional<Problem>> own = declared.targetSchema().isEmpty()
        ? Stream.of()
        : Stream.of(schema(declared.targetSchema(), new OfDatabase(), Fix.DATABASE));
    Stream<Optional<Problem>> ofTables = firstTables.entrySet().stream()
        .map(each -> schema(each.getKey(), new OfTable(each.getValue(), "schema"), Fix.SCHEMA));
    Stream<Optional<Problem>> ofObjects = firstObjects.entrySet().stream()
        .map(
            each -> schema(each.getKey(), new OfObject(each.getValue(), "schema"), Fix.ANY_SCHEMA));
    Stream<Optional<Problem>> history = tables.stream()
        .filter(table -> isHistory(table.name()) && isTarget(table, declared))
        .map(SchemaNameRule::history);
    return Stream.of(own, ofTables, ofObjects, history)
        .flatMap(problems -> problems)
        .flatMap(Optional::stream);
  }

  /** Whether all is in the target schema, which has no name, as with most. */
  private static boolean isPlain(DeclaredModel declared) {
    boolean plain = declared.targetSchema().isEmpty();
    for (QualifiedName table : declared.schema().tables().keySet()) {
      plain &= table.schema().isEmpty() && !isHistory(table.name());
    }
    for (ObjectKey object : declared.schema().objects().keySet()) {
      plain &= object.name().schema().isEmpty();
    }
    return plain;
  }

  /** Whether the history of migrations has that name. */
  static boolean isHistory(String name) {
    return name.equals(HISTORY);
  }

  private static Optional<Problem> schema(String name, Place place, Fix fix) {
    String what = "schema " + quoted(name);
    boolean reserved = name.startsWith("pg_") || name.equals("information_schema");
    return reserved
        ? Optional.of(Problem.error(
            "NameReserved",
            place,
            what + " has a name that PostgreSQL keeps for itself",
            "rename: " + fix.with("app_" + name.replaceFirst("^pg_", ""))))
        : NameProblem.of(name, what, place, fix);
  }

  private static boolean isTarget(QualifiedName table, DeclaredModel declared) {
    return table.schema().isEmpty() || table.schema().equals(declared.targetSchema());
  }

  private static Optional<Problem> history(QualifiedName table) {
    return Optional.of(Problem.error(
        "NameReserved",
        new OfTable(table, ""),
        Wording.table(table) + " has the name of the table that records which migrations ran",
        "rename: " + Fix.TABLE.with("app_" + HISTORY)));
  }
}
