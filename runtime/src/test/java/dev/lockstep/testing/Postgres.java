package dev.lockstep.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarFile;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL servers of this test run: one per major version, started when first asked for and
 * stopped when the JVM ends.
 *
 * <p>A server takes one to four seconds to start, a database about a tenth of a second and 8 MB.
 * The build puts the servers' archives where {@code lockstep.postgres} points, by default
 * {@code target/postgres}; unpacked they are kept in the temporary folder, one set per user.
 */
public final class Postgres {
  /** The oldest major version supported. */
  public static final int OLDEST = 14;

  /** The newest major version supported. */
  public static final int NEWEST = 18;

  private static final String UNSHARE_REFUSED = """
      : PostgreSQL refuses to run as root, and "unshare -U" did not work
          missing: apt-get install util-linux
          refused: allow user namespaces, or run the tests as an ordinary user""";

  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicLong DATABASES = new AtomicLong();

  private Postgres() {}

  /** What a test does on a server. */
  public interface OnServer {
    void on(int major) throws SQLException;
  }

  /** Does the same on each server of {@link #majors}, on all of them at the same time. */
  public static void onEach(OnServer work) {
    majors().parallelStream().forEach(major -> {
      try {
        work.on(major);
      } catch (SQLException | AssertionError e) {
        throw new AssertionError("PostgreSQL " + major + ": " + e.getMessage(), e);
      }
    });
  }

  /** The major versions that tests run on, ascending. */
  public static List<Integer> majors() {
    return Arrays.stream(System.getProperty("lockstep.majors", "14,18").split(","))
        .map(Integer::valueOf)
        .toList();
  }

  /**
   * A database without any object of ours, of superuser {@code postgres}; each call makes another.
   */
  public static DataSource newDatabase(int major) {
    return newDatabase(major, "");
  }

  /** The same with another encoding than UTF-8: Latin-1. */
  public static DataSource newLatinDatabase(int major) {
    return newDatabase(major, " ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
  }

  private static DataSource newDatabase(int major, String options) {
    String name = "test_" + DATABASES.incrementAndGet();
    EmbeddedPostgres server = SERVERS.computeIfAbsent(major, Postgres::start);
    execute(server, "CREATE DATABASE " + name + options);
    return server.getDatabase("postgres", name);
  }

  /** The folder of a server's programs: {@code initdb}, {@code pg_ctl} and {@code postgres}. */
  static Path programs(int major) {
    EmbeddedPostgres server = SERVERS.computeIfAbsent(major, Postgres::start);
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
      row.next();
      return Path.of(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A database with what another of these has, to which nothing is connected at the moment. */
  public static DataSource copyOf(DataSource database) {
    PGSimpleDataSource made = (PGSimpleDataSource) database;
    EmbeddedPostgres server = serverOf(made);
    String name = "test_" + DATABASES.incrementAndGet();
    execute(server, "CREATE DATABASE " + name + " TEMPLATE " + made.getDatabaseName());
    return server.getDatabase("postgres", name);
  }

  /**
   * Drops a database that {@link #newDatabase} made, with whatever is still connected to it; for
   * tests that make hundreds, all others leave it to the end of the JVM.
   */
  public static void drop(DataSource database) {
    PGSimpleDataSource made = (PGSimpleDataSource) database;
    execute(serverOf(made), "DROP DATABASE " + made.getDatabaseName() + " WITH (FORCE)");
  }

  private static EmbeddedPostgres serverOf(PGSimpleDataSource made) {
    return SERVERS.values().stream()
        .filter(candidate -> candidate.getPort() == made.getPortNumbers()[0])
        .findFirst()
        .orElseThrow();
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static EmbeddedPostgres start(int major) {
    try {
      return builder(major)
          // None by default.
          .setServerConfig("max_prepared_transactions", "5")
          // It would visit each of hundreds of databases once a minute.
          .setServerConfig("autovacuum", "off")
          .start();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "PostgreSQL " + major + " did not start" + (unshares() ? "" : UNSHARE_REFUSED), e);
    }
  }

  private static EmbeddedPostgres.Builder builder(int major) throws IOException {
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver((system, machine) -> archive(major))
        .setOverrideWorkingDirectory(unpacked())
        // Otherwise initdb takes the environment's locale, which need not be installed.
        .setLocaleConfig("locale", "C.UTF-8");
  }

  /** The one {@code .txz} of a server's jar. */
  private static InputStream archive(int major) throws IOException {
    Path jar = Path.of(System.getProperty("lockstep.postgres", "target/postgres"), major + ".jar");
    if (!jar.toFile().isFile()) {
      throw new IOException(
          jar.toAbsolutePath() + " is missing; mvn generate-test-resources brings it");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      var entry = file.stream()
          .filter(candidate -> candidate.getName().endsWith(".txz"))
          .findFirst()
          .orElseThrow(() -> new IOException(jar + " holds no .txz"));
      return new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
    }
  }

  /** A folder of the user's own: another's cannot be written to. */
  private static File unpacked() {
    return Path.of(
            System.getProperty("java.io.tmpdir"),
            "lockstep-postgres-" + System.getProperty("user.name"))
        .toFile();
  }

  /** Whether this user can start a server at all: root only in a user namespace, others always. */
  private static boolean unshares() {
    if (!System.getProperty("user.name").equals("root")) {
      return true;
    }
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
