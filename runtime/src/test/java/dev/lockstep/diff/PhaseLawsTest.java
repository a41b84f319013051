package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.impact.Breakage;
import dev.lockstep.impact.Impact;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import dev.lockstep.testing.RandomSchemas.Edit;
import dev.lockstep.testing.TrialDatabase;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random plans in two parts lead where the whole plan leads, and back, in the model and on servers.
 */
final class PhaseLawsTest {
  private static final int PLANS = 2_000;
  private static final int PAIRS = Integer.getInteger("lockstep.pairs", 35);
  private static final long FIRST_SEED = Long.getLong("lockstep.seed", 0);

  /** What no list that begins with the running version may do to what that version knows. */
  private static final Set<Breakage> TAKEN =
      EnumSet.of(Breakage.RELATION_GONE, Breakage.NAME_GONE, Breakage.COLUMN_GONE);

  private static int major(long seed) {
    return seed % 2 == 0 ? Postgres.OLDEST : Postgres.NEWEST;
  }

  @Test
  void bothPartsLeadThereAndBack() {
    AtomicInteger divided = new AtomicInteger();
    LongStream.range(0, PLANS).parallel().forEach(seed -> {
      Edit edit = RandomSchemas.edit(seed, major(seed));
      SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
      PhaseSplit split = PhaseSplit.of(diff.operations(), edit.from());
      String text = "seed " + seed + text(split.expand().upgrade())
          + text(split.contract().upgrade());
      assertEquals(diff.to(), split.contract().after(), text);
      assertEquals(
          edit.from(),
          Operations.apply(
              split.expand().downgrade(),
              Operations.apply(split.contract().downgrade(), diff.to())),
          text);
      divided.addAndGet(split.expand().isEmpty() || split.contract().isEmpty() ? 0 : 1);
      assertKeeps(split.expand(), text);
    });
    assertTrue(divided.get() > PLANS / 10, divided + " plans were divided");
  }

  private static String text(List<Operation> operations) {
    return operations.stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n  ", "\n  ", "\n"));
  }

  /** But for what the part itself has made, or makes anew. */
  private static void assertKeeps(PhaseSplit.Part part, String text) {
    Schema schema = part.before();
    boolean makes = part.upgrade().stream()
        .anyMatch(each -> each instanceof CreateTable
            || each instanceof CreateObject
            || each instanceof AddColumn);
    for (Operation operation : part.upgrade()) {
      Set<Breakage> breakages = EnumSet.noneOf(Breakage.class);
      breakages.addAll(Impact.of(operation, schema, Postgres.NEWEST).breakages());
      breakages.retainAll(TAKEN);
      assertTrue(makes || breakages.isEmpty(), () -> operation + " " + breakages + "\n" + text);
      schema = operation.applyTo(schema);
    }
  }

  /** The servers at the same time: each has one connection that works. */
  @Test
  void serversAgree() {
    Postgres.majors().parallelStream().forEach(PhaseLawsTest::tryAll);
  }

  private static void tryAll(int major) {
    try (TrialDatabase database = new TrialDatabase(major);
        TrialDatabase fresh = new TrialDatabase(major)) {
      int tried = 0;
      for (long seed = FIRST_SEED; tried < PAIRS; seed++) {
        Edit edit = RandomSchemas.edit(seed, major);
        SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
        PhaseSplit split = PhaseSplit.of(diff.operations(), edit.from());
        if (!split.expand().isEmpty() && !split.contract().isEmpty()) {
          new Trial(seed, major, edit, split, database, fresh).run();
          tried++;
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("PostgreSQL " + major, e);
    }
  }

  /** One plan in two parts on two databases. */
  private record Trial(
      long seed,
      int major,
      Edit edit,
      PhaseSplit split,
      TrialDatabase database,
      TrialDatabase fresh) {
    void run() throws SQLException {
      database.empty();
      apply("created", database, creation(edit.from()));
      database.fill(edit.from());
      KeptValues rows = KeptValues.of(database.connection(), edit.from());
      apply("expanded", database, split.expand().upgrade());
      assertCatalog("expanded", split.contract().before());
      apply("contracted", database, split.contract().upgrade());
      assertCatalog("contracted", split.contract().after());
      rows.assertKept(edit, KeptValues.of(database.connection(), edit.to()), failure("contracted"));
      apply("no more contracted", database, split.contract().downgrade());
      apply("no more expanded", database, split.expand().downgrade());
      assertCatalog(
          "downgraded",
          Operations.apply(
              split.expand().downgrade(),
              Operations.apply(split.contract().downgrade(), split.contract().after())));
    }

    private static List<Operation> creation(Schema schema) {
      return SchemaDiffer.diff(Schema.EMPTY, schema).operations();
    }

    /** Each fill in a transaction of its own, as it is in batches. */
    private void apply(String state, TrialDatabase on, List<Operation> operations) {
      int from = 0;
      try {
        for (int i = 0; i < operations.size(); i++) {
          if (operations.get(i) instanceof FillNulls) {
            on.apply(operations.subList(from, i));
            on.apply(operations.subList(i, i + 1));
            from = i + 1;
          }
        }
        on.apply(operations.subList(from, operations.size()));
      } catch (SQLException | RuntimeException e) {
        throw new AssertionError("not " + failure(state) + e.getMessage() + "\n", e);
      }
    }

    /** A view that shows all columns of a table shows them in their order, which changes. */
    private void assertCatalog(String state, Schema schema) throws SQLException {
      if (schema.objects(View.class).noneMatch(view -> view.query().text().contains("*"))) {
        fresh.empty();
        apply("created", fresh, creation(schema));
        assertEquals(fresh.catalog(), database.catalog(), () -> failure(state));
      }
    }

    private String failure(String state) {
      return state + ", seed " + seed + " on PostgreSQL " + major + "\nexpand"
          + sql(split.expand().upgrade()) + "contract" + sql(split.contract().upgrade())
          + "contract back" + sql(split.contract().downgrade())
          + "expand back" + sql(split.expand().downgrade());
    }

    private String sql(List<Operation> operations) {
      return operations.stream()
          .map(database::sql)
          .collect(Collectors.joining(";\n  ", "\n  ", "\n"));
    }
  }
}
