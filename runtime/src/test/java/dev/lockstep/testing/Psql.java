package dev.lockstep.testing;

import dev.lockstep.schema.SqlStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs a script as {@code psql -f} does, as far as scripts of Lockstep go: statement by statement
 * in autocommit, with {@code \gset} and {@code \if}, up to the first failure.
 */
public final class Psql {
  private final Statement statement;
  private final Map<String, String> variables = new HashMap<>();

  /** Whether what comes is run, for each \if around it. */
  private final Deque<Boolean> runs = new ArrayDeque<>();

  private Psql(Statement statement) {
    this.statement = statement;
  }

  /** The server's message where a statement failed, else an empty text. */
  public static String run(DataSource database, String script) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        new Psql(statement).run(script);
        return "";
      } catch (SQLException e) {
        return e.getMessage();
      }
    }
  }

  /** Whether psql itself is to be had. */
  public static boolean isInstalled() {
    try {
      return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@link #run} does, by psql itself. */
  public static String runInstalled(DataSource database, Path file)
      throws IOException, InterruptedException {
    PGSimpleDataSource made = (PGSimpleDataSource) database;
    Process psql = new ProcessBuilder(
            "psql",
            "-X",
            "-q",
            "-h",
            "localhost",
            "-p",
            String.valueOf(made.getPortNumbers()[0]),
            "-U",
            "postgres",
            "-d",
            String.valueOf(made.getDatabaseName()),
            "-o",
            "/dev/null",
            "-f",
            file.toString())
        .redirectErrorStream(true)
        .start();
    String printed = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return psql.waitFor() == 0 ? "" : "psql failed: " + printed;
  }

  private void run(String script) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (String line : script.split("\n", -1)) {
      if (line.endsWith(" \\gset")) {
        text.append(line, 0, line.length() - " \\gset".length());
        set(text.toString());
      } else if (line.startsWith("\\")) {
        send(text.toString());
        command(line);
      } else {
        text.append(line).append('\n');
        continue;
      }
      text.setLength(0);
    }
    send(text.toString());
  }

  private void command(String line) {
    if (line.startsWith("\\if :")) {
      String value = variables.get(line.substring("\\if :".length()));
      if (active() && value == null) {
        throw new IllegalStateException(line);
      }
      runs.push(active() && "t".equals(value));
    } else if (line.equals("\\endif")) {
      runs.pop();
    } else if (!line.equals("\\set ON_ERROR_STOP on")) {
      throw new IllegalStateException(line);
    }
  }

  private boolean active() {
    return runs.isEmpty() || runs.peek();
  }

  private void send(String sql) throws SQLException {
    if (active()) {
      for (SqlStatement each : SqlStatement.of(sql)) {
        statement.execute(each.text());
      }
    }
  }

  /** Of several statements the last one gives the value. */
  private void set(String sql) throws SQLException {
    if (!active()) {
      return;
    }
    for (SqlStatement each : SqlStatement.of(sql)) {
      if (!statement.execute(each.text())) {
        continue;
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        variables.put(row.getMetaData().getColumnName(1), row.getString(1));
      }
    }
  }
}
