package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written SQL, sent as it is.
 *
 * @param meaning operations that do to the schema what the SQL does, in order; empty for none, null
 *     where nobody has said, which counts as none
 */
public record Sql(String sql, @Nullable List<Operation> meaning) implements Operation {
  public Sql {
    meaning = meaning == null ? null : List.copyOf(meaning);
  }

  /** SQL of which nobody has said what it means. */
  public Sql(String sql) {
    this(sql, null);
  }

  @Override
  public Schema applyTo(Schema before) {
    return meaning == null ? before : Operations.apply(meaning, before);
  }

  /** Nobody knows what undoes it; that is for a person to write. */
  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
