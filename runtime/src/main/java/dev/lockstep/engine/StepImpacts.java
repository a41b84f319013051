package dev.lockstep.engine;

import dev.lockstep.impact.Impact;
import dev.lockstep.schema.Schema;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What single steps of migrations do to a live database, as far as the migrations tell. */
final class StepImpacts {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  private final Configuration configuration;
  private final Session session;

  StepImpacts(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /** What the step does; empty if nobody can tell, as of hand-written SQL. */
  Optional<Impact> of(MigrationWork work, Step step) throws SQLException {
    if (step.handWritten()) {
      return Optional.empty();
    }
    int major = session.serverMajor();
    try {
      return Optional.of(Impact.of(step.operation(), before(work, step), major));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "what " + work.revision() + " meets is not known", e);
      return Optional.empty();
    }
  }

  /** Whether all of those steps are known to lock no table for as long as one is gone through. */
  boolean areQuick(MigrationWork work, List<Step> steps) throws SQLException {
    if (steps.stream().anyMatch(Step::handWritten)) {
      return false;
    }
    Schema schema = before(work, steps.get(0));
    int major = session.serverMajor();
    try {
      for (Step step : steps) {
        if (Impact.of(step.operation(), schema, major).blocksLong()) {
          return false;
        }
        schema = ReplayedSchema.after(step.operation(), schema);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "what " + work.revision() + " meets is not known", e);
      return false;
    }
  }

  private Schema before(MigrationWork work, Step wanted) {
    Schema schema = ReplayedSchema.of(configuration, work.revision(), work.direction());
    for (Step step : work.steps()) {
      if (step == wanted) {
        break;
      }
      schema = ReplayedSchema.after(step.operation(), schema);
    }
    return schema;
  }
}
