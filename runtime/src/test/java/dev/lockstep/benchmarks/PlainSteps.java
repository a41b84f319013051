package dev.lockstep.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The migrations as plain JDBC reads them, and its history. */
final class PlainSteps {
  static final String RECORD = "INSERT INTO plain_history (revision, checksum) VALUES ('";

  private static final String HISTORY =
      "CREATE TABLE IF NOT EXISTS plain_history (revision text PRIMARY KEY, checksum text NOT NULL,"
          + " applied timestamptz NOT NULL DEFAULT now())";

  private PlainSteps() {}

  /** For each migration its id and its statements. */
  static String[][] read() throws IOException {
    try (InputStream file = PlainSteps.class.getResourceAsStream("/steps.txt")) {
      if (file == null) {
        throw new IOException("no steps.txt on the class path");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String[] migrations = text.split(SetFiles.MIGRATION);
      String[][] steps = new String[migrations.length][];
      for (int index = 0; index < steps.length; index++) {
        steps[index] = migrations[index].split(SetFiles.STATEMENT);
      }
      return steps;
    }
  }

  static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(HISTORY);
    }
  }

  /** The statement that records it; the checksum stands for any of that length. */
  static String record(String id) {
    return RECORD.concat(id).concat("', 't1:").concat("0".repeat(64)).concat("')");
  }
}
