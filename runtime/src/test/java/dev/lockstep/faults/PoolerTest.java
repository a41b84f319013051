package dev.lockstep.faults;

import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.Direction;
import dev.lockstep.LockKind;
import dev.lockstep.MigrationListener;
import dev.lockstep.Migrator;
import dev.lockstep.UnsuitableServerException;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A transaction pooler between the run and the server. */
class PoolerTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static void isRefused(DataSource database, DataSource pooled) throws SQLException {
    Migrator migrator = Migrator.builder(pooled)
        .migrations(migrations())
        .lock(LockKind.ADVISORY)
        .build();

    UnsuitableServerException refusal =
        assertThrows(UnsuitableServerException.class, migrator::upgrade);

    assertEquals("TransactionPooler", refusal.code());
    assertEquals(7, refusal.outcome().exitCode());
    assertEquals(
        List.of(),
        query(
            database,
            "SELECT pid FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database"
                + " WHERE locktype = 'advisory' AND datname = current_database()"),
        "locks that are left");
    assertEquals(
        List.of(), query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
  }

  @Fault(Scenario.TRANSACTION_POOLER)
  @ParameterizedTest
  @MethodSource("majors")
  void itIsToldBeforeAnythingIsDone(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    for (int sessions = 2; sessions <= 5; sessions++) {
      try (TransactionPooler pooler = TransactionPooler.to(database, sessions)) {
        isRefused(database, pooler.dataSource());
      }
    }
    assertEquals(List.of(SECOND), migrator(database).upgrade().at());
  }

  @Fault(Scenario.TRANSACTION_POOLER)
  @ParameterizedTest
  @MethodSource("majors")
  void upToDateItDoesNotMatter(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    try (TransactionPooler pooler = TransactionPooler.to(database, 2)) {
      assertEquals(List.of(SECOND), migrator(pooler.dataSource()).upgrade().at());
    }
  }

  /** One session is enough for two to believe that they have the lock. */
  @Fault(Scenario.TRANSACTION_POOLER)
  @ParameterizedTest
  @MethodSource("majors")
  void twoClientsInOneSessionAreTold(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (TransactionPooler pooler = TransactionPooler.to(database, 1)) {
      Migrator second = migrator(pooler.dataSource());
      Migrator.builder(pooler.dataSource())
          .migrations(migrations())
          .lock(LockKind.ADVISORY)
          .listener(new MigrationListener() {
            @Override
            public void migrationStarted(
                Direction direction, String revision, int number, int total) {
              assertEquals(
                  "TransactionPooler",
                  assertThrows(UnsuitableServerException.class, second::upgrade).code());
            }
          })
          .build()
          .upgrade();
    }
    assertEquals(List.of("2"), query(database, "SELECT count(*) FROM lockstep_history"));
  }

  @InFull
  @Fault(Scenario.TRANSACTION_POOLER)
  @ParameterizedTest
  @MethodSource("majors")
  void pgBouncerIsTold(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (PgBouncer bouncer = PgBouncer.to(database)) {
      isRefused(database, bouncer.dataSource());
    }
  }

  @InFull
  @Fault(Scenario.TRANSACTION_POOLER)
  @ParameterizedTest
  @MethodSource("majors")
  void aLeaseGoesThroughPgBouncer(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (PgBouncer bouncer = PgBouncer.to(database)) {
      assertEquals(
          List.of(SECOND),
          Migrator.builder(bouncer.dataSource())
              .migrations(migrations())
              .lock(LockKind.LEASE)
              .build()
              .upgrade()
              .at());
    }
  }
}
