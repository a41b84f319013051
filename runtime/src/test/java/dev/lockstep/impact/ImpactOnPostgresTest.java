package dev.lockstep.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import dev.lockstep.testing.TrialDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The locks, scans, index builds and rewrites that a server really does for each operation of
 * random edits are those of {@link Impact}. {@code -Dlockstep.pairs=N} sets how many edits each
 * server sees, {@code -Dlockstep.seed=N} the first seed.
 */
final class ImpactOnPostgresTest {
  private static final int PAIRS = Integer.getInteger("lockstep.pairs", 300);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  @Test
  void serversDoWhatTheOperationsSay() {
    List<String> differences = new ArrayList<>();
    for (int major : Postgres.majors()) {
      try (TrialDatabase database = new TrialDatabase(major)) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
          new Trial(seed, major, database, differences).run();
        }
      } catch (SQLException e) {
        throw new AssertionError("PostgreSQL " + major, e);
      }
    }
    assertEquals(List.of(), differences, () -> String.join("\n", differences));
    Set<Class<?>> unseen = new HashSet<>(Set.of(Operation.class.getPermittedSubclasses()));
    unseen.removeAll(SEEN);
    assertEquals(Set.of(), unseen);
  }

  /** The kinds of operations that ran so far. */
  private static final Set<Class<?>> SEEN = new HashSet<>();

  /** One edit, up and down. */
  private record Trial(long seed, int major, TrialDatabase database, List<String> differences) {
    void run() throws SQLException {
      Edit edit = RandomSchemas.edit(seed, major);
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

    /** Who references whom, and which partitions there are. */
    private static String references(Schema schema) {
      return schema.tables().values().stream()
          .map(table -> table.name() + table.partitions().names().toString() + " -> "
              + table.foreignKeys().map(key -> key.target().toString()).toList())
          .collect(Collectors.joining("; "));
    }

    private void compare(Operation operation, Schema before) throws SQLException {
      SEEN.add(operation.getClass());
      Impact expected = Impact.of(operation, before, major);
      String sql = database.sql(operation);
      ObservedImpact observed = ObservedImpact.of(database.connection(), TrialDatabase.TARGET, sql);
      database.connection().commit();
      if (expected.known()
          && !observed.equals(new ObservedImpact(expected.locks(), expected.work()))) {
        differences.add("seed " + seed + " on PostgreSQL " + major + ": " + operation + "\n  " + sql
            + "\n  expected " + expected.locks() + " " + expected.work() + "\n  observed "
            + observed.locks() + " " + observed.work() + "\n  where " + references(before));
      }
    }
  }
}
