package dev.lockstep.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * One change on a real server: up from a populated database, compared with a fresh one, down,
 * compared with what was before, and up again.
 */
public final class RoundTrip {
  private static final String[] SCHEMAS = {"public", "app", "crm"};

  private final int major;
  private final PostgresDdl ddl;
  private final DataSource database;

  private RoundTrip(int major) {
    this.major = major;
    this.ddl = new PostgresDdl("public", major);
    this.database = Postgres.newDatabase(major);
  }

  /**
   * Runs the change on a server of that version.
   *
   * @param rows SQL that fills the database before the change
   * @return the last of the databases: upgraded, down and up again
   */
  public static RoundTrip of(int major, Schema from, SchemaDiff diff, String... rows) {
    RoundTrip trip = new RoundTrip(major);
    trip.run(from, diff, rows);
    return trip;
  }

  /** As {@link #of}, but neither down nor up again. */
  public static RoundTrip up(int major, Schema from, SchemaDiff diff, String... rows) {
    RoundTrip trip = new RoundTrip(major);
    trip.fill(from, rows);
    trip.apply(diff.operations());
    return trip;
  }

  private void fill(Schema from, String... rows) {
    apply(SchemaDiffer.diff(Schema.EMPTY, from).operations());
    for (String sql : rows) {
      execute(sql);
    }
  }

  private void run(Schema from, SchemaDiff diff, String... rows) {
    fill(from, rows);
    String before = CatalogDump.of(database, SCHEMAS);
    RoundTrip fresh = new RoundTrip(major);
    fresh.apply(SchemaDiffer.diff(Schema.EMPTY, diff.to()).operations());
    String expected = CatalogDump.of(fresh.database, SCHEMAS);
    apply(diff.operations());
    assertEquals(
        expected,
        CatalogDump.of(database, SCHEMAS),
        () -> "upgraded on " + major + text(diff.operations()));
    List<Operation> back = Operations.reverse(diff.operations(), from);
    apply(back);
    assertEquals(
        before, CatalogDump.of(database, SCHEMAS), () -> "downgraded on " + major + text(back));
    apply(diff.operations());
    assertEquals(
        expected,
        CatalogDump.of(database, SCHEMAS),
        () -> "upgraded again on " + major + text(diff.operations()));
  }

  private void apply(List<Operation> operations) {
    String sql = "";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      statement.execute("SET TimeZone = 'UTC'; SET search_path = public, pg_temp");
      Execution before = Execution.TRANSACTION;
      for (Operation operation : operations) {
        if (!operation.execution().joins(before)) {
          connection.commit();
        }
        before = operation.execution();
        sql = ddl.sql(operation);
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      throw new AssertionError(
          "on " + major + ": " + e.getMessage() + "\nfailed: " + sql + text(operations), e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError("on " + major + ": " + e.getMessage() + "\nfailed: " + sql, e);
    }
  }

  /** The first column of all rows of a query, comma between them. */
  public String query(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder text = new StringBuilder();
      while (rows.next()) {
        text.append(text.isEmpty() ? "" : ",").append(rows.getString(1));
      }
      return text.toString();
    } catch (SQLException e) {
      throw new AssertionError("on " + major + ": " + e.getMessage() + "\nfailed: " + sql, e);
    }
  }

  private String text(List<Operation> operations) {
    return operations.stream().map(ddl::sql).collect(Collectors.joining(";\n  ", "\n  ", "\n"));
  }
}
