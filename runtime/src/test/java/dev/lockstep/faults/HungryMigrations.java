package dev.lockstep.faults;

import dev.lockstep.Shop;
import dev.lockstep.cli.ServedMigrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The shop, and a step that keeps arrays of as many bytes as the table {@code hunger} says. */
public final class HungryMigrations extends ServedMigrations {
  public HungryMigrations() {
    super(
        Shop.migrations().add("M0003_Hungry", schema -> schema.run("eat", HungryMigrations::eat)));
  }

  private static void eat(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT bytes FROM public.hunger")) {
      row.next();
      int bytes = row.getInt(1);
      List<byte[]> eaten = new ArrayList<>();
      while (bytes > 0) {
        eaten.add(new byte[bytes]);
      }
    }
  }
}
