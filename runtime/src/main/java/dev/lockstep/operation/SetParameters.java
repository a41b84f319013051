package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * SET of storage parameters of a table, an index, a view or a materialized view.
 *
 * @param relation what has them
 * @param parameters name to value, at least one
 */
public record SetParameters(Relation relation, SortedMap<String, String> parameters)
    implements Operation {
  public SetParameters {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  @Override
  public Schema applyTo(Schema before) {
    return relation.change(before, with -> {
      with.putAll(parameters);
    });
  }

  @Override
  public List<Operation> reverse(Schema before) {
    SortedMap<String, String> old = relation.parameters(before);
    TreeMap<String, String> changed = new TreeMap<>(old);
    changed.keySet().retainAll(parameters.keySet());
    List<String> added =
        parameters.keySet().stream().filter(name -> !old.containsKey(name)).toList();
    List<Operation> operations = new ArrayList<>();
    if (!changed.isEmpty()) {
      operations.add(new SetParameters(relation, changed));
    }
    if (!added.isEmpty()) {
      operations.add(new ResetParameters(relation, added));
    }
    return operations;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
