package dev.lockstep.example;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A PostgreSQL server of our own, from Maven Central; its data is gone when it is closed. */
final class EmbeddedServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private EmbeddedServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Takes a second or two; root needs the program {@code unshare} and user namespaces allowed. */
  static EmbeddedServer start() throws IOException {
    return new EmbeddedServer(EmbeddedPostgres.builder()
        // A folder for each user: another's cannot be written to.
        .setOverrideWorkingDirectory(Path.of(
                System.getProperty("java.io.tmpdir"),
                "lockstep-postgres-" + System.getProperty("user.name"))
            .toFile())
        // Otherwise initdb takes the environment's locale, which need not be installed.
        .setLocaleConfig("locale", "C.UTF-8")
        .start());
  }

  /** An empty database. */
  DataSource newDatabase(String name) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return server.getDatabase("postgres", name);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
