package dev.lockstep.example;

import dev.lockstep.example.shop.OrderLine;
import dev.lockstep.example.shop.Product;
import dev.lockstep.example.shop.ProductStatus;
import dev.lockstep.example.shop.User;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores and reads the shop's rows by plain JDBC: what stands between an application and its tables
 * is not Lockstep's business.
 */
final class ShopStore {
  private final Connection connection;

  ShopStore(Connection connection) {
    this.connection = connection;
  }

  /** A user who is known by that name gets the new email and address. */
  long saveUser(String username, String email, @Nullable String address) throws SQLException {
    return idOf("""
        INSERT INTO "user" (username, email, address) VALUES (?, ?, ?)
        ON CONFLICT (username) DO UPDATE SET email = excluded.email, address = excluded.address
        RETURNING id""", username, email, address);
  }

  /** A category that is known by that name gets the new parent; null for none. */
  long saveCategory(String name, @Nullable Long parentId) throws SQLException {
    return idOf("""
        INSERT INTO category (name, parent_id) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET parent_id = excluded.parent_id
        RETURNING id""", name, parentId);
  }

  /** A product on sale; one that is known by that sku gets the new price and tags. */
  long saveProduct(String sku, String name, long categoryId, BigDecimal price, String... tags)
      throws SQLException {
    return idOf("""
        INSERT INTO product (sku, name, category_id, price, tags, status)
        VALUES (?, ?, ?, ?, ?, 'ON_SALE')
        ON CONFLICT (sku) DO UPDATE SET price = excluded.price, tags = excluded.tags
        RETURNING id""", sku, name, categoryId, price, tags);
  }

  long placeOrder(long userId) throws SQLException {
    return idOf("INSERT INTO \"order\" (user_id) VALUES (?) RETURNING id", userId);
  }

  /** Puts a product into an order, at its price of now. */
  void addLine(long orderId, int lineNumber, long productId, int quantity) throws SQLException {
    idOf("""
        INSERT INTO order_line (order_id, line_number, product_id, quantity, unit_price)
        SELECT ?, ?, id, ?, price FROM product WHERE id = ?
        RETURNING order_id""", orderId, lineNumber, quantity, productId);
  }

  /** By name. */
  List<User> users() throws SQLException {
    return rows("SELECT * FROM \"user\" ORDER BY username", ShopStore::user);
  }

  Product product(long id) throws SQLException {
    return rows("SELECT * FROM product WHERE id = ?", ShopStore::product, id).get(0);
  }

  /** By line number. */
  List<OrderLine> lines(long orderId) throws SQLException {
    return rows(
        "SELECT * FROM order_line WHERE order_id = ? ORDER BY line_number",
        ShopStore::orderLine,
        orderId);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getLong("id"),
        row.getString("username"),
        row.getString("email"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        row.getString("address"));
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getLong("id"),
        row.getString("sku"),
        row.getString("name"),
        row.getLong("category_id"),
        row.getBigDecimal("price"),
        List.of((String[]) row.getArray("tags").getArray()),
        ProductStatus.valueOf(row.getString("status")));
  }

  private static OrderLine orderLine(ResultSet row) throws SQLException {
    return new OrderLine(
        row.getLong("order_id"),
        row.getInt("line_number"),
        row.getLong("product_id"),
        row.getInt("quantity"),
        row.getBigDecimal("unit_price"));
  }

  /** Reads the row that a result set stands on. */
  private interface RowReader<R> {
    R read(ResultSet row) throws SQLException;
  }

  private long idOf(String sql, @Nullable Object... values) throws SQLException {
    return rows(sql, row -> row.getLong(1), values).get(0);
  }

  private <R> List<R> rows(String sql, RowReader<R> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<R> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }
}
