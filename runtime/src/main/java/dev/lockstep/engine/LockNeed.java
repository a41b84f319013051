package dev.lockstep.engine;

import dev.lockstep.impact.Impact;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many locks a migration needs at once, at least: each table, index and sequence that a
 * transaction makes, changes or drops is locked until it ends, and a server has room for so many
 * locks only, of all its sessions.
 */
final class LockNeed {
  /** The smallest server has room for more than so many steps need. */
  private static final int FEW_STEPS = 500;

  private final Set<QualifiedName> tables = new HashSet<>();
  private long others;

  private LockNeed() {}

  /**
   * Fails if one of the migrations needs more locks in a transaction than the server has room for;
   * asks the server only where a migration has very many steps.
   */
  static void require(Configuration configuration, Session session, List<MigrationWork> migrations)
      throws SQLException {
    for (MigrationWork work : migrations) {
      for (MigrationPart part : work.parts()) {
        if (part.steps().size() > FEW_STEPS && part.execution() == Execution.TRANSACTION) {
          long need = of(configuration, session, work, part);
          LockTable room = LockTable.read(session);
          if (need > room.room()) {
            throw MigrationFailures.tooManyLocks(work.revision(), need, room);
          }
        }
      }
    }
  }

  private static long of(
      Configuration configuration, Session session, MigrationWork work, MigrationPart part)
      throws SQLException {
    LockNeed need = new LockNeed();
    Schema schema = ReplayedSchema.of(configuration, work.revision(), work.direction());
    int major = session.serverMajor();
    List<Operation> operations = work.steps().stream().map(Step::operation).toList();
    for (Operation done : operations.subList(0, work.undo() ? 0 : part.done())) {
      schema = ReplayedSchema.after(done, schema);
    }
    for (Step step : part.steps()) {
      need.add(step.operation(), schema, major);
      schema = ReplayedSchema.after(step.operation(), schema);
    }
    return need.tables.size() + need.others;
  }

  private void add(Operation operation, Schema before, int major) {
    tables.addAll(Impact.of(operation, before, major).locks().keySet());
    if (operation instanceof CreateTable create) {
      tables.add(create.table().name());
      others += parts(create.table());
    } else if (operation instanceof CreateIndex) {
      others++;
    } else if (operation instanceof DropTable drop && before.tables().containsKey(drop.table())) {
      Table table = before.tables().get(drop.table());
      others += parts(table) + table.indexes().size();
    }
  }

  /** The indexes of its keys, and the sequences of its columns. */
  private static long parts(Table table) {
    return table.constraints(PrimaryKey.class).count()
        + table.constraints(Unique.class).count()
        + table.constraints(Exclusion.class).count()
        + table.columns().stream()
            .filter(column -> column.identityOption().isPresent())
            .count();
  }
}
