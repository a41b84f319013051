package dev.lockstep.engine;

import dev.lockstep.ConnectionWork;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;

/** One thing that a migration does. */
sealed interface Step {
  /** For listeners and messages. */
  String text();

  /** Whether a person wrote it, so that anything may be in it. */
  boolean handWritten();

  /** What it carries out. */
  Operation operation();

  default Execution execution() {
    return operation().execution();
  }

  /** SQL to send as it is, in a transaction. */
  record SqlStep(String text, boolean handWritten, Operation operation) implements Step {}

  /** Java to run, with its name. */
  record JavaStep(String text, Operation operation, ConnectionWork work) implements Step {
    @Override
    public boolean handWritten() {
      return true;
    }
  }

  /** SQL that PostgreSQL refuses in a transaction; {@code work} sends it where that is needed. */
  record OutsideStep(String text, Operation operation, OutsideWork work) implements Step {
    @Override
    public boolean handWritten() {
      return false;
    }

    /** Also where the SQL alone could be in one. */
    @Override
    public Execution execution() {
      return Execution.OUTSIDE;
    }
  }

  /** An UPDATE that is done in batches; the text is that of the whole. */
  record BatchStep(String text, Backfill operation, PostgresDdl ddl) implements Step {
    @Override
    public boolean handWritten() {
      return false;
    }
  }

  /** Can be done again after it was cut anywhere: it looks at what is there. */
  interface OutsideWork {
    /**
     * To be called in autocommit, with the settings of a migration and no lock timeout.
     *
     * @param settings of its transactions
     * @throws StepRefusedException if what is there is neither what was before nor what is wanted
     */
    void run(Session session, TransactionSettings settings) throws SQLException;

    /** The same for psql, for a place outside a transaction. */
    String script();
  }

  /** Lockstep itself does not go on with a step; the message says why. */
  @SuppressWarnings("serial")
  final class StepRefusedException extends RuntimeException {
    StepRefusedException(String message) {
      super(message);
    }
  }
}
