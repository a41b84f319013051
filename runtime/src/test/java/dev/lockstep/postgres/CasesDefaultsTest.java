package dev.lockstep.postgres;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults of many types, which the server prints in another way; by the README's numbers. */
final class CasesDefaultsTest {
  private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
      Map.entry("smallint", "1"),
      Map.entry("integer", "-1"),
      Map.entry("bigint", "9007199254740993"),
      Map.entry("numeric(10,2)", "1.50"),
      Map.entry("real", "1.5"),
      Map.entry("double precision", "1e10"),
      Map.entry("boolean", "TRUE"),
      Map.entry("char(3)", "'a'"),
      Map.entry("varchar(9)", "'it''s'"),
      Map.entry("text", "E'a\\nb'"),
      Map.entry("bytea", "'\\xff'"),
      Map.entry("bit(3)", "B'101'"),
      Map.entry("varbit(8)", "'101'"),
      Map.entry("uuid", "gen_random_uuid()"),
      Map.entry("inet", "'10.0.0.1'"),
      Map.entry("cidr", "'10.0.0.0/8'"),
      Map.entry("macaddr", "'08:00:2b:01:02:03'"),
      Map.entry("interval", "'1 day 2:00'"),
      Map.entry("interval day to second(3)", "INTERVAL '1 12:59:10.5' DAY TO SECOND"),
      Map.entry("point", "'(1,2)'"),
      Map.entry("line", "'{1,2,3}'"),
      Map.entry("json", "'{\"b\": 1, \"a\": 2}'"),
      Map.entry("jsonb", "'{\"b\": 1, \"a\": 2}'"),
      Map.entry("date", "now()"),
      Map.entry("time", "CURRENT_TIME"),
      Map.entry("timestamp(6)", "now()"),
      Map.entry("timestamptz", "'2020-01-01 00:00:00.000001+00'"),
      Map.entry("timestamptz(3)", "CURRENT_TIMESTAMP"),
      Map.entry("daterange", "'[2020-01-01,2020-02-01)'"),
      Map.entry("tsvector", "'a b'"),
      Map.entry("money", "'1'"),
      Map.entry("xml", "'<a/>'"),
      Map.entry("pg_lsn", "'0/0'"),
      Map.entry("oid", "1")));

  @ParameterizedTest
  @ValueSource(ints = {Postgres.OLDEST, Postgres.NEWEST})
  void case142And143ReadBackAsTheyWereDeclared(int major) throws SQLException {
    List<Column> columns = new ArrayList<>();
    VALUES.forEach((type, value) -> {
      String name = "c" + columns.size();
      columns.add(column(name, type(type)).defaultValue(value));
      columns.add(column(name + "s", array(type(type))).defaultValue("'{}'"));
    });
    List<Operation> operations =
        SchemaEditor.record(schema -> schema.createTable("t", columns.toArray(Column[]::new)));
    Schema declared = Operations.apply(operations, Schema.EMPTY);
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Operation operation : operations) {
        statement.execute(new PostgresDdl("public", major).sql(operation));
      }
      assertEquals(
          CanonicalSchema.of(connection, declared, "public"),
          CatalogReader.read(connection, "public", new TreeSet<>()));
    }
    assertEquals(34, VALUES.size());
  }
}
