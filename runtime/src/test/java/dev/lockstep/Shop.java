package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The migrations of the walk-through, and a look at what they did. */
public final class Shop {
  public static final String FIRST = "M0001_InitialMigration";
  public static final String SECOND = "M0002_AddAddressToUser";

  /** A {@code retryFor} with which a connection that is lost ends the run. */
  static final Duration ONE_CONNECTION = Duration.ofMillis(1);

  private static volatile LockKind lock = LockKind.AUTOMATIC;

  private Shop() {}

  /** A table, then a column for it. */
  public static WrittenMigrations migrations() {
    return new WrittenMigrations()
        .add(
            FIRST,
            schema -> schema.createTable(
                "user",
                column("id", bigint()).notNull().identity(),
                column("email", varchar(120)).notNull(),
                primaryKey("user_pkey", "id"),
                unique("user_email_key", "email")),
            schema -> schema.dropTable("user"))
        .add(
            SECOND,
            schema -> schema.addColumn("user", column("address", varchar(200))),
            schema -> schema.dropColumn("user", "address"));
  }

  public static Migrator migrator(DataSource database) {
    return migrator(database, migrations());
  }

  public static Migrator migrator(DataSource database, MigrationSet migrations) {
    return builder(database).migrations(migrations).build();
  }

  /** A builder with the kind of lock that the test at work is about. */
  public static Migrator.Builder builder(DataSource database) {
    // Some tests cut the way by which a lease would be given back.
    return Migrator.builder(database).lock(lock).leaseTime(Duration.ofSeconds(5));
  }

  /** What {@link #builder} gives from now on. */
  static void lockBy(LockKind kind) {
    lock = kind;
  }

  public static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query's rows. */
  public static List<String> query(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
