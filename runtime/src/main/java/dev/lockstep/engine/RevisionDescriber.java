package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.RevisionReport;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
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
    Schema before = ReplayedSchema.of(configuration, id, Direction.UPGRADE);
    Schema after = ReplayedSchema.after(migration.upgrade(), before);
    return new RevisionReport(
        migration.entry(),
        sql(migration.upgrade()),
        sql(migration.downgrade()),
        ReplayedSchema.impacts(migration.upgrade(), before),
        ReplayedSchema.impacts(migration.downgrade(), after));
  }

  private List<String> sql(List<Operation> operations) {
    PostgresDdl ddl = configuration.ddlWithoutServer();
    return operations.stream().map(ddl::sql).toList();
  }
}
