package dev.lockstep.processor;

import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.PhaseSplit;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import java.util.List;
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
    GeneratedBack ofFirst = of(written.expand(), planned.expand());
    return upgrades.size() > 1
        ? List.of(ofFirst, of(written.contract(), planned.contract()))
        : List.of(ofFirst);
  }

  private static GeneratedBack of(PhaseSplit.Part written, PhaseSplit.Part planned) {
    return new GeneratedBack(Stream.of(written, planned)
        .flatMap(part -> Stream.of(part.downgrade(), OnlineForm.of(part.downgrade(), part.after())))
        .distinct()
        .toList());
  }
}
