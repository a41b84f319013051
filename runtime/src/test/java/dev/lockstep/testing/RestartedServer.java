package dev.lockstep.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A PostgreSQL server of one test, which may stop and start it; its data and its port stay. */
public final class RestartedServer implements AutoCloseable {
  private final int major;
  private final Path data;
  private EmbeddedPostgres server;

  /** How a server is stopped (PostgreSQL manual, 19.5 Shutting Down the Server). */
  public enum Stop {
    /** It ends all sessions, whose transactions are rolled back. */
    FAST("INT"),
    /** It ends as in a crash, and recovers when it starts. */
    IMMEDIATE("QUIT");

    private final String signal;

    Stop(String signal) {
      this.signal = signal;
    }
  }

  private RestartedServer(int major, Path data) throws IOException {
    this.major = major;
    this.data = data;
    this.server = start(0);
  }

  /**
   * Starts one.
   *
   * @param folder an empty one for its data
   */
  public static RestartedServer start(int major, Path folder) throws IOException {
    return new RestartedServer(major, folder.resolve("data"));
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return Postgres.builder(major)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        // Off by default here: what is committed would not outlive a crash.
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  public DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  /** Comes back when it does not run any more. */
  public void stop(Stop how) {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
      new ProcessBuilder("kill", "-" + how.signal, pid).start();
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comes back when it takes connections again. */
  public void start() {
    try {
      int port = server.getPort();
      server.close();
      server = start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it a standby from the next start on. */
  public void demote() {
    try {
      Files.createFile(data.resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it a primary from the next start on. */
  public void promote() {
    try {
      Files.delete(data.resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
