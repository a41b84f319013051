package dev.lockstep.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Applies each migration in a transaction of its own, statement by statement. */
final class JdbcProgram implements Work {
  private JdbcProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new JdbcProgram());
  }

  @Override
  public void run(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      PlainSteps.begin(connection);
      connection.setAutoCommit(false);
      for (String[] step : PlainSteps.read()) {
        apply(connection, step);
      }
    }
  }

  private static void apply(Connection connection, String[] step) throws Exception {
    try (Statement statement = connection.createStatement()) {
      for (int index = 1; index < step.length; index++) {
        statement.execute(step[index]);
      }
      statement.execute(PlainSteps.record(step[0]));
    }
    connection.commit();
  }
}
