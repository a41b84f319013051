package dev.lockstep;

import static dev.lockstep.MigrationInParts.THIRD;
import static dev.lockstep.MigrationInParts.catalog;
import static dev.lockstep.MigrationInParts.history;
import static dev.lockstep.MigrationInParts.migrations;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.Psql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts of migrations that no single transaction can do. */
class PartsScriptTest {
  private static final String FOURTH = "M0004_Fill";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations filling() {
    return migrations()
        .add(
            FOURTH,
            schema -> {
              schema.sql("ALTER TABLE \"user\" ADD v text");
              schema.backfill("user", "v", "'100 % it''s ' || id -- all");
              schema.setNotNull("user", "v");
            },
            schema -> {
              schema.backfill("user", "more", "'x'");
              schema.dropColumn("user", "v");
            });
  }

  private static DataSource shop(int major) throws Exception {
    return MigrationInParts.shop(major);
  }

  @ParameterizedTest
  @MethodSource("majors")
  void doesWhatARunDoes(int major) throws Exception {
    DataSource upgraded = shop(major);
    DataSource scripted = shop(major);
    Migrator migrator = migrator(scripted, filling());
    migrator(upgraded, filling()).upgrade();

    assertEquals("", Psql.run(scripted, migrator.script(SECOND, FOURTH).sql()));

    assertEquals(catalog(upgraded), catalog(scripted));
    assertEquals(history(upgraded), history(scripted));
    assertEquals(
        query(upgraded, "SELECT u FROM \"user\" u ORDER BY id"),
        query(scripted, "SELECT u FROM \"user\" u ORDER BY id"));
    assertEquals(List.of(), migrator.upgrade().applied());
    // Once more, from the very beginning.
    assertEquals("", Psql.run(scripted, migrator.script("base", FOURTH).sql()));
    assertEquals(history(upgraded), history(scripted));

    migrator(upgraded, filling()).downgrade(2);
    String down = migrator.script(FOURTH, SECOND).sql();
    assertEquals("", Psql.run(scripted, down));
    assertEquals("", Psql.run(scripted, down));

    assertEquals(catalog(upgraded), catalog(scripted));
    assertEquals(history(upgraded), history(scripted));
  }

  /** In two parts: PostgreSQL lets nobody use a value before it is committed. */
  @ParameterizedTest
  @MethodSource("majors")
  void usesValuesThatItAdds(int major) throws Exception {
    WrittenMigrations moods = Shop.migrations()
        .add(THIRD, schema -> schema.createEnum("mood", "glad"), schema -> schema.dropEnum("mood"))
        .add(
            FOURTH,
            schema -> {
              schema.addEnumValue("mood", "sad");
              schema.addEnumValueBefore("mood", "calm", "sad");
              schema.addColumn(
                  "user", column("mood", type("mood")).notNull().defaultValue("'sad'"));
              schema.sql("UPDATE \"user\" SET mood = 'calm' WHERE id = 1");
            },
            schema -> schema.dropColumn("user", "mood"));
    DataSource upgraded = shop(major);
    DataSource scripted = shop(major);

    migrator(upgraded, moods).upgrade();

    assertEquals(
        "", Psql.run(scripted, migrator(scripted, moods).script(SECOND, FOURTH).sql()));
    assertEquals(catalog(upgraded), catalog(scripted));
    assertEquals(history(upgraded), history(scripted));
    assertEquals(
        List.of("calm 1", "sad 49"),
        query(
            upgraded,
            "SELECT concat_ws(' ', mood, count(*)) FROM \"user\" GROUP BY mood ORDER BY mood"));
  }

  @Test
  void doesTheSameInPsqlItself(@TempDir Path folder) throws Exception {
    assumeTrue(Psql.isInstalled(), "psql");
    DataSource upgraded = shop(Postgres.OLDEST);
    DataSource scripted = shop(Postgres.OLDEST);
    Path file = folder.resolve("upgrade.sql");
    Files.writeString(file, migrator(scripted, filling()).script(SECOND, FOURTH).sql());
    migrator(upgraded, filling()).upgrade();
    execute(scripted, "UPDATE \"user\" SET address = 'same' WHERE id < 3");

    String failure = Psql.runInstalled(scripted, file);

    assertTrue(failure.contains("could not create unique index"), failure);
    execute(scripted, "UPDATE \"user\" SET address = 'a' || id WHERE id < 3");
    assertEquals("", Psql.runInstalled(scripted, file));
    assertEquals("", Psql.runInstalled(scripted, file));
    assertEquals(catalog(upgraded), catalog(scripted));
    assertEquals(history(upgraded), history(scripted));
    assertEquals(
        query(upgraded, "SELECT u FROM \"user\" u ORDER BY id"),
        query(scripted, "SELECT u FROM \"user\" u ORDER BY id"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void goesOnWhereItFailed(int major) throws Exception {
    DataSource database = shop(major);
    Migrator migrator = migrator(database, filling());
    String script = migrator.script(SECOND, FOURTH).sql();
    execute(database, "UPDATE \"user\" SET address = 'same' WHERE id < 3");

    String failure = Psql.run(database, script);

    assertTrue(failure.contains("could not create unique index"), failure);
    assertEquals(
        List.of("upgrading 5 7"),
        query(
            database,
            "SELECT concat_ws(' ', state, steps_done, steps) FROM lockstep_history WHERE revision = '"
                + THIRD + "'"));
    execute(database, "UPDATE \"user\" SET address = 'other' WHERE id = 1");
    assertEquals("", Psql.run(database, script));
    assertEquals(Outcome.DONE, migrator.status().outcome());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aRunGoesOnWithWhatAScriptLeftAndTheOtherWayRound(int major) throws Exception {
    DataSource database = shop(major);
    Migrator migrator = migrator(database, filling());
    String script = migrator.script(SECOND, FOURTH).sql();
    execute(database, "CREATE INDEX user_address ON \"user\" (address)");

    String failure = Psql.run(database, script);

    assertTrue(failure.contains("is there that this migration did not make"), failure);
    execute(database, "DROP INDEX user_address");
    migrator.upgradeTo(THIRD);
    assertEquals("", Psql.run(database, script));
    assertEquals(Outcome.DONE, migrator.status().outcome());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void stopsWhileAnotherProcessMigrates(int major) throws Exception {
    DataSource database = shop(major);
    String script = migrator(database, filling()).script(SECOND, FOURTH).sql();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      String lock = script.replaceAll("(?s).*pg_try_advisory_lock\\((-?\\d+)\\).*", "$1");
      statement.execute("SELECT pg_advisory_lock(" + lock + ")");

      String failure = Psql.run(database, script);

      assertTrue(failure.contains("another process migrates this schema"), failure);
    }
    assertEquals(2, history(database).size());
  }
}
