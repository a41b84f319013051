package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways back of a plan in two parts. A column that was NOT NULL and is dropped comes back in two
 * steps, too: nullable, then NOT NULL; its rows get a value in the first, and those that were
 * written between the two in the second.
 */
final class PhasesBack {
  private final List<Operation> expand;
  private final List<Operation> contract;
  private final Schema before;
  private final Schema between;

  /** What the rows of such a column get. */
  private final Map<Member, SqlExpression> values = new HashMap<>();

  PhasesBack(List<Operation> expand, List<Operation> contract, Schema before, Schema between) {
    this.expand = expand;
    this.contract = contract;
    this.before = before;
    this.between = between;
    List<DropNotNull> relaxed = relaxed();
    if (!relaxed.isEmpty()) {
      findValues(relaxed);
    }
  }

  /** What the first part makes nullable and the second drops. */
  private List<DropNotNull> relaxed() {
    Schema after = Operations.apply(contract, between);
    return expand.stream()
        .filter(DropNotNull.class::isInstance)
        .map(DropNotNull.class::cast)
        .filter(drop -> !hasColumn(after, drop))
        .toList();
  }

  private static boolean hasColumn(Schema schema, DropNotNull drop) {
    return schema
        .find(drop.table())
        .filter(table -> table.columns().contains(drop.column()))
        .isPresent();
  }

  /** The way back of a plan that drops the columns as they were says what to fill them with. */
  private void findValues(List<DropNotNull> relaxed) {
    List<Operation> plan = new ArrayList<>(expand);
    plan.removeAll(relaxed);
    plan.addAll(contract);
    for (Operation operation : Operations.reverse(plan, before)) {
      if (operation instanceof FillNulls fill
          && relaxed.contains(new DropNotNull(fill.table(), fill.column()))) {
        values.put(new Member(fill.table(), fill.column()), fill.value());
      }
    }
  }

  List<Operation> ofExpand() {
    List<Operation> back = new ArrayList<>();
    for (Operation operation : Operations.reverse(expand, before)) {
      if (operation instanceof SetNotNull set) {
        fill(set.table(), set.column(), back);
      }
      back.add(operation);
    }
    return back;
  }

  List<Operation> ofContract() {
    List<Operation> plain = Operations.reverse(contract, between);
    List<Operation> back = new ArrayList<>();
    for (Operation operation : plain) {
      back.add(operation);
      if (operation instanceof AddColumn add && !isFilled(add, plain)) {
        fill(add.table(), add.column().name(), back);
      }
    }
    return back;
  }

  private static boolean isFilled(AddColumn add, List<Operation> operations) {
    return operations.stream()
        .anyMatch(each -> each instanceof FillNulls fill
            && fill.table().equals(add.table())
            && fill.column().equals(add.column().name()));
  }

  private void fill(QualifiedName table, String column, List<Operation> back) {
    @Nullable SqlExpression value = values.get(new Member(table, column));
    if (value != null) {
      back.add(new FillNulls(table, column, value));
    }
  }
}
