package dev.lockstep.engine;

import dev.lockstep.StepProgress;
import java.time.Instant;
import java.util.List;

/** Measures one pass of a backfill. */
final class BatchMeter {
  private final long before;
  private final long total;
  private final Instant started = Instant.now();

  BatchMeter(BatchCursor start, List<BatchRelation> relations) {
    this.before = start.rows();
    this.total = relations.stream().mapToLong(BatchRelation::estimate).sum();
  }

  StepProgress at(BatchCursor cursor) {
    String unit = cursor.pass() == 1 ? "rows" : "rows again";
    return StepProgress.of(unit, before, cursor.rows(), total, started, Instant.now());
  }
}
