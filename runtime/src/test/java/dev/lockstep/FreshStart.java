package dev.lockstep;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that reads from a database by plain JDBC and then starts as an application does. */
final class FreshStart {
  static final String BEGIN = "upgrade begins";
  static final String END = "upgrade ends";

  private FreshStart() {}

  /**
   * Says when the upgrade begins and ends.
   *
   * @param arguments URL, and head, size and digest of the complete history
   */
  public static void main(String[] arguments) throws SQLException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT '1'")) {
      row.next();
      row.getString(1);
    }
    Prebuilt migrations = new Prebuilt(
        new CompleteHistory(arguments[1], Integer.parseInt(arguments[2]), arguments[3]));
    System.out.println(BEGIN);
    Migrator.builder(database).migrations(migrations).build().upgrade();
    System.out.println(END);
  }

  /** Tells nothing that an up-to-date start has no need of. */
  private record Prebuilt(CompleteHistory complete) implements MigrationSet {
    @Override
    public String name() {
      return "main";
    }

    @Override
    public String schema() {
      return "";
    }

    @Override
    public Optional<CompleteHistory> completeHistory() {
      return Optional.of(complete);
    }

    @Override
    public List<Entry> entries() {
      throw new AssertionError("entries");
    }

    @Override
    public Migration migration(String id) {
      throw new AssertionError(id);
    }

    @Override
    public String schemaFingerprint() {
      throw new AssertionError("schemaFingerprint");
    }
  }
}
