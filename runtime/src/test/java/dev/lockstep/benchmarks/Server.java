package dev.lockstep.benchmarks;

import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL server of this benchmark's own. */
final class Server implements AutoCloseable {
  private final OwnServer server;
  private int databases;

  private Server(OwnServer server) {
    this.server = server;
  }

  /** One that waits for the disk, as those do that keep data. */
  static Server durable() {
    return start("fsync = on", "synchronous_commit = on", "full_page_writes = on");
  }

  /** One that counts the statements it runs; too slow to be timed. */
  static Server counting() {
    return start(
        "shared_preload_libraries = 'pg_stat_statements'",
        "pg_stat_statements.max = 50000",
        "pg_stat_statements.track = top");
  }

  private static Server start(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("log_line_prefix = '%d '");
    return new Server(OwnServer.start(Postgres.NEWEST, all.toArray(String[]::new)));
  }

  /** The name of a new database. */
  String newDatabase() throws SQLException {
    return newDatabase("template1");
  }

  /** The name of a copy of that one. */
  String newDatabase(String template) throws SQLException {
    String name = "bench" + ++databases;
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return name;
  }

  DataSource database(String name) {
    return server.database(name);
  }

  int port() {
    return server.port();
  }

  /**
   * What one measurement has written shall not be flushed during the next. Its database stays: ext4
   * looks for each new file past the places of those that were deleted in the last minutes, which
   * took three quarters of the server's time.
   */
  void settle() throws SQLException {
    execute("CHECKPOINT");
  }

  void execute(String sql) throws SQLException {
    execute("postgres", sql);
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = database(database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the only row. */
  long number(String database, String query) throws SQLException {
    try (Connection connection = database(database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** That all was done: each way has to have the same columns and indexes. */
  void verify(String database, List<Step> steps, Way way) throws SQLException {
    long tables =
        steps.stream().filter(step -> step.kind() == Step.Kind.CREATE_TABLE).count();
    long columns = tables * 8 + steps.size() - tables;
    long foundColumns = number(
        database, "SELECT count(*) FROM information_schema.columns WHERE table_name ~ '^t\\d+$'");
    long foundIndexes =
        number(database, "SELECT count(*) FROM pg_catalog.pg_indexes WHERE tablename ~ '^t\\d+$'");
    if (foundColumns != columns || foundIndexes != 2 * tables) {
      throw new IllegalStateException(way + " made " + foundColumns + " columns and " + foundIndexes
          + " indexes instead of " + columns + " and " + 2 * tables);
    }
  }

  /** What the server has logged of a database whose {@code log_statement} is {@code all}. */
  List<String> logged(String database) {
    String prefix = database + " LOG:  ";
    return server
        .log()
        .lines()
        .filter(
            line -> line.startsWith(prefix + "execute") || line.startsWith(prefix + "statement"))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
