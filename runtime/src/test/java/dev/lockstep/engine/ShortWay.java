package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.postgres.CanonicalSchema;
import dev.lockstep.postgres.CatalogReader;
import dev.lockstep.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A check that has the server print only what it does not find in the words of ours. */
public final class ShortWay {
  private ShortWay() {}

  /**
   * That all of it printed would be the same, whatever is in the database.
   *
   * @param connection in autocommit mode
   */
  public static void assertSameAsLongWay(
      Connection connection, Schema declared, Supplier<String> context) throws SQLException {
    Schema found = FoundSchema.of(
        CatalogReader.read(connection, "public", CanonicalSchema.namespacesOf(declared)), declared);
    assertEquals(
        CanonicalSchema.of(connection, declared, Schema.EMPTY, "public"),
        CanonicalSchema.of(connection, declared, found, "public"),
        context);
  }
}
