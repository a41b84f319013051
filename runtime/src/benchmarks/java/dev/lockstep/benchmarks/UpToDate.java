package dev.lockstep.benchmarks;

import dev.lockstep.Migrator;
import dev.lockstep.UpgradeReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An upgrade that has nothing to do beside SELECTs on the same open connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UpToDate {
  @Param({"10", "1000"})
  public int applied;

  private Server server;
  private Connection connection;
  private Migrator migrator;

  /** For JMH. */
  public UpToDate() {}

  @Setup(Level.Trial)
  public void apply() throws SQLException {
    server = Server.durable();
    String database = server.newDatabase();
    connection = server.database(database).getConnection();
    migrator = Migrator.builder(connection)
        .migrations(new StepSet(Mix.MIXED.steps(applied)))
        .build();
    migrator.upgrade();
    server.execute(database, "VACUUM ANALYZE");
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    connection.close();
    server.close();
  }

  @Benchmark
  public UpgradeReport upgrade() {
    return migrator.upgrade();
  }

  /** Of the rows that tell one migration from another. */
  @Benchmark
  public int selectHistory() throws SQLException {
    return FloorProgram.read(connection);
  }

  @Benchmark
  public int selectOne() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1")) {
      row.next();
      return row.getInt(1);
    }
  }
}
