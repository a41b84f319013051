package dev.lockstep.engine;

import dev.lockstep.RevisionReport;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import java.util.List;

/** Says what one migration of the code does; needs no database. */
public final class RevisionDescriber {
  private final Configuration configuration;

  public RevisionDescriber(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The migration that a person meant; see {@link RevisionGraph#resolve}. */
  public RevisionReport describe(String typed) {
    String id = configuration.graph().resolve(typed);
    if (id.equals(RevisionGraph.BASE)) {
      throw Failures.baseIsNoMigration();
    }
    PreparedMigration migration = configuration.prepare(configuration.graph().entry(id));
    return new RevisionReport(
        migration.entry(),
        sql(migration.upgrade()),
        sql(migration.downgrade()),
        ReplayedSchema.impacts(migration.upgrade(), ReplayedSchema.of(configuration, id, false)),
        ReplayedSchema.impacts(migration.downgrade(), ReplayedSchema.of(configuration, id, true)));
  }

  private List<String> sql(List<Operation> operations) {
    PostgresDdl ddl = configuration.ddlWithoutServer();
    return operations.stream().map(ddl::sql).toList();
  }
}
