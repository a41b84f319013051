package dev.lockstep.processor;

import dev.lockstep.MigrationSet;
import dev.lockstep.Phase;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.PhaseSplit;
import dev.lockstep.diff.RollingPlan;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Loss;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.problem.Risk;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans one generation; one with rolling renames has both phases.
 *
 * @param split the plan without those renames
 * @param description of the first migration
 * @param online whether steps take their online forms
 */
record Planning(
    Comparison comparison,
    MigrationChain chain,
    PhaseSplit split,
    Optional<RollingPlan> rolling,
    String description,
    boolean online) {
  /** The compile that generates it compiles the one it takes the place of, too: two classes. */
  private static final String SECOND = "_2";

  PlannedGeneration generation() {
    List<PlannedMigration> migrations = new ArrayList<>();
    if (isOne() && split.contract().isEmpty()) {
      migrations.add(planned(split.expand(), emptyPhase(), description, chain.heads(), List.of()));
    } else if (isOne()) {
      migrations.add(
          planned(split.contract(), Phase.CONTRACT, description, chain.heads(), List.of()));
    } else {
      PlannedMigration first =
          planned(split.expand(), Phase.EXPAND, description, chain.heads(), List.of());
      migrations.add(first);
      migrations.add(planned(
          split.contract(),
          Phase.CONTRACT,
          FoundMigration.contract(description),
          List.of(first.id()),
          List.of(first.id())));
    }
    return new PlannedGeneration(
        migrations,
        new Snapshot(
            List.of(migrations.get(migrations.size() - 1).id()),
            rolling.map(RollingPlan::after).orElse(split.contract().after()),
            comparison.declared().classes(),
            comparison.declared().objectClasses()));
  }

  /** What only brings branches together waits for what it comes after. */
  private Phase emptyPhase() {
    return split.expand().isEmpty()
            && chain.isMerge()
            && chain.entries().stream()
                .anyMatch(
                    each -> chain.heads().contains(each.id()) && each.phase() == Phase.CONTRACT)
        ? Phase.CONTRACT
        : Phase.EXPAND;
  }

  private PlannedMigration planned(
      PhaseSplit.Part part, Phase phase, String words, List<String> parents, List<String> written) {
    return PlannedMigration.of(new NewMigration(
        comparison.database().migrationsPackage(),
        id(words, written),
        words,
        parents,
        ahead(part, phase),
        back(part, phase),
        accepted(part),
        losses(part),
        List.of(),
        phase));
  }

  private List<Operation> ahead(PhaseSplit.Part part, Phase phase) {
    List<Operation> steps = form(part.upgrade(), part.before());
    return rolling
        .map(plan -> phase == Phase.EXPAND ? plan.expand(steps) : plan.contract(steps))
        .orElse(steps);
  }

  private List<Operation> back(PhaseSplit.Part part, Phase phase) {
    List<Operation> steps = form(part.downgrade(), part.after());
    return rolling
        .map(plan -> phase == Phase.EXPAND ? plan.expandBack(steps) : plan.contractBack(steps))
        .orElse(steps);
  }

  private List<Operation> form(List<Operation> plain, Schema before) {
    return online ? OnlineForm.of(plain, before, this::mayRewrite) : plain;
  }

  /** Whether the table may be written anew. */
  private boolean mayRewrite(QualifiedName table) {
    return comparison.risks().all().anyMatch(Risk.rewrite(table)::equals);
  }

  private String id(String words, List<String> written) {
    List<String> existing =
        new ArrayList<>(chain.entries().stream().map(MigrationSet.Entry::id).toList());
    existing.addAll(written);
    String name = RevisionName.of(words, existing);
    return comparison.amended().stream().anyMatch(old -> old.id().equals(name))
        ? name + SECOND
        : name;
  }

  private boolean isOne() {
    return rolling.isEmpty() && (split.expand().isEmpty() || split.contract().isEmpty());
  }

  /** What loses data waits; so does a rewrite, unless the first part has it. */
  private List<String> accepted(PhaseSplit.Part part) {
    return comparison
        .risks()
        .all()
        .filter(risk -> isOne() || rewrites(split.expand(), risk) == part.equals(split.expand()))
        .map(Risk::word)
        .sorted()
        .toList();
  }

  private static boolean rewrites(PhaseSplit.Part part, Risk risk) {
    return part.upgrade().stream()
        .flatMap(each -> rewritten(each).stream())
        .anyMatch(table -> Risk.rewrite(table).equals(risk));
  }

  private static Optional<QualifiedName> rewritten(Operation operation) {
    if (operation instanceof AlterColumnType change) {
      return Optional.of(change.table());
    }
    if (operation instanceof SetLogged change) {
      return Optional.of(change.table());
    }
    if (operation instanceof SetUnlogged change) {
      return Optional.of(change.table());
    }
    if (operation instanceof SetTablespace change) {
      return Optional.of(change.table());
    }
    return operation instanceof AddColumn add && add.column().computedOption().isPresent()
        ? Optional.of(add.table())
        : Optional.empty();
  }

  /** By the names before the first part; what that has made is no loss of the second. */
  private List<NewMigration.Loss> losses(PhaseSplit.Part part) {
    List<Loss> first =
        Operations.losses(split.expand().upgrade(), split.expand().before());
    List<Operation> all = new ArrayList<>(split.expand().upgrade());
    all.addAll(split.contract().upgrade());
    return Operations.losses(all, split.expand().before()).stream()
        .filter(loss -> isOne() || first.contains(loss) == part.equals(split.expand()))
        .map(loss -> new NewMigration.Loss(loss.what(), loss.reason()))
        .toList();
  }
}
