package dev.lockstep.operation;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.SchemaEditor;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A name that is taken is refused where, and only where, a server refuses it. */
final class NamesTest {
  private static final DataSource SERVER = Postgres.newDatabase(Postgres.NEWEST);
  private static final Map<String, Consumer<SchemaEditor>> THINGS = new LinkedHashMap<>();

  static {
    THINGS.put("table", schema -> schema.createTable("x", column("id", bigint())));
    THINGS.put("enum", schema -> schema.createEnum("x", "A"));
    THINGS.put("sequence", schema -> schema.createSequence(sequence("x")));
    THINGS.put("view", schema -> schema.createView("x", "SELECT 1 AS one"));
    THINGS.put(
        "materialized view", schema -> schema.createMaterializedView("x", "SELECT 1 AS one"));
    THINGS.put("index", schema -> {
      schema.createTable("i", column("id", bigint()));
      schema.createIndex("i", index("x", "id"));
    });
    THINGS.put(
        "constraint",
        schema -> schema.createTable("k", column("id", bigint()), primaryKey("x", "id")));
    THINGS.put("partition", schema -> {
      schema.createTable("p", column("id", bigint()), partitionByRange("id"));
      schema.createPartition("p", "x", "FROM (1) TO (10)");
    });
  }

  @Test
  void refusesTheNamesThatAServerRefuses() throws SQLException {
    List<String> server = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    for (String first : THINGS.keySet()) {
      for (String second : List.of("table", "enum", "sequence", "view", "materialized view")) {
        List<Operation> operations = new ArrayList<>(record(first));
        operations.addAll(record(second));
        String pair = first + " then " + second;
        if (!pair.equals("table then table")) {
          server.add(pair + ": " + runs(operations));
          ours.add(pair + ": " + applies(operations));
        }
      }
    }
    assertEquals(String.join("\n", server), String.join("\n", ours));
  }

  private static List<Operation> record(String thing) {
    Consumer<SchemaEditor> creation = THINGS.get(thing);
    return creation == null ? fail(thing) : SchemaEditor.record(creation);
  }

  private static boolean runs(List<Operation> operations) throws SQLException {
    PostgresDdl ddl = new PostgresDdl("public", Postgres.NEWEST);
    try (Connection connection = SERVER.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        for (Operation operation : operations) {
          statement.execute(ddl.sql(operation));
        }
        return true;
      } catch (SQLException e) {
        return false;
      } finally {
        connection.rollback();
      }
    }
  }

  private static boolean applies(List<Operation> operations) {
    try {
      Operations.apply(operations, Schema.EMPTY);
      return true;
    } catch (InvalidOperationException e) {
      return false;
    }
  }

  @Test
  void saysWhatHasTheName() {
    assertEquals(
        List.of(
            "there is a table \"x\" already",
            "there is an enum \"x\" already",
            "there is a sequence \"x\" already",
            "there is an index \"x\" already",
            "there is a constraint \"x\" of table \"k\" with an index of its name already",
            "there is a partition \"x\" already"),
        List.of("table", "enum", "sequence", "index", "constraint", "partition").stream()
            .map(thing -> {
              Schema taken = Operations.apply(record(thing), Schema.EMPTY);
              return assertThrows(
                      InvalidOperationException.class,
                      () -> Operations.apply(record("view"), taken))
                  .getMessage();
            })
            .toList());
  }
}
