package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Notes, up to the end of the transaction, what PostgreSQL drops with a column without a word and
 * no schema describes: privileges, options, security labels, extended statistics; of its indexes
 * and constraints, comments, the mark of the replica identity and that of CLUSTER. Fails if there
 * is something on the column that {@link RestoreExtras} cannot give to another.
 *
 * @param column raw name of the column that is to go
 * @param successor raw name that the one in its place will have
 * @param known raw names of the indexes, constraints and sequences of the column that the migration
 *     sees to
 */
public record KeepExtras(QualifiedName table, String column, String successor, List<String> known)
    implements Operation {
  public KeepExtras {
    known = List.copyOf(known);
  }

  @Override
  public Schema applyTo(Schema before) {
    Schemas.column(before, table, column);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
