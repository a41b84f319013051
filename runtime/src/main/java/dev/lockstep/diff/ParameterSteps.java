package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Relation;
import dev.lockstep.operation.ResetParameters;
import dev.lockstep.operation.SetParameters;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What it takes to give a relation other storage parameters; equal ones are left alone. */
final class ParameterSteps {
  private ParameterSteps() {}

  static List<Operation> of(
      Relation relation, SortedMap<String, String> from, SortedMap<String, String> to) {
    List<Operation> operations = new ArrayList<>();
    SortedMap<String, String> set = new TreeMap<>(to);
    set.entrySet().removeIf(each -> each.getValue().equals(from.get(each.getKey())));
    if (!set.isEmpty()) {
      operations.add(new SetParameters(relation, set));
    }
    List<String> reset =
        from.keySet().stream().filter(name -> !to.containsKey(name)).toList();
    if (!reset.isEmpty()) {
      operations.add(new ResetParameters(relation, reset));
    }
    return operations;
  }

  /** Of an index of that table or view. */
  static List<Operation> of(QualifiedName table, Index from, Index to) {
    return of(new Relation(Relation.Kind.INDEX, table.sibling(to.name())), from.with(), to.with());
  }

  /** Whether nothing else of the index differs, its name apart. */
  static boolean areAll(Index from, Index to) {
    return from.withParameters(to.with()).sameBut(to);
  }
}
