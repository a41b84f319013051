package dev.lockstep.faults;

import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.DriftReport;
import dev.lockstep.EndState;
import dev.lockstep.MigrationListener;
import dev.lockstep.Migrator;
import dev.lockstep.UnsuitableServerException;
import dev.lockstep.UpgradeReport;
import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.OwnServer.Stop;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A primary and a standby that streams from it. */
class StandbyTest {
  private static final String FIRST = "M0001_Tables";

  static List<Integer> majors() {
    return Suite.majors();
  }

  /** With the first migration on both. */
  private static OwnServer standbyOf(OwnServer primary) throws Exception {
    Undisturbed.everyStep(primary.dataSource()).build().upgradeTo(FIRST);
    primary.stop(Stop.FAST);
    OwnServer standby = primary.copyAsStandby();
    primary.start();
    standby.start();
    return standby;
  }

  @Fault(Scenario.STANDBY)
  @ParameterizedTest
  @MethodSource("majors")
  void aReplicaIsUpToDateOrRefused(int major) throws Exception {
    try (OwnServer primary = OwnServer.start(major);
        OwnServer standby = standbyOf(primary)) {
      Migrator migrator = Undisturbed.everyStep(standby.dataSource()).build();

      assertEquals(new UpgradeReport(List.of(), List.of(FIRST)), migrator.upgradeTo(FIRST));
      for (Runnable call : List.<Runnable>of(migrator::upgrade, () -> migrator.downgrade(1))) {
        UnsuitableServerException refusal =
            assertThrows(UnsuitableServerException.class, call::run);
        assertEquals("NotPrimary", refusal.code());
        assertEquals(7, refusal.outcome().exitCode());
      }
      assertEquals("2 pending", migrator.status().summary());
      DriftReport report = migrator.check();
      assertEquals(List.of(), report.differences());
      assertEquals("the server is a standby: check the primary", report.coarse());
      assertEquals(
          List.of("0"),
          query(standby.dataSource(), "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
    }
  }

  @Fault(Scenario.FAILOVER)
  @ParameterizedTest
  @MethodSource("majors")
  void theRunGoesOnWhereTheStandbyTookOver(int major) throws Exception {
    try (OwnServer primary = OwnServer.start(major);
        OwnServer standby = standbyOf(primary)) {
      DataSource both = both(primary, standby);
      Migrator migrator = Undisturbed.everyStep(both)
          .listener(new MigrationListener() {
            private boolean done;

            @Override
            public void stepStarted(String revision, String text, int number, int total) {
              if (!done && revision.startsWith("M0002") && number == 5) {
                done = true;
                failOver(primary, standby);
              }
            }
          })
          .build();

      migrator.upgrade();

      assertEquals(Undisturbed.state(major), EndState.of(standby.dataSource()));
      primary.follow(standby);
      primary.start();
      Migrator old = Undisturbed.everyStep(primary.dataSource()).build();
      assertEquals(
          "NotPrimary",
          assertThrows(UnsuitableServerException.class, () -> old.downgrade(1)).code());
    }
  }

  /** What was committed is there, as where replication is synchronous. */
  private static void failOver(OwnServer primary, OwnServer standby) {
    try {
      String written =
          query(primary.dataSource(), "SELECT pg_current_wal_lsn()").get(0);
      Gates.await(() -> query(
              standby.dataSource(), "SELECT (pg_last_wal_replay_lsn() >= '" + written + "')::text")
          .equals(List.of("true")));
      primary.stop(Stop.IMMEDIATE);
      standby.promote();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource both(OwnServer primary, OwnServer standby) {
    PGSimpleDataSource both = (PGSimpleDataSource) primary.dataSource();
    both.setServerNames(new String[] {"127.0.0.1", "127.0.0.1"});
    both.setPortNumbers(new int[] {primary.port(), standby.port()});
    both.setTargetServerType("primary");
    return both;
  }
}
