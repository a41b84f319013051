package dev.lockstep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of a test's own, which it may stop, copy and starve; its files go with it.
 * Its superuser is {@code postgres}, without a password.
 */
public final class OwnServer implements AutoCloseable {
  /** How a server is stopped. */
  public enum Stop {
    /** Sessions are ended, what is written is kept. */
    FAST,
    /** As by a crash. */
    IMMEDIATE
  }

  /** Data folders that {@code initdb} made, by major version; it takes longer than a copy. */
  private static final Map<Integer, Path> TEMPLATES = new ConcurrentHashMap<>();

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static final List<String> AS_NOBODY =
      System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();

  private final int major;
  private final Path folder;
  private final int port;
  private final List<String> prefix;

  private OwnServer(int major, Path folder, List<String> prefix) {
    this.major = major;
    this.folder = folder;
    this.prefix = prefix;
    this.port = get(OwnServer::freePort);
    settings(
        "port = " + port,
        "listen_addresses = '127.0.0.1'",
        "unix_socket_directories = ''",
        "fsync = off");
  }

  /** What a command begins with whose program refuses to run as root; may be empty. */
  public static List<String> asNobody() {
    return AS_NOBODY;
  }

  /** A new one that runs. */
  public static OwnServer start(int major, String... settings) {
    OwnServer server = new OwnServer(major, copy(template(major)), AS_NOBODY);
    server.settings(settings);
    return server.startOrClose();
  }

  /**
   * A new one that sees a disk of so many megabytes at {@link #disk}, and nobody else does.
   *
   * @throws IOException where this user may not make one
   */
  public static OwnServer startWithDisk(int major, int megabytes) throws IOException {
    Path folder = copy(template(major));
    Path disk = Files.createDirectory(folder.resolveSibling("disk"));
    OwnServer server = new OwnServer(
        major,
        folder,
        List.of(
            "unshare",
            "-Urm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + disk
                + "' && exec unshare -U \"$@\"",
            "sh"));
    try {
      return server.startOrClose();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private OwnServer startOrClose() {
    try {
      start();
      return this;
    } catch (UncheckedIOException e) {
      close();
      throw e;
    }
  }

  /** The folder of the small disk, as the server sees it. */
  public Path disk() {
    return folder.resolveSibling("disk");
  }

  /** A standby of this one, which has to be stopped; it is not started. */
  public OwnServer copyAsStandby() {
    OwnServer standby = new OwnServer(major, copy(folder), prefix);
    standby.follow(this);
    return standby;
  }

  /** Makes this one, which has to be stopped, a standby of the other. */
  public void follow(OwnServer primary) {
    demote();
    settings("primary_conninfo = 'host=127.0.0.1 port=" + primary.port + " user=postgres'");
  }

  /** Makes it a standby of nobody from the next start on. */
  public void demote() {
    get(() -> Files.writeString(folder.resolve("standby.signal"), ""));
  }

  /** Makes it a primary from the next start on. */
  public void lead() {
    get(() -> Files.deleteIfExists(folder.resolve("standby.signal")));
  }

  /** Lines of its configuration, for its next start. */
  public void settings(String... lines) {
    Path file = folder.resolve("postgresql.conf");
    get(() -> Files.write(file, List.of(lines), StandardOpenOption.APPEND));
  }

  /** What {@code pg_hba.conf} holds from the next start on. */
  public void access(String lines) {
    get(() -> Files.writeString(folder.resolve("pg_hba.conf"), lines + "\n"));
  }

  /** Comes back when it takes connections. */
  public void start() {
    run(
        prefix,
        "pg_ctl",
        "-w",
        "-t",
        "120",
        "-l",
        folder.resolveSibling("log").toString(),
        "start");
  }

  public void stop(Stop mode) {
    run(AS_NOBODY, "pg_ctl", "-w", "-t", "120", "-m", word(mode), "stop");
  }

  /** Ends the standby's recovery: it is a primary when this comes back. */
  public void promote() {
    run(AS_NOBODY, "pg_ctl", "-w", "-t", "120", "promote");
  }

  public int port() {
    return port;
  }

  /** What it has logged since it was made. */
  public String log() {
    return get(() -> Files.readString(folder.resolveSibling("log")));
  }

  /** Its database {@code postgres}. */
  public DataSource dataSource() {
    return database("postgres");
  }

  /** Its database of that name. */
  public DataSource database(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser("postgres");
    return source;
  }

  /** An empty database of that name. */
  public DataSource newDatabase(String name) throws SQLException {
    PGSimpleDataSource source = (PGSimpleDataSource) dataSource();
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    source.setDatabaseName(name);
    return source;
  }

  @Override
  public void close() {
    if (Files.exists(folder.resolve("postmaster.pid"))) {
      stop(Stop.IMMEDIATE);
    }
    delete(folder.getParent());
  }

  private static String word(Stop mode) {
    return mode == Stop.FAST ? "fast" : "immediate";
  }

  private void run(List<String> before, String program, String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Postgres.programs(major).resolve(program).toString());
    command.addAll(List.of("-D", folder.toString()));
    command.addAll(List.of(arguments));
    run(command, folder.resolveSibling("log"));
  }

  private static void run(List<String> command, Path log) {
    Process process = get(() -> new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start());
    process.onExit().join();
    if (process.exitValue() != 0) {
      throw new UncheckedIOException(
          new IOException(command + " failed: " + get(() -> Files.readString(log))));
    }
  }

  private static Path template(int major) {
    return TEMPLATES.computeIfAbsent(major, version -> {
      Path made = newFolder();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
      Path data = made.resolve("data");
      List<String> command = new ArrayList<>(AS_NOBODY);
      command.add(Postgres.programs(version).resolve("initdb").toString());
      command.addAll(List.of("-D", data.toString(), "-U", "postgres", "-A", "trust", "-N"));
      command.addAll(List.of("--locale=C.UTF-8", "--encoding=UTF8"));
      run(command, made.resolve("log"));
      return data;
    });
  }

  private static Path newFolder() {
    return get(() -> Files.createTempDirectory("lockstep-server"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** What needs files or programs. */
  private interface Input<R> {
    R read() throws IOException;
  }

  private static <R> R get(Input<R> input) {
    try {
      return input.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a data folder, alone in a new folder. */
  private static Path copy(Path from) {
    Path folder = newFolder();
    run(
        List.of("cp", "-a", from.toString(), folder.resolve("data").toString()),
        folder.resolve("log"));
    return folder.resolve("data");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
