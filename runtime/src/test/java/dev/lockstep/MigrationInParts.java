package dev.lockstep;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;

import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A migration that no single transaction can do, and a shop with rows to try it on. */
public final class MigrationInParts {
  public static final String THIRD = "M0003_Notes";

  /** Parts: 1, 2, 3 with 4, 5, 6, 7. */
  static final int UP = 7;

  /** Parts: 1 with 2 and 3, 4, 5. */
  static final int DOWN = 5;

  private MigrationInParts() {}

  public static WrittenMigrations migrations() {
    return migrations(index("user_note", "note", "(lower(email)) DESC").where("age > 0"));
  }

  static WrittenMigrations migrations(dev.lockstep.schema.Index second) {
    return Shop.migrations()
        .add(
            THIRD,
            schema -> {
              schema.sql("ALTER TABLE \"user\" ADD note text, ADD age integer NOT NULL DEFAULT 7");
              schema.createIndexConcurrently("user", second);
              schema.addConstraintNotValid("user", check("user_age", "age > 0"));
              schema.addColumn("user", column("more", text()));
              schema.validateConstraint("user", "user_age");
              schema.createIndexConcurrently("user", uniqueIndex("user_address", "address"));
              schema.addConstraintUsingIndex(
                  "user", unique("user_address_key", "address"), "user_address");
            },
            schema -> {
              schema.dropConstraint("user", "user_address_key");
              schema.dropConstraint("user", "user_age");
              schema.dropColumn("user", "more");
              schema.dropIndexConcurrently("user_note");
              schema.sql("ALTER TABLE \"user\" DROP note, DROP age");
            });
  }

  /** With rows, at the migration before. */
  public static DataSource shop(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    execute(
        database,
        "INSERT INTO \"user\" (email, address) SELECT 'e' || n, 'a' || n FROM generate_series(1, 50) n");
    return database;
  }

  /** The catalog without what a run changes of the history. */
  public static String catalog(DataSource database) {
    return CatalogDump.of(database, "public");
  }

  public static List<String> history(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT concat_ws(' ', revision, ordinal, state, steps_done, steps, finished_at IS NOT NULL,"
            + " checksum) FROM lockstep_history ORDER BY ordinal");
  }

  public static List<String> indexes(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT c.relname || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END FROM pg_index"
            + " JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = '\"user\"'::regclass ORDER BY 1");
  }

  public static Migrator heard(DataSource database, Consumer<Integer> step) {
    return Shop.builder(database)
        .migrations(migrations())
        .retryFor(Shop.ONE_CONNECTION)
        .listener(new MigrationListener() {
          @Override
          public void stepStarted(String revision, String text, int number, int total) {
            step.accept(number);
          }
        })
        .build();
  }

  /** Ends all other sessions of the database. */
  public static void endOthers(DataSource database) {
    try {
      execute(
          database,
          "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
