package dev.lockstep.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.impact.ImpactCases.Case;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import dev.lockstep.testing.TrialDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The locks, scans, index builds and rewrites that a server really does for each operation of
 * random edits are those of {@link Impact}. {@code -Dlockstep.pairs=N} sets how many edits each
 * server sees, {@code -Dlockstep.seed=N} the first seed.
 */
final class ImpactOnPostgresTest {
  private static final int PAIRS = Integer.getInteger("lockstep.pairs", 150);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  @TempDir
  Path folder;

  @Test
  void serversDoWhatTheOperationsSay() {
    List<String> differences = new ArrayList<>();
    for (int major : Postgres.majors()) {
      try (TrialDatabase database = new TrialDatabase(major)) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
          new Trial("seed " + seed, major, database, differences)
              .run(RandomSchemas.edit(seed, major));
        }
        Tablespace.create(database.connection(), folder.resolve("on" + major));
        for (Case each : ImpactCases.all()) {
          new Trial(each.name(), major, database, differences).run(each);
        }
        database.empty();
        Tablespace.drop(database.connection());
      } catch (SQLException | IOException e) {
        throw new AssertionError("PostgreSQL " + major, e);
      }
    }
    assertEquals(List.of(), differences, () -> String.join("\n", differences));
    Set<Class<?>> unseen = new HashSet<>(Set.of(Operation.class.getPermittedSubclasses()));
    unseen.removeAll(SEEN);
    // Of these nobody knows what they do.
    unseen.removeAll(Set.of(Sql.class, Run.class, ReplaceSqlObject.class));
    assertEquals(Set.of(), unseen);
  }

  /** The kinds of operations that ran so far. */
  private static final Set<Class<?>> SEEN = new HashSet<>();

  /** A place for tables that is not where they are. */
  private static final class Tablespace {
    static void create(Connection connection, Path location) throws SQLException, IOException {
      Files.createDirectory(location);
      execute(
          connection,
          "CREATE TABLESPACE " + ImpactCases.TABLESPACE + " LOCATION "
              + PostgresDdl.literal(location.toString()));
    }

    static void drop(Connection connection) throws SQLException {
      execute(connection, "DROP TABLESPACE " + ImpactCases.TABLESPACE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
    }
  }

  /** One edit, up and down. */
  private record Trial(String name, int major, TrialDatabase database, List<String> differences) {
    void run(Case given) throws SQLException {
      database.empty();
      database.apply(given.before());
      Schema before = Operations.apply(given.before(), Schema.EMPTY);
      database.fill(before);
      compare(given.operations(), before);
    }

    void run(Edit edit) throws SQLException {
      List<Operation> up =
          SchemaDiffer.diff(edit.from(), edit.to(), edit.hints()).operations();
      database.empty();
      database.apply(SchemaDiffer.diff(Schema.EMPTY, edit.from()).operations());
      database.fill(edit.from());
      Schema after = compare(up, edit.from());
      compare(Operations.reverse(up, edit.from()), after);
    }

    private Schema compare(List<Operation> operations, Schema from) throws SQLException {
      Schema schema = from;
      for (Operation operation : operations) {
        compare(operation, schema);
        schema = operation.applyTo(schema);
      }
      return schema;
    }

    /** The SQL of a backfill is that of all batches in one, and so is what is seen of it. */
    private static Operation whole(Operation operation) {
      return operation instanceof Backfill fill
          ? new FillNulls(fill.table(), fill.column(), fill.value())
          : operation;
    }

    /** Who references whom, and which partitions there are. */
    private static String references(Schema schema) {
      return schema.tables().values().stream()
          .map(table -> table.name().toString() + table.partitions().names().toString() + " -> "
              + table.foreignKeys().map(key -> key.target().toString()).toList())
          .collect(Collectors.joining("; "));
    }

    private void compare(Operation operation, Schema before) throws SQLException {
      SEEN.add(operation.getClass());
      Impact expected = Impact.of(whole(operation), before, major);
      String sql = database.sql(operation);
      ObservedImpact observed = operation.execution() == Execution.OUTSIDE
          ? ObservedImpact.outside(database, TrialDatabase.TARGET, sql)
          : ObservedImpact.of(database.connection(), TrialDatabase.TARGET, sql);
      database.connection().commit();
      if (expected.known()
          && !observed.equals(new ObservedImpact(expected.locks(), expected.work()))) {
        differences.add(name + " on PostgreSQL " + major + ": " + operation + "\n  " + sql
            + "\n  expected " + expected.locks() + " " + expected.work() + "\n  observed "
            + observed.locks() + " " + observed.work() + "\n  where " + references(before));
      }
    }
  }
}
