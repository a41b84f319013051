package dev.lockstep.example;

import dev.lockstep.Migrator;
import dev.lockstep.example.shop.OrderLine;
import dev.lockstep.example.shop.Product;
import dev.lockstep.example.shop.User;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The shop's one job: bring the database up to date, take an order, show it.
 *
 * <p>The database is the one argument or {@code LOCKSTEP_URL}, a JDBC URL; without either a
 * PostgreSQL of its own, which is gone in the end.
 */
public final class Main {
  private final PrintStream out;

  Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException, SQLException {
    Main main = new Main(System.out);
    String url = args.length > 0 ? args[0] : System.getenv("LOCKSTEP_URL");
    if (url != null) {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(url);
      main.run(database);
    } else {
      try (EmbeddedServer server = EmbeddedServer.start()) {
        main.run(server.newDatabase("shop"));
      }
    }
  }

  void run(DataSource database) throws SQLException {
    Migrator migrator = Migrator.of(database);
    try (Connection connection = database.getConnection()) {
      printServer(connection);
      out.printf("%s%n%n", migrator.upgrade());
      ShopStore store = new ShopStore(connection);
      long order = takeOrder(store);
      printUsers(store);
      printOrder(store, order);
    }
    out.println(migrator.status());
    out.println(migrator.check());
  }

  private static long takeOrder(ShopStore store) throws SQLException {
    long stationery = store.saveCategory("Stationery", null);
    long notebooks = store.saveCategory("Notebooks", stationery);
    long squared = store.saveProduct(
        "NB-A5-SQ", "Notebook, squared", notebooks, new BigDecimal("4.50"), "paper", "a5");
    long pencil =
        store.saveProduct("PC-HB", "Pencil, HB", stationery, new BigDecimal("0.80"), "wood");
    long ada = store.saveUser("ada", "ada@example.com", "12 St James's Square, London");
    long order = store.placeOrder(ada);
    store.addLine(order, 1, squared, 2);
    store.addLine(order, 2, pencil, 10);
    return order;
  }

  private void printServer(Connection connection) throws SQLException {
    out.printf(
        "PostgreSQL %s at %s%n%n",
        connection.getMetaData().getDatabaseProductVersion(),
        connection.getMetaData().getURL().replaceFirst("\\?.*", ""));
  }

  private void printUsers(ShopStore store) throws SQLException {
    for (User user : store.users()) {
      out.printf("user %s, %s, %s%n", user.username(), user.email(), user.address());
    }
  }

  private void printOrder(ShopStore store, long order) throws SQLException {
    out.printf("order %d%n", order);
    for (OrderLine line : store.lines(order)) {
      Product product = store.product(line.productId());
      out.printf(
          "  %2d x %-18s %6s  %s%n",
          line.quantity(), product.name(), line.unitPrice(), String.join(", ", product.tags()));
    }
    out.println();
  }
}
