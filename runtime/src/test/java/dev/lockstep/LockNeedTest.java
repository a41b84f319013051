package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** More objects in one migration than a server has room for locks. */
class LockNeedTest {
  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  /** Each needs three locks: table, index, sequence. */
  private static WrittenMigrations tables(int number) {
    return Shop.migrations()
        .add(
            "M0003_Many",
            schema -> {
              for (int i = 0; i < number; i++) {
                schema.createTable(
                    "many_" + i,
                    column("id", bigint()).notNull().identity(),
                    primaryKey("many_" + i + "_pkey", "id"));
              }
            },
            schema -> {
              for (int i = number - 1; i >= 0; i--) {
                schema.dropTable("many_" + i);
              }
            });
  }

  private int room() throws SQLException {
    return Integer.parseInt(query(
            database,
            "SELECT current_setting('max_locks_per_transaction')::int"
                + " * (current_setting('max_connections')::int"
                + " + current_setting('max_prepared_transactions')::int)")
        .get(0));
  }

  @Fault(Scenario.LOCK_TABLE_FULL)
  @Test
  void isRefusedBeforeAnythingBegins() throws SQLException {
    int number = room() / 3 + 1;

    MigrationFailedException refusal = assertThrows(
        MigrationFailedException.class, () -> migrator(database, tables(number)).upgrade());

    assertTrue(
        refusal
            .getMessage()
            .startsWith("[lockstep:TooManyLocks] M0003_Many needs at least "
                + 3 * number + " locks in one transaction, and the server has room for " + room()
                + "; nothing was done\n    room: max_locks_per_transaction x "),
        refusal.getMessage());
    assertEquals(Outcome.FAILED, refusal.outcome());
    assertEquals(
        List.of(), query(database, "SELECT 1 WHERE to_regclass('lockstep_history') IS NOT NULL"));
  }

  /** What a person wrote nobody can count beforehand. */
  @Fault(Scenario.LOCK_TABLE_FULL)
  @Test
  void aFullTableIsToldWithItsNumbers() throws SQLException {
    WrittenMigrations set = Shop.migrations().add("M0003_Locks", schema -> {
      schema.sql("CREATE TABLE public.gone (id int)");
      schema.sql("SELECT pg_advisory_xact_lock(i) FROM generate_series(1, 10000000) AS i");
    });

    MigrationFailedException failure = assertThrows(
        MigrationFailedException.class, () -> migrator(database, set).upgrade());

    String message = failure.getMessage();
    assertTrue(
        message.startsWith("[lockstep:TooManyLocks] M0003_Locks was rolled back: "), message);
    assertTrue(message.contains(") = " + room() + "\n    raise it: "), message);
    assertTrue(message.endsWith("next upgrade: begins with M0003_Locks"), message);
    assertEquals("53200", failure.failure().sqlState());
    assertEquals(
        List.of(), query(database, "SELECT 1 WHERE to_regclass('public.gone') IS NOT NULL"));
  }

  @Fault(Scenario.LOCK_TABLE_FULL)
  @Test
  void manyGoThrough() throws SQLException {
    Migrator migrator = migrator(database, tables(600));

    assertEquals(List.of("M0003_Many"), migrator.upgrade().at());
    assertEquals(List.of("M0002_AddAddressToUser"), migrator.downgrade(1).at());
  }
}
