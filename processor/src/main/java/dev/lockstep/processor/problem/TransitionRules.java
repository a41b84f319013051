package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two good schemas between which no migration leads: no statement of PostgreSQL makes the one of
 * the other, or no order of them. There is nothing to accept, and the differ has no answer either.
 */
public final class TransitionRules {
  private final Schema recorded;
  private final Schema declared;
  private final DiffHints hints;

  private TransitionRules(Schema recorded, Schema declared, DiffHints hints) {
    this.recorded = recorded;
    this.declared = declared;
    this.hints = hints;
  }

  /**
   * To be called before the schemas are compared, which makes sense only if nothing is returned.
   *
   * @param hints those that {@link RenameRules} left
   */
  public static List<Problem> check(Snapshot recorded, DeclaredModel declared, DiffHints hints) {
    TransitionRules rules = new TransitionRules(recorded.schema(), declared.schema(), hints);
    if (rules.nothingChanges()) {
      return List.of();
    }
    return Stream.of(
            rules.partitionings(),
            rules.partitionKeys(),
            rules.enumsInUse(),
            NameHandover.problems(recorded.schema(), declared.schema(), hints))
        .flatMap(problems -> problems)
        .toList();
  }

  /** The rule for most compiles. */
  private boolean nothingChanges() {
    return hints.renamedTables().isEmpty()
        && hints.renamedColumns().isEmpty()
        && hints.renamedObjects().isEmpty()
        && hints.renamedValues().isEmpty()
        && hints.replacedValues().isEmpty()
        && recorded.equals(declared);
  }

  private Stream<Problem> partitionings() {
    return declared.tables().values().stream().flatMap(table -> partitioning(table).stream());
  }

  private Optional<Problem> partitioning(Table table) {
    Optional<Table> before = before(table);
    if (before.isEmpty() || isAlike(before.get(), table)) {
      return Optional.empty();
    }
    String happening = before.get().partitioning() == null
        ? "becomes partitioned"
        : table.partitioning() == null ? "is no longer partitioned" : "is partitioned otherwise";
    String name = table.name().name();
    String other = NameProblem.cut(name + "_2");
    return Optional.of(Problem.error(
        "PartitioningChanged",
        new OfTable(table.name(), ""),
        Wording.table(table.name()) + " " + happening
            + ", which PostgreSQL cannot do to a table that is there",
        "declare another beside it: " + annotation("Table", "name", other),
        "then copy the rows: " + new Command("Copy " + name + " to " + other, Set.of()).text()
            + " -Dlockstep.empty=true",
        "then drop the old one: "
            + new Command("Drop table " + name, Set.of(Hazard.DATA_LOSS.word())).text()));
  }

  /** What a table is partitioned by keeps its type (PostgreSQL manual, ALTER TABLE). */
  private Stream<Problem> partitionKeys() {
    return declared.tables().values().stream()
        .filter(table -> table.partitioning() != null)
        .flatMap(table -> before(table).filter(old -> isAlike(old, table)).stream()
            .flatMap(old -> table.columns().stream()
                .filter(column -> PartitionRule.isBy(table, column.name()))
                .flatMap(column -> old.columns().find(oldName(table, column)).stream()
                    .flatMap(was -> partitionKey(table, was, column).stream()))));
  }

  private Optional<Problem> partitionKey(Table table, Column before, Column after) {
    String type = oneLine(after.type());
    String old = oneLine(typeAfter(before));
    boolean retyped = !type.equals(old);
    if (!retyped && before.collation().equals(after.collation())) {
      return Optional.empty();
    }
    String name = table.name().name();
    String other = NameProblem.cut(name + "_2");
    return Optional.of(Problem.error(
        "PartitionKeyType",
        new OfColumn(table.name(), after.name(), retyped ? "type" : "collation"),
        "the " + (retyped ? "type" : "collation") + " of "
            + Wording.column(table.name(), after.name()) + " changes"
            + (retyped ? " from " + old + " to " + type : "")
            + ", but the table is partitioned by it",
        "keep it: "
            + (retyped
                ? annotation("Column", "type", String.valueOf(typeAfter(before)))
                : annotation("Column", "collation", before.collation())),
        "or declare another table beside it: " + annotation("Table", "name", other),
        "then copy the rows: " + new Command("Copy " + name + " to " + other, Set.of()).text()
            + " -Dlockstep.empty=true"));
  }

  /** With the name that an enum of it has now. */
  private SqlType typeAfter(Column before) {
    return recorded
        .objects(EnumType.class)
        .filter(type -> type.isTypeOf(before.type()))
        .flatMap(type -> hints.renamedObjects().entrySet().stream()
            .filter(renamed -> renamed.getValue().equals(type.key()))
            .map(renamed -> type.withName(renamed.getKey().name()).type()))
        .findFirst()
        .map(type -> before.type().array() ? type.arrayOf() : type)
        .orElse(before.type());
  }

  private Optional<Table> before(Table table) {
    return recorded.find(hints.renamedTables().getOrDefault(table.name(), table.name()));
  }

  private String oldName(Table table, Column column) {
    return hints
        .renamedColumns()
        .getOrDefault(new dev.lockstep.diff.Member(table.name(), column.name()), column.name());
  }

  private boolean isAlike(Table before, Table after) {
    Partitioning from = before.partitioning();
    Partitioning to = after.partitioning();
    if (from == null || to == null) {
      return from == null && to == null;
    }
    return from.strategy() == to.strategy() && renamed(from, after).sameKeys(to);
  }

  /** The recorded partitioning, with the names that columns have now. */
  private Partitioning renamed(Partitioning before, Table after) {
    Partitioning renamed = before;
    for (Column column : after.columns()) {
      String old =
          hints.renamedColumns().get(new dev.lockstep.diff.Member(after.name(), column.name()));
      renamed = old == null ? renamed : renamed.renameColumn(old, column.name());
    }
    return renamed;
  }

  /**
   * A type that no column of the model should have any more, since it goes or is called otherwise.
   */
  private Stream<Problem> enumsInUse() {
    return recorded
        .objects(EnumType.class)
        .filter(type -> declared.find(type.key()).isEmpty())
        .flatMap(type -> declared.tables().values().stream()
            .flatMap(table -> table.columns().stream()
                .filter(column -> type.isTypeOf(column.type()))
                .map(column -> inUse(type, table.name(), column))));
  }

  private static Problem inUse(EnumType type, QualifiedName table, Column column) {
    return Problem.error(
        "EnumInUse",
        new OfColumn(table, column.name(), "type"),
        Wording.column(table, column.name()) + " is of type " + oneLine(column.type()) + ", but "
            + Wording.enumType(type.name()) + " is not declared any more",
        "declare it: @EnumType(name = " + javaText(type.name().name()) + ")",
        "or another type: " + annotation("Column", "type", "text"));
  }
}
