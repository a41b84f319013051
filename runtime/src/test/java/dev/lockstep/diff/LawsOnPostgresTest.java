package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomRows;
import dev.lockstep.testing.RandomSchemas;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 4: a populated database upgraded from a to b has the catalog of a fresh b and keeps its rows;
 * downgraded, that of a; and it can go up again. {@code -Dlockstep.pairs=N} sets how many random
 * edits each server sees, {@code -Dlockstep.seed=N} the first seed.
 */
final class LawsOnPostgresTest {
  private static final int PAIRS = Integer.getInteger("lockstep.pairs", 160);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);
  private static final String[] SCHEMAS = {"public", "app", "App \"x\""};

  @ParameterizedTest
  @ValueSource(ints = {Postgres.OLDEST, Postgres.NEWEST})
  void upgradedEqualsFreshAndDowngradedEqualsBefore(int major) throws SQLException {
    DataSource upgraded = Postgres.newDatabase(major);
    DataSource fresh = Postgres.newDatabase(major);
    PostgresDdl ddl = new PostgresDdl("public", major);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
      new Trial(seed, ddl, upgraded, fresh).run();
    }
  }

  /** One edit on two databases. */
  private record Trial(long seed, PostgresDdl ddl, DataSource upgraded, DataSource fresh) {
    void run() throws SQLException {
      RandomSchemas.Edit edit = RandomSchemas.edit(seed);
      SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
      List<Operation> back = Operations.reverse(diff.operations(), edit.from());

      clean(upgraded);
      apply(upgraded, SchemaDiffer.diff(Schema.EMPTY, edit.from()).operations());
      fill(upgraded, edit.from());
      String before = CatalogDump.of(upgraded, SCHEMAS);
      apply(upgraded, diff.operations());
      clean(fresh);
      apply(fresh, SchemaDiffer.diff(Schema.EMPTY, diff.to()).operations());
      String expected = CatalogDump.of(fresh, SCHEMAS);
      assertCatalog("upgraded", expected, diff.operations());
      assertRowsKept(edit, diff);

      apply(upgraded, back);
      assertEquals(
          before,
          CatalogDump.of(upgraded, SCHEMAS),
          () -> "seed " + seed + " downgraded" + text(back));
      apply(upgraded, diff.operations());
      assertCatalog("upgraded again", expected, diff.operations());
    }

    private void assertCatalog(String state, String expected, List<Operation> operations) {
      assertEquals(
          expected,
          CatalogDump.of(upgraded, SCHEMAS),
          () -> "seed " + seed + " " + state + text(operations));
    }

    private void assertRowsKept(RandomSchemas.Edit edit, SchemaDiff diff) throws SQLException {
      for (QualifiedName table : diff.to().tables().keySet()) {
        QualifiedName old = edit.hints().renamedTables().getOrDefault(table, table);
        if (edit.from().find(old).isPresent()) {
          assertEquals(
              RandomRows.count(edit.from().table(old)),
              rows(table),
              () -> "seed " + seed + ": rows of " + table + text(diff.operations()));
        }
      }
    }

    private int rows(QualifiedName table) throws SQLException {
      String schema = table.schema().isEmpty() ? "public" : table.schema();
      try (Connection connection = upgraded.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM "
              + PostgresDdl.quote(schema) + "." + PostgresDdl.quote(table.name()))) {
        rows.next();
        return rows.getInt(1);
      }
    }

    private void apply(DataSource database, List<Operation> operations) {
      String sql = "";
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("SET LOCAL TimeZone = 'UTC'; SET LOCAL search_path = public, pg_temp");
        for (Operation operation : operations) {
          sql = ddl.sql(operation);
          statement.execute(sql);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + ": " + e.getMessage() + "\nfailed: " + sql + text(operations), e);
      }
    }

    private String text(List<Operation> operations) {
      return operations.stream().map(ddl::sql).collect(Collectors.joining(";\n  ", "\n  ", "\n"));
    }
  }

  private static void fill(DataSource database, Schema schema) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica; SET TimeZone = 'UTC'");
      for (String insert : RandomRows.inserts(schema, "public")) {
        statement.execute(insert);
      }
    }
  }

  private static void clean(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = warning");
      for (String schema : SCHEMAS) {
        statement.execute("DROP SCHEMA IF EXISTS " + PostgresDdl.quote(schema) + " CASCADE");
      }
      statement.execute("CREATE SCHEMA public");
    }
  }
}
