package dev.lockstep.benchmarks;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migrator;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** What it costs to think about many tables, each made by a migration of its own. */
final class CheckBenchmark {
  private static final List<Integer> COUNTS = Arrays.stream(
          System.getProperty("benchmark.tables", "100,1000,10000").split(","))
      .map(Integer::valueOf)
      .toList();

  /** Enough for the compiler of the JVM, and at most so long for one figure. */
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 9);

  private static final double LONGEST = 12_000;

  /** A check of more has the server make them all once more, which takes minutes. */
  private static final int CHECKED = Integer.getInteger("benchmark.checked", 1_000);

  private final Csv csv = new Csv(Workplace.csv("check"));
  private final Table table = new Table("tables", "what", "ms", "us per table");

  static void run() throws Exception {
    CheckBenchmark benchmark = new CheckBenchmark();
    try (Server server = Server.counting()) {
      for (int count : COUNTS) {
        benchmark.measure(server, count);
      }
    }
    benchmark.table.print("Many tables, a migration for each, in a warm JVM: medians (extremes)");
  }

  private void measure(Server server, int count) throws Exception {
    List<Step> steps = Mix.CREATE.steps(count);
    List<Operation> operations = StepSet.operations(steps);
    StepSet set = new StepSet(steps);
    Schema schema = set.after();
    Schema changed = new AddColumn(new QualifiedName("", "t" + count), column("more", varchar(20)))
        .applyTo(schema);

    time("replay", count, () -> StepSet.replay(operations));
    time("fingerprint", count, () -> SchemaFingerprint.of(schema));
    time("diff of one column", count, () -> SchemaDiffer.diff(schema, changed));
    time("diff from nothing", count, () -> SchemaDiffer.diff(Schema.EMPTY, schema));

    String database = server.newDatabase();
    Migrator migrator =
        Migrator.builder(server.database(database)).migrations(set).build();
    time("script", count, () -> migrator.script("base", "head"));
    if (count <= CHECKED) {
      migrator.upgrade();
      time("check", count, migrator::check);
    }
    server.settle();
  }

  private void time(String what, int count, Callable<Object> work) throws Exception {
    double spent = once(work);
    int rounds = 0;
    for (int round = 1; round <= ROUNDS && (rounds == 0 || spent < LONGEST); round++) {
      double time = once(work);
      spent += time;
      csv.add("ms", what, count, round, time);
      rounds++;
    }
    Numbers numbers = csv.numbers("ms", what, count);
    table.row(count, what, numbers, 1000 * numbers.median() / count);
  }

  private static double once(Callable<Object> work) throws Exception {
    long start = System.nanoTime();
    if (work.call() == null) {
      throw new IllegalStateException("nothing came back");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
