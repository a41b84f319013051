package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * LOCK TABLE, with its partitions, up to the end of the transaction. What needs several tables
 * takes them one after the other before it does anything: PostgreSQL's {@code lock_timeout} counts
 * for each lock anew, and two that take the same tables in the same order never wait for each
 * other.
 */
public record LockTable(QualifiedName table, Mode mode) implements Operation {
  /** What it is locked against. */
  public enum Mode {
    /** Against writes, by SHARE ROW EXCLUSIVE. */
    WRITES("SHARE ROW EXCLUSIVE"),
    /** Against reads and writes, by ACCESS EXCLUSIVE. */
    ALL("ACCESS EXCLUSIVE");

    private final String sql;

    Mode(String sql) {
      this.sql = sql;
    }

    /** As SQL has it: {@code ACCESS EXCLUSIVE}. */
    public String sql() {
      return sql;
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Schemas.table(before, table);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public Execution execution() {
    return Execution.NEW_TRANSACTION;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
