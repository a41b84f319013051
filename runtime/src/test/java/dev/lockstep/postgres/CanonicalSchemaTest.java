package dev.lockstep.postgres;

import static dev.lockstep.SchemaElements.*;
import static dev.lockstep.postgres.Database.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalSchemaTest {
  static Collection<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void readsWhatTheExpectedSchemaIsPrintedAs(int major) throws SQLException {
    Schema expected = RichSchema.schema(major);
    try (Connection connection = rich(major).getConnection()) {
      Schema read = CatalogReader.read(connection, "public", expected.namespaces());
      Schema canonical = CanonicalSchema.of(connection, expected, "public");

      assertSame(canonical, withoutUnknown(read, canonical));
      assertEquals(expected.namespaces(), read.namespaces());
      assertTrue(connection.getAutoCommit());
    }
  }

  @ParameterizedTest
  @CsvSource({"14, app", "18, 'Target \"schema\"'"})
  void readsAnyTargetSchema(int major, String target) throws SQLException {
    List<Operation> operations = SchemaEditor.record(schema -> {
      schema.createTable(
          "t",
          column("a", type("mood")).defaultValue("'sad'"),
          check("c", "a <> 'ok' and f(1) = 1"));
      schema.createIndex("t", index("i", "a").where("a <> 'ok'"));
    });
    Schema expected = Operations.apply(operations, Schema.EMPTY);
    try (Connection connection = Postgres.newDatabase(major).getConnection()) {
      String schema = PostgresDdl.quote(target);
      execute(
          connection,
          "CREATE SCHEMA " + schema,
          "CREATE TYPE " + schema + ".mood AS ENUM ('sad', 'ok')",
          "CREATE FUNCTION " + schema + ".f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
          "SET search_path = " + schema);
      for (Operation operation : operations) {
        execute(connection, new PostgresDdl(target, major).sql(operation));
      }
      execute(connection, "RESET search_path");

      Schema read =
          withoutUnknown(CatalogReader.read(connection, target, new TreeSet<>()), expected);

      assertSame(CanonicalSchema.of(connection, expected, target), read);
      assertEquals(
          "'sad'::mood",
          read.table(QualifiedName.of("t"))
              .columns()
              .get("a")
              .defaultExpression()
              .orElseThrow()
              .text());
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void knowsTheTablespaceOfTheDatabaseByItsName(int major) throws SQLException {
    List<Operation> operations = SchemaEditor.record(schema -> {
      schema.createTable("t", column("a", text()), tableOptions().tablespace("pg_default"));
      schema.createTable("u", column("a", text()), tableOptions().tablespace("absent"));
    });
    Schema expected = Operations.apply(operations, Schema.EMPTY);
    try (Connection connection = Postgres.newDatabase(major).getConnection()) {
      execute(connection, new PostgresDdl("public", major).sql(operations.get(0)));

      Schema read = CatalogReader.read(connection, "public", new TreeSet<>());
      Schema canonical = CanonicalSchema.of(connection, expected, "public");

      assertEquals(
          read.table(QualifiedName.of("t")).options(),
          canonical.table(QualifiedName.of("t")).options());
      assertEquals("absent", canonical.table(QualifiedName.of("u")).options().tablespace());
    }
  }

  @Test
  void keepsWhatTheServerRefuses() throws SQLException {
    Schema expected = Operations.apply(
        SchemaEditor.record(schema -> {
          schema.createTable(
              "t",
              column("a", type("absent")),
              column("b", text()).defaultValue("'x'"),
              check("good", "b<>'y'"),
              check("bad", "no_such(b)"));
          schema.createIndex("t", index("i", "b").where("b<>'y'"));
          schema.createView("v", "select z from no_such");
        }),
        Schema.EMPTY);
    try (Connection connection = Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
      Schema canonical = CanonicalSchema.of(connection, expected, "public");

      assertEquals(
          Operations.apply(
              SchemaEditor.record(schema -> {
                schema.createTable(
                    "t",
                    column("a", type("absent")),
                    column("b", text()).defaultValue("'x'::text"),
                    check("good", "(b <> 'y'::text)"),
                    check("bad", "no_such(b)"));
                schema.createIndex("t", index("i", "b").where("(b <> 'y'::text)"));
                schema.createView("v", "select z from no_such");
              }),
              Schema.EMPTY),
          canonical);
      assertTrue(connection.getAutoCommit());
      assertEquals("1", text(connection, "SELECT 1"));
    }
  }

  @Test
  void namesThePrivilegeThatIsMissing() throws SQLException {
    DataSource database = rich(Postgres.NEWEST);
    try (Connection connection = database.getConnection()) {
      String name = connection.getCatalog();
      execute(
          connection,
          "CREATE ROLE \"re ader\" LOGIN",
          "REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
      var source = (org.postgresql.ds.PGSimpleDataSource) database;
      try (Connection reader = source.getConnection("re ader", "")) {
        NoTemporaryObjectsException refused = assertThrows(
            NoTemporaryObjectsException.class,
            () -> CanonicalSchema.of(reader, RichSchema.schema(18), "public"));

        assertEquals(
            "no TEMPORARY on database \"" + name + "\": GRANT TEMPORARY ON DATABASE \"" + name
                + "\" TO \"re ader\"",
            refused.getMessage());
        assertTrue(reader.getAutoCommit());
      }
    }
  }

  @Test
  void refusesATransactionThatItWouldRollBack() throws SQLException {
    try (Connection connection = Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
      connection.setAutoCommit(false);

      assertThrows(
          IllegalStateException.class,
          () -> CanonicalSchema.of(connection, Schema.EMPTY, "public"));
    }
  }

  /** Without objects that the other does not have. */
  private static Schema withoutUnknown(Schema read, Schema expected) {
    Schema known = read;
    for (ObjectKey key : read.objects().keySet()) {
      known = expected.find(key).isPresent() ? known : known.withoutObject(key);
    }
    return known;
  }

  /** Fails with the tables and objects that differ alone; no SQL object can be read. */
  private static void assertSame(Schema expected, Schema actual) {
    expected.tables().forEach((name, table) -> assertEquals(table, actual.table(name)));
    expected.objects().forEach((key, object) -> {
      if (!(object instanceof SqlObject)) {
        assertEquals(object, actual.find(key).orElse(null));
      }
    });
    assertEquals(expected.tables().keySet(), actual.tables().keySet());
    assertEquals(expected.namespaces(), actual.namespaces());
  }
}
