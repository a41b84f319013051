package dev.lockstep.processor;

import dev.lockstep.MigrationSet;
import dev.lockstep.Phase;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.SourceFingerprint;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Squash;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A migration to be generated that stands for the beginning of a chain: what leads from an empty
 * database to the schema after it.
 *
 * @param migration as the registry is to name it
 * @param source of its class
 */
record PlannedSquash(FoundMigration migration, String source) {

  static PlannedSquash of(Comparison comparison, MigrationChain chain, Squash squash) {
    String id = id(squash, chain);
    String description = "Squash " + squash.replaces().get(0) + " to " + squash.last();
    List<Operation> upgrade =
        squash.births().retrace(SchemaDiffer.diff(Schema.EMPTY, squash.schema()).operations());
    if (!Operations.apply(upgrade, Schema.EMPTY).equals(squash.schema())) {
      throw new IllegalStateException("the squash up to " + squash.last() + " leads elsewhere");
    }
    String source = MigrationWriter.write(new NewMigration(
            comparison.database().migrationsPackage(),
            id,
            description,
            List.of(),
            upgrade,
            Operations.reverse(upgrade, Schema.EMPTY),
            List.of(),
            List.of(),
            squash.replaces(),
            Phase.EXPAND))
        .toString();
    List<String> tokens = JavaTokens.of(source);
    return new PlannedSquash(
        new FoundMigration(
            id,
            List.of(),
            description,
            SourceFingerprint.of(tokens),
            MigrationSource.of(tokens),
            squash.replaces()),
        source);
  }

  /** It has the number of the last that it stands for, so that it stands beside it. */
  private static String id(Squash squash, MigrationChain chain) {
    List<String> taken = chain.entries().stream().map(MigrationSet.Entry::id).toList();
    String number = squash.last().contains("_")
        ? squash.last().substring(0, squash.last().indexOf('_'))
        : squash.last();
    String id = number + "_Squash";
    for (int i = 2; taken.contains(id); i++) {
      id = number + "_Squash" + i;
    }
    return id;
  }

  /** The files of what it stands for, as one would type them. */
  String files(MigrationFolder folder) {
    return migration.replaces().stream()
        .map(part -> MigrationFolder.shown(folder.sourceFile(part)))
        .collect(Collectors.joining(" "));
  }

  static Problem unknown(String typed, List<Comparison> comparisons) {
    String ids = comparisons.stream()
        .flatMap(comparison -> comparison.chain().stream())
        .flatMap(chain -> chain.entries().stream())
        .map(MigrationSet.Entry::id)
        .filter(id -> id.startsWith(typed))
        .collect(Collectors.joining(", "));
    return Problem.error(
        "SquashUnknown",
        new Place.Nowhere(),
        "lockstep.squash names \"" + typed + "\", which is "
            + (ids.isEmpty() ? "no migration" : "not one migration but several: " + ids),
        "name the last migration to be squashed: -Dlockstep.squash=M0042");
  }
}
