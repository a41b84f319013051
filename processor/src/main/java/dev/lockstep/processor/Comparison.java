package dev.lockstep.processor;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.model.Places;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Problem.Severity;
import dev.lockstep.processor.problem.Risks;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotSides;
import dev.lockstep.processor.snapshot.Squash;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import dev.lockstep.schema.SchemaFingerprint.Marks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one compile found out about one database.
 *
 * @param places where {@code problems} are
 * @param folder of its migrations; empty if the source tree is unknown
 * @param snapshotText of its file; empty without one
 * @param snapshot what that says
 * @param recorded as in the snapshot; empty before the first migration
 * @param marks of the schema that the snapshot's file has, soon
 * @param chain the migrations that are there; empty if they contradict each other or the snapshot
 * @param amended the migrations that the next ones take the place of, in order; not part of the
 *     chain any more
 * @param squash a beginning of the chain for which one migration is to stand
 * @param diff from recorded to declared; empty if a problem stands in its way
 * @param risks what the diff does that has to be accepted
 * @param incomplete whether a type is yet to be generated
 */
record Comparison(
    DatabaseElement database,
    DeclaredModel declared,
    Places places,
    Optional<MigrationFolder> folder,
    Optional<String> snapshotText,
    Optional<SnapshotSides> snapshot,
    Snapshot recorded,
    Aside.Later<Marks> marks,
    Optional<MigrationChain> chain,
    List<FoundMigration> amended,
    Optional<Squash> squash,
    Optional<SchemaDiff> diff,
    Risks risks,
    List<Problem> problems,
    boolean incomplete) {
  Comparison {
    amended = List.copyOf(amended);
    problems = List.copyOf(problems);
  }

  /** The marks of a schema, which often is that of the snapshot's file. */
  @SuppressWarnings("ReferenceEquality")
  Marks marks(Schema schema) throws IOException {
    boolean known = snapshot.filter(file -> file.union().schema() == schema).isPresent();
    return known ? marks.get() : SchemaFingerprint.marks(schema);
  }

  /** Whether something recorded is not declared: gone, renamed, or yet to be generated. */
  boolean lacksRecorded() {
    return !declared.classes().keySet().containsAll(recorded.classes().keySet())
        || !declared
            .objectClasses()
            .keySet()
            .containsAll(recorded.objectClasses().keySet());
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
