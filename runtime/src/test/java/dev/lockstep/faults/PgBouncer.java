package dev.lockstep.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.testing.OwnServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The program {@code pgbouncer}, in transaction mode before one database. */
final class PgBouncer implements AutoCloseable {
  private static final int SESSIONS = 3;

  private final PGSimpleDataSource server;
  private final int port;
  private final Process process;

  private PgBouncer(PGSimpleDataSource server, int port, Process process) {
    this.server = server;
    this.port = port;
    this.process = process;
  }

  /** Starts it; without it the test is not run, and says why. */
  static PgBouncer to(DataSource database) throws Exception {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "pgbouncer is not installed: apt-get install pgbouncer");
    PGSimpleDataSource server = (PGSimpleDataSource) database;
    int port = freePort();
    List<String> command = new ArrayList<>(OwnServer.asNobody());
    command.add(program.orElseThrow().toString());
    command.add(settings(server, port).toString());
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    PgBouncer bouncer = new PgBouncer(server, port, process);
    Gates.await(bouncer::answers);
    bouncer.grow();
    return bouncer;
  }

  /** It opens no more sessions than it needs at a time: three at once need three. */
  private void grow() throws Exception {
    List<Connection> clients = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      Connection client = dataSource().getConnection();
      client.setAutoCommit(false);
      client.createStatement().execute("SELECT 1");
      clients.add(client);
    }
    for (Connection client : clients) {
      client.commit();
      client.close();
    }
  }

  DataSource dataSource() throws Exception {
    return TransactionPooler.through(server, port);
  }

  private boolean answers() throws Exception {
    assumeTrue(process.isAlive(), "pgbouncer does not start");
    try (var connection = dataSource().getConnection()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Path settings(PGSimpleDataSource server, int port) throws IOException {
    Path folder = Files.createTempDirectory("lockstep-pgbouncer");
    Path users = Files.writeString(folder.resolve("users"), "\"postgres\" \"\"\n");
    Path settings = Files.writeString(folder.resolve("settings"), """
        [databases]
        * = host=127.0.0.1 port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = trust
        auth_file = %s
        pool_mode = transaction
        default_pool_size = %d
        server_round_robin = 1
        ignore_startup_parameters = extra_float_digits
        """.formatted(
            server.getPortNumbers()[0], port, users, SESSIONS));
    Stream.of(folder, users, settings).forEach(file -> file.toFile().deleteOnExit());
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** On the path, or where Debian has it, which is not on everybody's path. */
  private static Optional<Path> program() {
    return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
