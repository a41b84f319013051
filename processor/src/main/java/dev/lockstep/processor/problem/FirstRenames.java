package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfEnumValue;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a model says of renames before its first migration, as one that was copied from a project
 * with a history: true perhaps, but without an effect.
 */
final class FirstRenames {
  private final DeclaredModel declared;
  private final DiffHints hints;

  private FirstRenames(DeclaredModel declared) {
    this.declared = declared;
    this.hints = declared.hints();
  }

  /** A warning for each; none of them is left among the hints. */
  static RenameCheck check(DeclaredModel declared) {
    return new FirstRenames(declared).check();
  }

  private RenameCheck check() {
    Stream<Problem> ofTables = declared.schema().tables().values().stream().flatMap(this::of);
    Stream<Problem> ofObjects = declared.schema().objects().values().stream().flatMap(this::of);
    return new RenameCheck(
        Stream.concat(ofTables, ofObjects).toList(),
        new DiffHints(
            Map.of(),
            Map.of(),
            hints.using(),
            hints.backfill(),
            hints.derivedNames(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  private Stream<Problem> of(Table table) {
    Stream<Problem> itself = Stream.ofNullable(hints.renamedTables().get(table.name()))
        .map(old -> early(
            new OfTable(table.name(), "renamedFrom"),
            Wording.oldName(table.name(), old),
            Wording.table(table.name())));
    Stream<Problem> columns = table.columns().stream()
        .map(column -> {
          String old =
              hints.renamedColumns().get(new dev.lockstep.diff.Member(table.name(), column.name()));
          return old == null
              ? null
              : early(
                  new OfColumn(table.name(), column.name(), "renamedFrom"),
                  old,
                  Wording.column(table.name(), column.name()));
        })
        .filter(Objects::nonNull);
    return Stream.concat(itself, columns);
  }

  private Stream<Problem> of(SchemaObject object) {
    Stream<Problem> itself = Stream.ofNullable(hints.renamedObjects().get(object.key()))
        .map(old -> early(
            new OfObject(object.key(), "renamedFrom"),
            Wording.oldName(object.name(), old.name()),
            Wording.object(object.key())));
    return object instanceof EnumType type ? Stream.concat(itself, values(type)) : itself;
  }

  private Stream<Problem> values(EnumType type) {
    Map<String, Problem> renamed = new TreeMap<>();
    hints.renamedValues().forEach((member, old) -> {
      if (member.type().equals(type.name())) {
        renamed.put(
            member.value(),
            early(
                new OfEnumValue(type.name(), member.value()),
                old,
                Wording.enumValue(type.name(), member.value())));
      }
    });
    Map<String, Problem> replaced = new TreeMap<>();
    hints.replacedValues().keySet().stream()
        .filter(member -> member.type().equals(type.name()))
        .forEach(member -> replaced.put(
            member.value(),
            Problem.warning(
                "ReplacementDone",
                new OfObject(type.key(), "replaced"),
                "the replacement of value " + quoted(member.value()) + " of "
                    + Wording.enumType(type.name()) + " has nothing to replace yet and can go")));
    return Stream.concat(renamed.values().stream(), replaced.values().stream());
  }

  private static Problem early(Place place, String old, String what) {
    return Problem.warning(
        "RenameDone",
        place,
        "renamedFrom = " + javaText(old) + " of " + what + " has nothing to rename yet and can go");
  }
}
