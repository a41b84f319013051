package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A migration from one schema to another on a populated database, beside an application that goes
 * on writing: up, compared with a fresh database, down, and compared with what was before.
 */
final class SwapTrial {
  /** The table that most of them are about. */
  static final QualifiedName USER = QualifiedName.of("user");

  private static final String FIRST = "M0001_First";

  private final int major;
  private final WrittenMigrations migrations = new WrittenMigrations();
  private final List<Schema> schemas = new ArrayList<>();
  private final DataSource database;
  private int at;

  /** At the schema before. */
  SwapTrial(int major, Schema from, List<Operation> up, Schema to, List<Operation> down) {
    this.major = major;
    this.database = Postgres.newDatabase(major);
    migrations.add(FIRST, schema -> created(from).forEach(schema::add));
    schemas.add(from);
    and(up, to, down);
    migrator().upgradeTo(FIRST);
  }

  /** With one more migration. */
  SwapTrial and(List<Operation> up, Schema to, List<Operation> down) {
    migrations.add(
        "M000" + (schemas.size() + 1),
        schema -> up.forEach(schema::add),
        schema -> down.forEach(schema::add));
    schemas.add(to);
    return this;
  }

  /** What the steps make of an empty schema. */
  static Schema schema(Consumer<SchemaEditor> steps) {
    return Operations.apply(SchemaEditor.record(steps), Schema.EMPTY);
  }

  /**
   * Fails unless the column's counter goes on where its values end.
   *
   * @param insert into {@link #USER}, which leaves the column out
   */
  void requireNext(String column, int increment, String insert) {
    String next = read("SELECT max(" + column + ") + " + increment + " FROM \"user\"");
    assertEquals(next, read(insert + " RETURNING " + column));
  }

  private static List<Operation> created(Schema schema) {
    return SchemaDiffer.diff(Schema.EMPTY, schema).operations();
  }

  DataSource database() {
    return database;
  }

  void run(String sql) {
    try {
      execute(database, sql);
    } catch (SQLException e) {
      throw new AssertionError("on " + major + ": " + sql, e);
    }
  }

  /** The first column of all rows, comma between them. */
  String read(String sql) {
    try {
      return String.join(",", query(database, sql));
    } catch (SQLException e) {
      throw new AssertionError("on " + major + ": " + sql, e);
    }
  }

  /** By one migration. */
  void up() {
    migrator().upgradeTo("M000" + (at + 2));
    at++;
  }

  void down() {
    migrator().downgrade(1);
    at--;
  }

  /** Gives way before the server sees a deadlock with the application, and picks a victim. */
  private Migrator migrator() {
    return Migrator.builder(database)
        .migrations(migrations)
        .lockTimeout(Duration.ofMillis(300))
        .build();
  }

  /**
   * While an application writes.
   *
   * @param write statements, each a transaction, of which {@code %d} is another number each time
   */
  void during(String write, Runnable work) {
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(3);
    CompletableFuture<Integer> application = CompletableFuture.supplyAsync(() -> {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        int number = 0;
        while (!over.get()) {
          number++;
          for (String sql : write.replace("%d", String.valueOf(number)).split(";")) {
            statement.execute(sql);
          }
          begun.countDown();
        }
        return number;
      } catch (SQLException e) {
        throw new AssertionError("on " + major + ", the application fails: " + write, e);
      } finally {
        begun.countDown();
        begun.countDown();
        begun.countDown();
      }
    });
    try {
      begun.await();
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      over.set(true);
    }
    application.join();
  }

  /** The catalog is that of a fresh database, and no drift is found. */
  void requireSchema() {
    DataSource fresh = Postgres.newDatabase(major);
    List<Operation> whole = created(schemas.get(at));
    Shop.migrator(fresh, new WrittenMigrations().add(FIRST, schema -> whole.forEach(schema::add)))
        .upgrade();
    assertEquals(catalog(fresh), catalog(database), "on " + major);
    assertEquals(List.of(), migrator().check().differences(), "on " + major);
  }

  private static String catalog(DataSource database) {
    return CatalogDump.of(database, "public", "app");
  }
}
