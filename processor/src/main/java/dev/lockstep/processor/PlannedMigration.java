package dev.lockstep.processor;

import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.source.MigrationSource;
import java.util.List;

/**
 * A migration to be generated.
 *
 * @param migration as the registry is to name it
 * @param source of its class
 */
record PlannedMigration(FoundMigration migration, String source) {

  static PlannedMigration of(NewMigration migration) {
    String source = MigrationWriter.write(migration).toString();
    List<String> tokens = JavaTokens.of(source);
    return new PlannedMigration(
        new FoundMigration(
            migration.id(),
            migration.parents(),
            migration.description(),
            SourceFingerprint.of(tokens),
            MigrationSource.of(tokens),
            migration.replaces(),
            migration.phase()),
        source);
  }

  String id() {
    return migration.id();
  }
}
