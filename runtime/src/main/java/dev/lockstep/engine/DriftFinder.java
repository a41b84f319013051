package dev.lockstep.engine;

import dev.lockstep.DriftReport;
import dev.lockstep.DriftReport.Difference;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the catalog with what the applied migrations should have made of it. */
public final class DriftFinder {
  private final Configuration configuration;
  private final Session session;

  public DriftFinder(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /** Leaves nothing behind; fails if the history does not fit the code. */
  public DriftReport find() throws SQLException {
    configuration.requireSuitable(session);
    HistoryCheck check = configuration.check(session);
    check.requireConsistent(configuration);
    new Resumption(configuration, check).requireNone();
    configuration.requireHistory(session, check);
    Drift drift = drift(check.applied());
    Drift.Finding finding = drift.find();
    return new DriftReport(
        configuration.schema(),
        configuration.graph().tips(check.applied()),
        finding.differences().isEmpty() ? List.of() : drift.settings(),
        finding.differences(),
        finding.coarse(),
        finding.unsure(),
        Verification.ofSnapshot(configuration.migrations(), configuration.graph()));
  }

  /** Certain ones between the catalog and what those revisions make of an empty one. */
  List<Difference> differences(Set<String> revisions) throws SQLException {
    return drift(revisions).find().differences();
  }

  private Drift drift(Set<String> revisions) {
    return new Drift(session.connection(), inTarget(replayed(revisions)), configuration.schema());
  }

  /**
   * The schema after the applied migrations, were there nothing else. A squash is what its parts
   * are, whose classes may be gone.
   */
  private Schema replayed(Set<String> applied) {
    Schema schema = Schema.EMPTY;
    Set<String> replayed = configuration.graph().squashes().withoutParts(applied);
    configuration.graph().requireClasses(replayed);
    for (Entry entry : configuration.graph().entries()) {
      if (replayed.contains(entry.id())) {
        schema = replayed(configuration.prepare(entry), schema);
      }
    }
    return schema;
  }

  private static Schema replayed(PreparedMigration migration, Schema before) {
    try {
      return Operations.apply(migration.upgrade(), before);
    } catch (InvalidOperationException e) {
      throw MigrationFailures.notReadable(migration.id(), e);
    }
  }

  /**
   * A name may have the schema that happens to be the target; its catalog knows one name for it.
   */
  private Schema inTarget(Schema declared) {
    Schema schema = declared.renameTables(declared.tables().keySet().stream()
        .filter(table -> table.schema().equals(configuration.schema()))
        .collect(Collectors.toMap(table -> table, table -> table.in(""))));
    for (ObjectKey object : List.copyOf(schema.objects().keySet())) {
      if (object.name().schema().equals(configuration.schema())) {
        schema = schema.renameObject(object, object.name().in(""));
      }
    }
    return schema;
  }
}
