package dev.lockstep.faults;

import dev.lockstep.EndState;
import dev.lockstep.EveryStep;
import dev.lockstep.LockKind;
import dev.lockstep.Migrator;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Runs of migrations that have every kind of step, and what one leads to that is left alone. */
final class Undisturbed {
  private static final Map<Integer, EndState> STATES = new ConcurrentHashMap<>();

  private Undisturbed() {}

  static Migrator.Builder everyStep(DataSource database) {
    return Migrator.builder(database)
        .migrations(EveryStep.migrations())
        .lock(LockKind.ADVISORY)
        .backfillBatch(EveryStep.BATCH)
        .backfillPause(Duration.ZERO);
  }

  static EndState state(int major) {
    return STATES.computeIfAbsent(major, version -> {
      DataSource database = Postgres.newDatabase(version);
      everyStep(database).build().upgrade();
      try {
        return EndState.of(database);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
