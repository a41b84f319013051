package dev.lockstep.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.FinishedMigration;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.example.shop.OrderLine;
import dev.lockstep.example.shop.ProductStatus;
import dev.lockstep.example.shop.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTest {
  private static final List<String> REVISIONS =
      List.of("M0001_InitialMigration", "M0002_AddAddressToUser");
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static EmbeddedServer server;

  private DataSource database;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedServer.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    database = server.newDatabase("shop_" + DATABASES.incrementAndGet());
  }

  /** From JDK 23 on javac says nothing if it runs no processor; this does. */
  @Test
  void theProcessorRan() {
    List<MigrationSet> sets = ServiceLoader.load(MigrationSet.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();

    assertEquals(1, sets.size());
    assertEquals(
        REVISIONS, sets.get(0).entries().stream().map(MigrationSet.Entry::id).toList());
  }

  @Test
  void upgradesOnce() {
    Migrator migrator = Migrator.of(database);

    assertEquals(REVISIONS, revisions(migrator.upgrade().applied()));
    assertEquals(List.of(), migrator.upgrade().applied());
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void goesBackToTheStartAndAgainToTheHead() {
    Migrator migrator = Migrator.of(database);
    migrator.upgrade();

    assertEquals(
        List.of("M0002_AddAddressToUser", "M0001_InitialMigration"),
        revisions(migrator.downgradeTo("base").reverted()));
    assertEquals(REVISIONS, revisions(migrator.upgrade().applied()));
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void addsTheAddressToUsersWhoAreThere() throws SQLException {
    Migrator migrator = Migrator.of(database);
    migrator.upgradeTo("M0001");
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO \"user\" (username, email) VALUES ('ada', 'a@example.com')");
      migrator.upgrade();

      User ada = new ShopStore(connection).users().get(0);
      assertEquals("ada", ada.username());
      assertEquals(null, ada.address());
    }
  }

  @Test
  void storesAndReadsRows() throws SQLException {
    Migrator.of(database).upgrade();
    try (Connection connection = database.getConnection()) {
      ShopStore store = new ShopStore(connection);
      long books = store.saveCategory("Books", null);
      long poems = store.saveCategory("Poems", books);
      BigDecimal price = new BigDecimal("12.00");
      long leaves = store.saveProduct("B-1", "Leaves", poems, price, "paper", "old");
      long order = store.placeOrder(store.saveUser("walt", "walt@example.com", null));
      store.addLine(order, 1, leaves, 3);

      assertEquals(List.of(new OrderLine(order, 1, leaves, 3, price)), store.lines(order));
      assertEquals(List.of("paper", "old"), store.product(leaves).tags());
      assertEquals(ProductStatus.ON_SALE, store.product(leaves).status());
    }
  }

  @Test
  void refusesWhatTheModelForbids() throws SQLException {
    Migrator.of(database).upgrade();
    try (Connection connection = database.getConnection()) {
      ShopStore store = new ShopStore(connection);
      long books = store.saveCategory("Books", null);

      SQLException refused = assertThrows(
          SQLException.class,
          () -> store.saveProduct("B-1", "Leaves", books, new BigDecimal("-1.00")));
      assertTrue(refused.getMessage().contains("product_price_check"), refused::getMessage);
    }
  }

  @Test
  void printsWhatHappenedEachTime() throws SQLException {
    assertTrue(run().contains("applied 2 migrations"));
    String again = run();

    assertTrue(again.contains("up to date"), again);
    assertTrue(again.contains("no drift"), again);
  }

  private String run() throws SQLException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new Main(new PrintStream(printed, true, UTF_8)).run(database);
    return printed.toString(UTF_8);
  }

  private static List<String> revisions(List<FinishedMigration> finished) {
    return finished.stream().map(FinishedMigration::revision).toList();
  }
}
