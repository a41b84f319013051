package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.enumType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Renames beside tables, and what becomes of the values of enums. */
class ObjectRenamesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("renames")
  void judgesEachRename(String what, Model before, Model after, String expected) {
    RenameCheck check = RenameRules.check(before.recorded(), after.declared());
    assertEquals(expected, Model.text(check.problems()) + kept(check.hints()));
  }

  /** What the differ gets to see, as {@code new <- old}; a replacement as {@code old -> new}. */
  private static String kept(DiffHints hints) {
    StringBuilder kept = new StringBuilder();
    new TreeMap<>(hints.renamedObjects())
        .forEach((object, old) -> kept.append(object + " <- " + old.name() + "\n"));
    hints.renamedValues().entrySet().stream()
        .map(hint -> hint.getKey().type() + "." + hint.getKey().value() + " <- " + hint.getValue())
        .sorted()
        .forEach(line -> kept.append(line + "\n"));
    hints.replacedValues().entrySet().stream()
        .map(hint -> hint.getKey().type() + "." + hint.getKey().value() + " -> " + hint.getValue())
        .sorted()
        .forEach(line -> kept.append(line + "\n"));
    return kept.toString();
  }

  static Stream<Arguments> renames() {
    return Stream.of(objects(), values(), replacements()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> objects() {
    return Stream.of(
        row(
            "an enum",
            of(enumType("a", "X")),
            of(enumType("b", "X")).renamed(ObjectKind.ENUM, "b", "a"),
            """
            enum "b" <- a
            """),
        row(
            "an enum, done",
            of(enumType("b", "X")),
            of(enumType("b", "X")).renamed(ObjectKind.ENUM, "b", "a"),
            """
            WARNING ENUM b@renamedFrom: [lockstep:RenameDone] renamedFrom = "a" of enum "b" has done its work and can go
            """),
        row(
            "an enum from itself",
            of(enumType("b", "X")),
            of(enumType("b", "X")).renamed(ObjectKind.ENUM, "b", "b"),
            """
            WARNING ENUM b@renamedFrom: [lockstep:RenameDone] renamedFrom = "b" of enum "b" changes nothing and can go
            """),
        row(
            "an enum that moves",
            of(enumType("a", "X")),
            of(enumType("app.a", "X")).renamed(ObjectKind.ENUM, "app.a", "app.a"),
            """
            enum "app.a" <- a
            """),
        row(
            "an enum that came from another schema",
            of(enumType("b", "X")),
            of(enumType("b", "X")).renamed(ObjectKind.ENUM, "b", "x.a"),
            """
            WARNING ENUM b@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.a" of enum "b" has done its work and can go
            """),
        row(
            "a sequence that came from another schema",
            of(sequence("b")),
            of(sequence("b")).renamed(ObjectKind.SEQUENCE, "b", "x.a"),
            """
            WARNING SEQUENCE b@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.a" of sequence "b" has done its work and can go
            """),
        row(
            "a view that came from another schema",
            of(view("b", "SELECT 1")),
            of(view("b", "SELECT 1")).renamed(ObjectKind.VIEW, "b", "x.a"),
            """
            WARNING VIEW b@renamedFrom: [lockstep:RenameDone] renamedFrom = "x.a" of view "b" has done its work and can go
            """),
        row(
            "a misspelt enum",
            of(enumType("state", "X")),
            of(enumType("progress", "X")).renamed(ObjectKind.ENUM, "progress", "stat"),
            """
            ERROR ENUM progress@renamedFrom: [lockstep:RenameUnknown] there never was an enum "stat"; did you mean "state"?
            """),
        row(
            "an enum that never was",
            of(enumType("a", "X")),
            of(enumType("a", "X"), enumType("b", "X")).renamed(ObjectKind.ENUM, "b", "state"),
            """
            ERROR ENUM b@renamedFrom: [lockstep:RenameUnknown] there never was an enum "state"
                not renamed: remove renamedFrom = "state"
            """),
        row(
            "a sequence that never was, while two went",
            of(sequence("aa"), sequence("bb")),
            of(sequence("no")).renamed(ObjectKind.SEQUENCE, "no", "numbers"),
            """
            ERROR SEQUENCE no@renamedFrom: [lockstep:RenameUnknown] there never was a sequence "numbers"
                renamed: renamedFrom = "aa" or renamedFrom = "bb" in its @Sequence
                not renamed: remove renamedFrom = "numbers"
            """),
        row(
            "two views from one",
            of(view("a", "SELECT 1")),
            of(view("b", "SELECT 1"), view("c", "SELECT 1"))
                .renamed(ObjectKind.VIEW, "b", "a")
                .renamed(ObjectKind.VIEW, "c", "a"),
            """
            ERROR VIEW b@renamedFrom: [lockstep:RenameConflict] view "b" is renamed from "a", and so is view "c"
                not renamed: remove renamedFrom = "a"
            ERROR VIEW c@renamedFrom: [lockstep:RenameConflict] view "c" is renamed from "a", and so is view "b"
                not renamed: remove renamedFrom = "a"
            """),
        row(
            "a sequence that is still there",
            of(sequence("a")),
            of(sequence("a"), sequence("b")).renamed(ObjectKind.SEQUENCE, "b", "a"),
            """
            ERROR SEQUENCE b@renamedFrom: [lockstep:RenameConflict] sequence "b" is renamed from "a", which the model still has
                not renamed: remove renamedFrom = "a"
            """),
        row(
            "a sequence that takes the place of another",
            of(sequence("a"), sequence("b")),
            of(sequence("b")).renamed(ObjectKind.SEQUENCE, "b", "a"),
            """
            ERROR SEQUENCE b@renamedFrom: [lockstep:RenameConflict] sequence "b" is renamed from "a", but both are recorded
                not renamed: remove renamedFrom = "a"
            """),
        row(
            "views that swap",
            of(view("a", "SELECT 1"), view("b", "SELECT 2")),
            of(view("a", "SELECT 2"), view("b", "SELECT 1"))
                .renamed(ObjectKind.VIEW, "a", "b")
                .renamed(ObjectKind.VIEW, "b", "a"),
            """
            view "a" <- b
            view "b" <- a
            """),
        row(
            "an enum and a view from one name",
            of(enumType("a", "X"), view("a", "SELECT 1")),
            of(enumType("b", "X"), view("b", "SELECT 1"))
                .renamed(ObjectKind.ENUM, "b", "a")
                .renamed(ObjectKind.VIEW, "b", "a"),
            """
            enum "b" <- a
            view "b" <- a
            """),
        row(
            "a materialized view from a view",
            of(view("a", "SELECT 1")),
            of(materializedView("b", "SELECT 1")).renamed(ObjectKind.MATERIALIZED_VIEW, "b", "a"),
            """
            ERROR MATERIALIZED_VIEW b@renamedFrom: [lockstep:RenameConflict] materialized view "b" is renamed from "a", which is a view; PostgreSQL cannot turn one into the other
                not renamed: remove renamedFrom = "a"
            """));
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        row("a value", state("A", "B"), state("A", "C").renamedValue("state", "C", "B"), """
            state.C <- B
            """),
        row("a value, done", state("A", "C"), state("A", "C").renamedValue("state", "C", "B"), """
            WARNING ENUM state.C: [lockstep:RenameDone] renamedFrom = "B" of value "C" of enum "state" has done its work and can go
            """),
        row(
            "a misspelt value",
            state("NEW", "PAYED"),
            state("NEW", "PAID").renamedValue("state", "PAID", "PAID_"),
            """
            ERROR ENUM state.PAID: [lockstep:RenameUnknown] enum "state" never had a value "PAID_"
                renamed: @EnumValue(renamedFrom = "PAYED")
                not renamed: remove renamedFrom = "PAID_"
            """),
        row(
            "a value that never was",
            state("A"),
            state("A", "B").renamedValue("state", "B", "LONG_GONE"),
            """
            ERROR ENUM state.B: [lockstep:RenameUnknown] enum "state" never had a value "LONG_GONE"
                not renamed: remove renamedFrom = "LONG_GONE"
            """),
        row(
            "a value that never was, while one went",
            state("OPEN"),
            state("B").renamedValue("state", "B", "LONG_GONE"),
            """
            ERROR ENUM state.B: [lockstep:RenameUnknown] enum "state" never had a value "LONG_GONE"
                renamed: @EnumValue(renamedFrom = "OPEN")
                not renamed: remove renamedFrom = "LONG_GONE"
            """),
        row("a value of a new enum", of(), state("A").renamedValue("state", "A", "B"), """
            ERROR ENUM state.A: [lockstep:RenameUnknown] enum "state" is new and never had a value "B"
                not renamed: remove renamedFrom = "B"
            """),
        row(
            "two values from one",
            state("A"),
            state("B", "C").renamedValue("state", "B", "A").renamedValue("state", "C", "A"),
            """
            ERROR ENUM state.B: [lockstep:RenameConflict] value "B" of enum "state" is renamed from "A", and so is value "C"
                not renamed: remove renamedFrom = "A"
            ERROR ENUM state.C: [lockstep:RenameConflict] value "C" of enum "state" is renamed from "A", and so is value "B"
                not renamed: remove renamedFrom = "A"
            """),
        row(
            "a value that is still there",
            state("A"),
            state("A", "B").renamedValue("state", "B", "A"),
            """
            ERROR ENUM state.B: [lockstep:RenameConflict] value "B" of enum "state" is renamed from "A", which the model still has
                not renamed: remove renamedFrom = "A"
                in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename A to B"
                then bring it with no rename left: mvn compile -Dlockstep.migrate="Add A"
            """),
        row(
            "values that swap",
            state("A", "B"),
            state("A", "B").renamedValue("state", "A", "B").renamedValue("state", "B", "A"),
            """
            ERROR ENUM state.A: [lockstep:RenameConflict] value "A" of enum "state" swaps names with one that is alike, so that nothing would tell whether it swapped already
                not renamed: remove renamedFrom = "B"
                swap in two steps, here alone @EnumValue(value = "A_2", renamedFrom = "B"): mvn compile -Dlockstep.migrate="Rename B to A_2"
                then @EnumValue(value = "A", renamedFrom = "A_2"): mvn compile -Dlockstep.migrate="Rename A_2 to A"
            ERROR ENUM state.B: [lockstep:RenameConflict] value "B" of enum "state" swaps names with one that is alike, so that nothing would tell whether it swapped already
                not renamed: remove renamedFrom = "A"
                swap in two steps, here alone @EnumValue(value = "B_2", renamedFrom = "A"): mvn compile -Dlockstep.migrate="Rename A to B_2"
                then @EnumValue(value = "B", renamedFrom = "B_2"): mvn compile -Dlockstep.migrate="Rename B_2 to B"
            """),
        row(
            "a chain of values",
            state("A", "B"),
            state("B", "C").renamedValue("state", "B", "A").renamedValue("state", "C", "B"),
            """
            state.B <- A
            state.C <- B
            """),
        row(
            "a value of a renamed enum",
            of(enumType("state", "A")),
            of(enumType("progress", "B"))
                .renamed(ObjectKind.ENUM, "progress", "state")
                .renamedValue("progress", "B", "A"),
            """
            enum "progress" <- state
            progress.B <- A
            """),
        row(
            "a value of an enum whose rename is wrong",
            of(enumType("state", "A")),
            of(enumType("progress", "B"))
                .renamed(ObjectKind.ENUM, "progress", "x")
                .renamedValue("progress", "B", "A"),
            """
            ERROR ENUM progress@renamedFrom: [lockstep:RenameUnknown] there never was an enum "x"
                renamed: @EnumType(renamedFrom = "state")
                not renamed: remove renamedFrom = "x"
            """),
        row(
            "a value of an enum that takes the name of another",
            of(enumType("state", "A"), enumType("mood", "B")),
            of(enumType("mood", "C")).renamed(ObjectKind.ENUM, "mood", "state"),
            """
            ERROR ENUM mood@renamedFrom: [lockstep:RenameConflict] enum "mood" is renamed from "state", but both are recorded
                not renamed: remove renamedFrom = "state"
            """));
  }

  private static Stream<Arguments> replacements() {
    return Stream.of(
        row("a replacement", state("A", "B"), state("A").replaced("state", "B", "A"), """
            state.B -> A
            """),
        row(
            "a replacement by a new value",
            state("A", "B"),
            state("A", "C").replaced("state", "B", "C"),
            """
            state.B -> C
            """),
        row(
            "a replacement by a renamed value",
            state("A", "B"),
            state("C").renamedValue("state", "C", "A").replaced("state", "B", "C"),
            """
            state.C <- A
            state.B -> C
            """),
        row("a replacement, done", state("A"), state("A").replaced("state", "B", "A"), """
            WARNING ENUM state@replaced: [lockstep:ReplacementDone] the replacement of value "B" of enum "state" has done its work and can go
            """),
        row("a replacement in a new enum", of(), state("A").replaced("state", "B", "A"), """
            WARNING ENUM state@replaced: [lockstep:ReplacementDone] the replacement of value "B" of enum "state" has done its work and can go
            """),
        row(
            "a replacement of a misspelt value",
            state("NEW", "PAYED"),
            state("NEW").replaced("state", "PAYD", "NEW"),
            """
            ERROR ENUM state@replaced: [lockstep:ReplacementUnknown] enum "state" never had a value "PAYD"; did you mean "PAYED"?
            """),
        row(
            "a replacement of a value that is renamed",
            state("A", "B"),
            state("A", "C").renamedValue("state", "C", "B").replaced("state", "B", "A"),
            """
            ERROR ENUM state@replaced: [lockstep:ReplacementConflict] enum "state" replaces value "B", which is also renamed
                not replaced: remove @ReplacedValue(value = "B", by = "A")
            state.C <- B
            """),
        row(
            "a replacement in a renamed enum",
            of(enumType("state", "A", "B")),
            of(enumType("progress", "A"))
                .renamed(ObjectKind.ENUM, "progress", "state")
                .replaced("progress", "B", "A"),
            """
            enum "progress" <- state
            progress.B -> A
            """));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  private static Model of(SchemaObject... objects) {
    return Model.of().with(objects);
  }

  private static Model state(String... values) {
    return of(enumType("state", values));
  }
}
