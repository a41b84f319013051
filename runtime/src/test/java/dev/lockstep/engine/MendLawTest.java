package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The statements of a report, run one after the other, leave no difference but those of which it
 * says so. {@code -Dlockstep.checks=N} sets how many random edits each server sees, as drift in
 * either direction, {@code -Dlockstep.seed=N} the first seed.
 */
class MendLawTest {
  private static final int PAIRS = Integer.getInteger("lockstep.checks", 6);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  @Test
  void statementsThatMendLeaveNoDifference() {
    Postgres.onEach(MendLawTest::tryAll);
  }

  private static void tryAll(int major) throws SQLException {
    PostgresDdl ddl = new PostgresDdl("public", major);
    int mended = 0;
    try (Connection connection = Postgres.newDatabase(major).getConnection()) {
      for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
        RandomSchemas.Edit edit = RandomSchemas.edit(seed);
        mended += new Trial(seed, ddl, connection).run(edit.from(), edit.to());
        mended += new Trial(seed, ddl, connection).run(edit.to(), edit.from());
      }
    }
    assertTrue(mended > PAIRS, "only " + mended + " differences were mended");
  }

  /** One drift. */
  private record Trial(long seed, PostgresDdl ddl, Connection connection) {
    int run(Schema declared, Schema found) throws SQLException {
      clean();
      execute("SET search_path = public, pg_temp");
      for (Operation operation : SchemaDiffer.diff(Schema.EMPTY, found).operations()) {
        execute(ddl.sql(operation));
      }
      dropWhatIsNotOurs(declared, found);
      ShortWay.assertSameAsLongWay(connection, declared, () -> "seed " + seed);
      Drift drift = new Drift(connection, declared, "public");
      List<Difference> differences = drift.find().differences();
      String report = text(differences);
      for (String setting : drift.settings()) {
        execute(setting);
      }
      int mended = 0;
      for (Difference difference : differences) {
        for (String statement : difference.mend()) {
          run(statement, report);
          mended++;
        }
      }
      execute("RESET ALL");
      ShortWay.assertSameAsLongWay(connection, declared, () -> "seed " + seed + "\n" + report);
      List<Difference> left = drift.find().differences().stream()
          .filter(each -> differences.stream()
              .filter(old -> old.object().equals(each.object()))
              .noneMatch(Trial::isSaidToStay))
          .toList();
      assertEquals("", text(left), () -> "seed " + seed + "\n" + report);
      return mended;
    }

    private static boolean isSaidToStay(Difference difference) {
      return difference.mend().stream()
          .anyMatch(each -> each.startsWith("-- no single statement mends this: "));
    }

    private static String text(List<Difference> differences) {
      return differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    }

    private void run(String statement, String report) {
      try {
        execute(statement);
      } catch (SQLException e) {
        throw new AssertionError(
            "seed " + seed + ": " + e.getMessage() + "\n" + statement + "\nof\n" + report, e);
      }
    }

    /** What no migration made stays out of this law: it may be in the way. */
    private void dropWhatIsNotOurs(Schema declared, Schema found) throws SQLException {
      for (QualifiedName table : found.tables().keySet()) {
        if (declared.find(table).isEmpty()) {
          execute("DROP TABLE IF EXISTS " + ddl.name(table) + " CASCADE");
        }
      }
      for (SqlObject object : found.objects(SqlObject.class).toList()) {
        if (declared.find(object.key()).isEmpty()) {
          tryExecute(object.drop());
        }
      }
      for (ObjectKey object : found.objects().keySet()) {
        if (declared.find(object).isEmpty()
            && object.kind() != ObjectKind.SQL_OBJECT
            && object.kind() != ObjectKind.EXTENSION) {
          execute("DROP " + word(object) + " IF EXISTS " + ddl.name(object.name()) + " CASCADE");
        }
      }
    }

    private static String word(ObjectKey object) {
      return object.kind() == ObjectKind.ENUM
          ? "TYPE"
          : object.kind().word().toUpperCase(Locale.ROOT);
    }

    /** It may be gone with its table, or in use. */
    private void tryExecute(String sql) throws SQLException {
      try {
        execute(sql);
      } catch (SQLException e) {
        if (!List.of("42P01", "42704", "42883", "2BP01").contains(e.getSQLState())) {
          throw e;
        }
      }
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql);
      }
    }

    private void clean() throws SQLException {
      execute("SET client_min_messages = warning");
      for (String schema : List.of("public", "app", "App \"x\"")) {
        execute("DROP SCHEMA IF EXISTS " + PostgresDdl.quote(schema) + " CASCADE");
      }
      execute("CREATE SCHEMA public");
    }
  }
}
