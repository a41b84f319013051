package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.TreeMap;

/**
 * RESET of storage parameters of a table, an index, a view or a materialized view.
 *
 * @param names sorted, at least one
 */
public record ResetParameters(Relation relation, List<String> names) implements Operation {
  public ResetParameters {
    names = names.stream().sorted().toList();
  }

  @Override
  public Schema applyTo(Schema before) {
    return relation.change(before, with -> {
      with.keySet().removeAll(names);
    });
  }

  @Override
  public List<Operation> reverse(Schema before) {
    TreeMap<String, String> old = new TreeMap<>(relation.parameters(before));
    old.keySet().retainAll(names);
    return old.isEmpty() ? List.of() : List.of(new SetParameters(relation, old));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
