package dev.lockstep.benchmarks;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A thousand migrations that make a thousand tables. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Thousand {
  private final List<Operation> operations = StepSet.operations(Mix.CREATE.steps(1_000));
  private final Schema schema = StepSet.replay(operations);
  private final Schema changed =
      new AddColumn(new QualifiedName("", "t500"), column("more", varchar(20))).applyTo(schema);

  /** For JMH. */
  public Thousand() {}

  @Benchmark
  public Schema replay() {
    return StepSet.replay(operations);
  }

  @Benchmark
  public String fingerprint() {
    return SchemaFingerprint.of(schema);
  }

  @Benchmark
  public SchemaDiff diffOfOneColumn() {
    return SchemaDiffer.diff(schema, changed);
  }
}
