package dev.lockstep.benchmarks;

import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Updates as Liquibase's manual says for an application, from formatted SQL. */
final class LiquibaseProgram implements Work {
  private LiquibaseProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new LiquibaseProgram());
  }

  @Override
  public void run(DataSource database) throws Exception {
    try (Connection connection = database.getConnection();
        Liquibase liquibase = new Liquibase(
            "changelog.sql", new ClassLoaderResourceAccessor(), new JdbcConnection(connection))) {
      liquibase.update(new Contexts());
    }
  }
}
