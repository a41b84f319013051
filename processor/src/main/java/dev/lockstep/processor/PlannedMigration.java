package dev.lockstep.processor;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.List;

/**
 * A migration to be generated for one database.
 *
 * @param migration as the registry is to name it
 * @param source of its class
 * @param after what is recorded once it is written
 */
record PlannedMigration(FoundMigration migration, String source, Snapshot after) {

  static PlannedMigration of(
      Comparison comparison, MigrationChain chain, SchemaDiff diff, String description) {
    List<String> existing =
        chain.entries().stream().map(dev.lockstep.MigrationSet.Entry::id).toList();
    String id = RevisionName.of(description, existing);
    String source = MigrationWriter.write(new NewMigration(
            comparison.database().migrationsPackage(),
            id,
            description,
            chain.heads(),
            diff.operations(),
            Operations.reverse(diff.operations(), comparison.recorded().schema()),
            comparison.risks().words(),
            comparison.risks().losses()))
        .toString();
    return new PlannedMigration(
        new FoundMigration(
            id, chain.heads(), description, SourceFingerprint.of(JavaTokens.of(source))),
        source,
        new Snapshot(
            List.of(id),
            diff.to(),
            comparison.declared().classes(),
            comparison.declared().objectClasses()));
  }
}
