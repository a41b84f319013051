package dev.lockstep.faults;

import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.DatabaseException;
import dev.lockstep.Migrator;
import dev.lockstep.ServerProxy;
import dev.lockstep.UnsuitableServerException;
import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.OwnServer.Stop;
import dev.lockstep.testing.Postgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers that are not there, do not let us in, or are none that we know. */
class ConnectingTest {
  private static final String PASSWORD = "geheim!";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  static List<Integer> ownServers() {
    return Suite.majors();
  }

  private static DataSource counted(DataSource source, AtomicInteger connections) {
    return (DataSource) Proxy.newProxyInstance(
        ConnectingTest.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> {
          connections.incrementAndGet();
          try {
            return method.invoke(source, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Fault(Scenario.REFUSED_AT_START)
  @ParameterizedTest
  @MethodSource("ownServers")
  void aServerThatIsNotThereYetIsTold(int major) throws Exception {
    try (OwnServer server = OwnServer.start(major)) {
      server.stop(Stop.FAST);
      Migrator migrator = Migrator.builder(server.dataSource())
          .migrations(migrations())
          .retryFor(Duration.ofMillis(100))
          .build();

      DatabaseException failure = assertThrows(DatabaseException.class, migrator::upgrade);

      assertEquals("NoConnection", failure.code());
      assertTrue(failure.getMessage().contains("check: host and port"), failure.getMessage());
      server.start();
      assertEquals(List.of(SECOND), migrator.upgrade().at());
    }
  }

  @Fault(Scenario.AUTHENTICATION_FAILS)
  @ParameterizedTest
  @MethodSource("ownServers")
  void whoIsNotLetInIsToldAtOnce(int major) throws Exception {
    try (OwnServer server = OwnServer.start(major)) {
      execute(
          server.dataSource(),
          "CREATE ROLE app LOGIN PASSWORD 'another'; GRANT CREATE ON SCHEMA public TO app");
      server.access(
          "host all postgres 127.0.0.1/32 trust\nhost all app 127.0.0.1/32 scram-sha-256");
      server.stop(Stop.FAST);
      server.start();
      PGSimpleDataSource app = (PGSimpleDataSource) server.dataSource();
      app.setUser("app");
      app.setPassword(PASSWORD);
      isRefusedOnce(app, "password authentication failed for user \"app\" (28P01)");

      app.setPassword("another");
      app.setProperty(PGProperty.SSL_MODE, "require");
      isRefusedOnce(app, "The server does not support SSL. (08004)");

      app.setProperty(PGProperty.SSL_MODE, "disable");
      assertEquals(List.of(SECOND), migrator(app).upgrade().at());
    }
  }

  private static void isRefusedOnce(DataSource source, String message) {
    AtomicInteger connections = new AtomicInteger();

    DatabaseException failure =
        assertThrows(DatabaseException.class, migrator(counted(source, connections))::upgrade);

    assertEquals(1, connections.get());
    assertEquals("NoConnection", failure.code());
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
    assertFalse(failure.getMessage().contains(PASSWORD), failure.getMessage());
  }

  @Fault(Scenario.SERVER_VERSION)
  @ParameterizedTest
  @MethodSource("majors")
  void anOlderServerIsRefusedAndANewerOneIsNot(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      proxy.tellVersion("13.22 (Debian 13.22-1)");
      UnsuitableServerException refusal =
          assertThrows(UnsuitableServerException.class, migrator(proxy.dataSource())::upgrade);

      assertEquals("ServerTooOld", refusal.code());
      assertEquals(7, refusal.outcome().exitCode());
      assertEquals(
          List.of(),
          query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));

      if (major == Postgres.NEWEST) {
        proxy.tellVersion("19beta1");
        assertEquals(List.of(SECOND), migrator(proxy.dataSource()).upgrade().at());
      }
    }
  }
}
