package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import dev.lockstep.testing.TrialDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Law 4: a populated database upgraded from a to b has the catalog of a fresh b and keeps its rows;
 * downgraded, that of a; and it can go up again. {@code -Dlockstep.pairs=N} sets how many random
 * edits each server sees, {@code -Dlockstep.seed=N} the first seed.
 */
final class LawsOnPostgresTest {
  private static final int PAIRS = Integer.getInteger("lockstep.pairs", 60);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  private static final int ONLINE_PAIRS = Integer.getInteger("lockstep.pairs", 80);

  /** What becomes of a plan before it is run. */
  private enum Form {
    PLAIN,
    ONLINE;

    List<Operation> of(List<Operation> plan, Schema before) {
      return this == ONLINE ? OnlineForm.of(plan, before) : plan;
    }
  }

  @Test
  void upgradedEqualsFreshAndDowngradedEqualsBefore() {
    forEachServer(Form.PLAIN, PAIRS);
  }

  @Test
  void onlineFormsLeaveTheSameCatalogs() {
    forEachServer(Form.ONLINE, ONLINE_PAIRS);
  }

  /** The servers at the same time: each has one connection that works. */
  private static void forEachServer(Form form, int pairs) {
    Postgres.majors().parallelStream().forEach(major -> tryAll(major, form, pairs));
  }

  private static void tryAll(int major, Form form, int pairs) {
    try (TrialDatabase upgraded = new TrialDatabase(major);
        TrialDatabase fresh = new TrialDatabase(major)) {
      for (long seed = FIRST_SEED; seed < FIRST_SEED + pairs; seed++) {
        new Trial(seed, major, form, upgraded, fresh).run();
      }
    } catch (SQLException e) {
      throw new AssertionError("PostgreSQL " + major, e);
    }
  }

  /** One edit on two databases. */
  private record Trial(
      long seed, int major, Form form, TrialDatabase upgraded, TrialDatabase fresh) {
    void run() throws SQLException {
      Edit edit = RandomSchemas.edit(seed, major);
      SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
      List<Operation> forth = form.of(diff.operations(), edit.from());
      List<Operation> back = form.of(Operations.reverse(diff.operations(), edit.from()), diff.to());

      upgraded.empty();
      apply("created", upgraded, creation(edit.from()));
      upgraded.fill(edit.from());
      KeptValues rows = KeptValues.of(upgraded.connection(), edit.from());
      String before = upgraded.catalog();
      apply("upgraded", upgraded, forth);
      String after = freshCatalog(diff.to());
      assertCatalog("upgraded", after, forth);
      rows.assertKept(
          edit, KeptValues.of(upgraded.connection(), edit.to()), failure(" upgraded", forth));

      apply("downgraded", upgraded, back);
      Schema restored = Operations.apply(back, diff.to());
      assertCatalog("downgraded", showsOrder(edit.from()) ? freshCatalog(restored) : before, back);
      apply("upgraded again", upgraded, forth);
      if (!showsOrder(edit.to())) {
        assertCatalog("upgraded again", after, forth);
      }
    }

    /** Whether a view shows the columns of a table in their order, which changes on the way. */
    private static boolean showsOrder(Schema schema) {
      return schema.objects(View.class).anyMatch(view -> view.query().text().contains("*"));
    }

    private static List<Operation> creation(Schema schema) {
      return SchemaDiffer.diff(Schema.EMPTY, schema).operations();
    }

    private String freshCatalog(Schema schema) throws SQLException {
      fresh.empty();
      apply("created", fresh, creation(schema));
      return fresh.catalog();
    }

    private void apply(String state, TrialDatabase database, List<Operation> operations) {
      try {
        database.apply(operations);
      } catch (SQLException | RuntimeException e) {
        throw new AssertionError("not " + failure(state, operations) + e.getMessage() + "\n", e);
      }
    }

    private void assertCatalog(String state, String expected, List<Operation> operations) {
      assertEquals(expected, upgraded.catalog(), () -> failure(state, operations));
    }

    private String failure(String state, List<Operation> operations) {
      return operations.stream()
          .map(upgraded::sql)
          .collect(Collectors.joining(
              ";\n  ", state + ", seed " + seed + " on PostgreSQL " + major + "\n  ", "\n"));
    }
  }
}
