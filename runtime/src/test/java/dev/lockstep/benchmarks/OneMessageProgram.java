package dev.lockstep.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Sends each migration and its history row at once, which makes them one transaction: the least
 * that a transaction for each can do.
 */
final class OneMessageProgram implements Work {
  private OneMessageProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new OneMessageProgram());
  }

  @Override
  public void run(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      PlainSteps.begin(connection);
      for (String[] step : PlainSteps.read()) {
        apply(connection, step);
      }
    }
  }

  private static void apply(Connection connection, String[] step) throws Exception {
    StringBuilder message = new StringBuilder();
    for (int index = 1; index < step.length; index++) {
      message.append(step[index]).append(';');
    }
    message.append(PlainSteps.record(step[0]));
    try (Statement statement = connection.createStatement()) {
      statement.execute(message.toString());
    }
  }
}
