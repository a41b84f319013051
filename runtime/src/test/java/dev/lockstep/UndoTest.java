package dev.lockstep;

import static dev.lockstep.MigrationInParts.catalog;
import static dev.lockstep.MigrationInParts.endOthers;
import static dev.lockstep.MigrationInParts.history;
import static dev.lockstep.MigrationInParts.indexes;
import static dev.lockstep.MigrationInParts.shop;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that was left half-way and is taken back. */
class UndoTest {
  private static final String THIRD = "M0003_Notes";
  private static final int UP = 8;
  private static final int DOWN = 7;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  /** What can fail on rows is in the middle of it. */
  private static WrittenMigrations migrations() {
    return Shop.migrations()
        .add(
            THIRD,
            schema -> {
              schema.addColumn("user", column("note", text()));
              schema.createIndexConcurrently("user", index("user_note", "note"));
              schema.backfill("user", "note", "'n'");
              schema.addConstraintNotValid("user", check("user_id_check", "id < 1000"));
              schema.validateConstraint("user", "user_id_check");
              schema.createIndexConcurrently("user", uniqueIndex("user_address", "address"));
              schema.addConstraintUsingIndex(
                  "user", unique("user_address_key", "address"), "user_address");
              schema.setNotNull("user", "note");
            },
            schema -> {
              schema.lockTable("user");
              schema.dropNotNull("user", "note");
              schema.lockTable("user");
              schema.dropConstraint("user", "user_address_key");
              schema.dropIndexConcurrently("user_note");
              schema.dropConstraint("user", "user_id_check");
              schema.dropColumn("user", "note");
            });
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anUpgradeThatIsCutAnywhereGoesBack(int major) throws SQLException {
    DataSource untouched = shop(major);
    for (int step = 2; step <= UP; step++) {
      DataSource database = shop(major);
      cut(database, step, Migrator::upgrade);

      assertEquals(
          List.of(SECOND), migrator(database, migrations()).downgrade(1).at());

      assertEquals(catalog(untouched), catalog(database), "at " + step);
      assertEquals(history(untouched), history(database), "at " + step);
      assertEquals(List.of(THIRD), migrator(database, migrations()).upgrade().at());
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDowngradeThatIsCutAnywhereIsTakenBack(int major) throws SQLException {
    DataSource undisturbed = shop(major);
    migrator(undisturbed, migrations()).upgrade();
    for (int step = 3; step <= DOWN; step++) {
      DataSource database = shop(major);
      migrator(database, migrations()).upgrade();
      cut(database, step, migrator -> migrator.downgrade(1));

      assertEquals(List.of(THIRD), migrator(database, migrations()).upgrade().at());

      assertEquals(columns(undisturbed), columns(database), "at " + step);
      assertEquals(history(undisturbed), history(database), "at " + step);
      assertEquals(List.of(), migrator(database, migrations()).check().differences());
      assertEquals(
          List.of(SECOND), migrator(database, migrations()).downgrade(1).at());
    }
  }

  @Test
  void anUndoThatIsCutAnywhereGoesOn() throws SQLException {
    DataSource untouched = shop(Postgres.NEWEST);
    int steps = 0;
    for (int step = 1; step == 1 || step <= steps; step++) {
      DataSource database = shop(Postgres.NEWEST);
      cut(database, UP, Migrator::upgrade);
      steps = total(database, step);

      assertEquals(
          List.of(SECOND), migrator(database, migrations()).downgrade(1).at());

      assertEquals(catalog(untouched), catalog(database), "at " + step);
      assertEquals(history(untouched), history(database), "at " + step);
    }
    assertEquals(4, steps);
  }

  /** Cuts the undo at a step, and answers how many it has. */
  private static int total(DataSource database, int at) {
    int[] total = {0};
    Migrator migrator = Migrator.builder(database)
        .migrations(migrations())
        .retryFor(Shop.ONE_CONNECTION)
        .listener(new MigrationListener() {
          @Override
          public void stepStarted(String revision, String text, int number, int steps) {
            total[0] = steps;
            if (number == at) {
              endOthers(database);
            }
          }
        })
        .build();
    assertThrows(MigrationFailedException.class, () -> migrator.downgrade(1));
    return total[0];
  }

  @Test
  void rowsThatDoNotFitLeaveAWayBack() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    execute(database, "INSERT INTO \"user\" (id, email) VALUES (5000, 'far')");
    Migrator migrator = migrator(database, migrations());

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);
    assertEquals("""
        [lockstep:StoppedPartWay] M0003_Notes stopped part-way, 4 of 8 steps are committed: check constraint "user_id_check" of relation "user" is violated by some row (23514)
            statement: ALTER TABLE "public"."user" VALIDATE CONSTRAINT "user_id_check"
            before it in this run: nothing
            next upgrade: goes on with step 5 of M0003_Notes; downgrade: takes back what is done""", failure.getMessage());
    assertEquals(
        """
        [lockstep:PartWay] M0003_Notes was left half-way while upgrading: 4 of 8 steps are committed
            go on with it: upgrade M0003_Notes
            or take back what is done: downgrade -1""", assertThrows(MigrationFailedException.class, migrator::check).getMessage());

    assertEquals(List.of(SECOND), migrator.downgrade(1).at());
    execute(database, "INSERT INTO \"user\" (id, email) VALUES (5001, 'farther')");
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void anIndexOfSomebodyElseStays() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    execute(database, "CREATE INDEX user_address ON \"user\" (email)");
    Migrator migrator = migrator(database, migrations());
    assertThrows(MigrationFailedException.class, migrator::upgrade);

    migrator.downgrade(1);

    assertEquals(List.of("user_address", "user_email_key", "user_pkey"), indexes(database));
  }

  @Test
  void whatLosesDataIsRefusedWhereThatIsAsked() throws SQLException {
    WrittenMigrations drops = Shop.migrations().add(THIRD, schema -> {
      schema.dropColumn("user", "address");
      schema.createIndexConcurrently("user", uniqueIndex("user_email", "email"));
      schema.createIndexConcurrently("user", uniqueIndex("user_again", "email"));
    });
    DataSource database = shop(Postgres.NEWEST);
    execute(database, "ALTER TABLE \"user\" DROP CONSTRAINT user_email_key");
    execute(database, "UPDATE \"user\" SET email = 'same'");
    assertThrows(MigrationFailedException.class, migrator(database, drops)::upgrade);

    IrreversibleException refused = assertThrows(
        IrreversibleException.class,
        () -> Migrator.builder(database)
            .migrations(drops)
            .refuseIrreversible()
            .build()
            .downgrade(1));

    assertEquals(
        List.of("user.address: its values are deleted (M0003_Notes)"),
        refused.losses().stream().map(DataLoss::toString).toList());
    migrator(database, drops).downgrade(1);
    assertEquals(
        List.of("50"), query(database, "SELECT count(*) FROM \"user\" WHERE address IS NULL"));
  }

  private static List<String> columns(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT concat_ws(' ', attname, atttypid::regtype, attnotnull) FROM pg_attribute"
            + " WHERE attrelid = '\"user\"'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1");
  }

  private static void cut(DataSource database, int at, Consumer<Migrator> run) {
    Migrator migrator = Migrator.builder(database)
        .migrations(migrations())
        .retryFor(Shop.ONE_CONNECTION)
        .listener(new MigrationListener() {
          @Override
          public void stepStarted(String revision, String text, int number, int total) {
            if (number == at) {
              endOthers(database);
            }
          }
        })
        .build();
    assertThrows(MigrationFailedException.class, () -> run.accept(migrator));
  }
}
