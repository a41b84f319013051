package dev.lockstep.processor;

import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.NewMigration.Loss;
import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.problem.Risk;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * A migration to be generated for one database.
 *
 * @param migration as the registry is to name it
 * @param source of its class
 * @param after what is recorded once it is written
 */
record PlannedMigration(FoundMigration migration, String source, Snapshot after) {
  /** The compile that generates it compiles the one it takes the place of, too: two classes. */
  private static final String SECOND = "_2";

  static PlannedMigration of(
      Comparison comparison,
      MigrationChain chain,
      SchemaDiff diff,
      String description,
      boolean online) {
    Schema before = comparison.recorded().schema();
    List<Operation> upgrade = diff.operations();
    List<Operation> downgrade = Operations.reverse(upgrade, before);
    List<String> existing =
        chain.entries().stream().map(dev.lockstep.MigrationSet.Entry::id).toList();
    String name = RevisionName.of(description, existing);
    String id = comparison.amended().filter(old -> old.id().equals(name)).isPresent()
        ? name + SECOND
        : name;
    Predicate<QualifiedName> rewritten =
        table -> comparison.risks().all().anyMatch(Risk.rewrite(table)::equals);
    String source = MigrationWriter.write(new NewMigration(
            comparison.database().migrationsPackage(),
            id,
            description,
            chain.heads(),
            online ? OnlineForm.of(upgrade, before, rewritten) : upgrade,
            online ? OnlineForm.of(downgrade, diff.to(), rewritten) : downgrade,
            comparison.risks().words(),
            losses(diff, before),
            List.of()))
        .toString();
    List<String> tokens = JavaTokens.of(source);
    return new PlannedMigration(
        new FoundMigration(
            id,
            chain.heads(),
            description,
            SourceFingerprint.of(tokens),
            MigrationSource.of(tokens)),
        source,
        new Snapshot(
            List.of(id),
            diff.to(),
            comparison.declared().classes(),
            comparison.declared().objectClasses()));
  }

  private static List<Loss> losses(SchemaDiff diff, Schema before) {
    return Operations.losses(diff.operations(), before).stream()
        .map(loss -> new Loss(loss.what(), loss.reason()))
        .toList();
  }
}
