package dev.lockstep.processor;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.PhaseSplit;
import dev.lockstep.diff.RollingPlan;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a generation may have written as the way back of a migration. The plan from which it was
 * made is not written down: it was either the steps that stand there, or what the difference of the
 * schemas on both sides takes.
 *
 * @param candidates each the steps of a {@code downgrade}
 */
record GeneratedBack(List<List<Operation>> candidates) {
  GeneratedBack {
    candidates = List.copyOf(candidates);
  }

  /**
   * Of the one or the two migrations of a generation, in order.
   *
   * @param upgrades the steps of each
   * @param before the schema that the first meets
   */
  static List<GeneratedBack> of(List<List<Operation>> upgrades, Schema before) {
    List<Operation> first = upgrades.get(0);
    List<Operation> second = upgrades.size() > 1 ? upgrades.get(1) : List.of();
    Schema between = Operations.apply(first, before);
    Schema after = Operations.apply(second, between);
    PhaseSplit written = PhaseSplit.of(first, second, before);
    PhaseSplit planned = PhaseSplit.of(
        SchemaDiffer.diff(before, between).operations(),
        SchemaDiffer.diff(between, after).operations(),
        before);
    DiffHints told = ToldHints.of(Stream.concat(first.stream(), second.stream()).toList(), before);
    List<PhaseSplit> splits = Stream.concat(
            Stream.of(written, planned),
            Stream.of(told, ToldHints.renames(told))
                .flatMap(hints -> whole(before, after, hints).stream()))
        .toList();
    if (upgrades.size() == 1) {
      return List.of(of(splits.stream().map(PhaseSplit::expand)));
    }
    return rolling(first, second, before)
        .orElseGet(() -> List.of(
            of(splits.stream().map(PhaseSplit::expand)),
            of(splits.stream().map(PhaseSplit::contract))));
  }

  /** As it was planned, if nothing but the hints was said beside the model's structure. */
  private static Optional<PhaseSplit> whole(Schema before, Schema after, DiffHints hints) {
    try {
      return Optional.of(
          PhaseSplit.of(SchemaDiffer.diff(before, after, hints).operations(), before));
    } catch (InvalidOperationException e) {
      return Optional.empty();
    }
  }

  /** Of renames that old and new code bear, and nothing else. */
  private static Optional<List<GeneratedBack>> rolling(
      List<Operation> first, List<Operation> second, Schema before) {
    List<Operation> renames = second.stream()
        .filter(DropColumn.class::isInstance)
        .flatMap(each -> rename((DropColumn) each, first).stream())
        .toList();
    return RollingPlan.of(renames, before)
        .filter(plan -> plan.expand(List.of()).equals(first))
        .filter(plan -> plan.contract(List.of()).equals(second))
        .map(plan -> List.of(
            new GeneratedBack(List.of(plan.expandBack(List.of()))),
            new GeneratedBack(List.of(plan.contractBack(List.of())))));
  }

  /** By the backfill of the new column from the one that is dropped. */
  private static Optional<Operation> rename(DropColumn drop, List<Operation> first) {
    SqlExpression value = SqlExpression.of(SqlTokens.identifier(drop.column()));
    return first.stream()
        .filter(Backfill.class::isInstance)
        .map(Backfill.class::cast)
        .filter(fill -> fill.table().equals(drop.table()) && fill.value().equals(value))
        .findFirst()
        .map(fill -> new RenameColumn(drop.table(), drop.column(), fill.column()));
  }

  private static GeneratedBack of(Stream<PhaseSplit.Part> parts) {
    return new GeneratedBack(parts
        .flatMap(part -> Stream.of(
                Optional.of(part.downgrade()), online(part, false), online(part, true))
            .flatMap(Optional::stream))
        .distinct()
        .toList());
  }

  /** Steps that have that form may have no other. */
  private static Optional<List<Operation>> online(PhaseSplit.Part part, boolean mayRewrite) {
    try {
      return Optional.of(OnlineForm.of(part.downgrade(), part.after(), table -> mayRewrite));
    } catch (InvalidOperationException e) {
      return Optional.empty();
    }
  }
}
