package dev.lockstep.diff;

import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the column swaps of a plan. What the plan drops to make it anew around such a change (a
 * default, a check, an index of an expression) stays until the column goes.
 */
final class SwapPlan {
  /**
   * Neighbouring steps of the plan.
   *
   * @param settled whether they are in their final form, which nothing may be put between
   */
  record Part(List<Operation> operations, boolean settled) {}

  private final List<Operation> plain;
  private final PastNames names;
  private final MovedMembers members;
  private final List<Schema> schemas;
  private final Map<Integer, Integer> movedTo = new HashMap<>();
  private final Set<Integer> swaps = new HashSet<>();

  private SwapPlan(List<Operation> plain, Schema before) {
    this.plain = plain;
    this.names = new PastNames(plain);
    this.members = new MovedMembers(plain);
    this.schemas = Operations.schemas(plain, before);
  }

  /**
   * The parts, which lead to the same schema.
   *
   * @param before the schema that the plan meets
   * @param rewritten the tables that are written anew all the same
   */
  static List<Part> of(List<Operation> plain, Schema before, Predicate<QualifiedName> rewritten) {
    if (plain.stream().noneMatch(AlterColumnType.class::isInstance)) {
      return List.of(new Part(plain, false));
    }
    SwapPlan plan = new SwapPlan(plain, before);
    plan.find(rewritten);
    return plan.kept().orElseGet(() -> {
      // Something else depends on what was to stay: then it goes when the plan says so.
      plan.movedTo.clear();
      return plan.parts();
    });
  }

  /** The parts with what is moved, if they lead where the plan does. */
  private Optional<List<Part>> kept() {
    try {
      return Optional.of(parts())
          .filter(parts -> lead(parts, schemas.get(0), schemas.get(plain.size())));
    } catch (InvalidOperationException e) {
      return Optional.empty();
    }
  }

  /** Whether the parts fit one after the other, and lead from the one schema to the other. */
  static boolean lead(List<Part> parts, Schema before, Schema after) {
    List<Operation> all =
        parts.stream().flatMap(part -> part.operations().stream()).toList();
    try {
      return Operations.apply(all, before).equals(after);
    } catch (InvalidOperationException | NoSuchElementException e) {
      return false;
    }
  }

  private void find(Predicate<QualifiedName> rewritten) {
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i) instanceof AlterColumnType change
          && !rewritten.test(change.table())
          && isSwapped(change, i)) {
        swaps.add(i);
        keepMembers(change, i);
      }
    }
  }

  private boolean isSwapped(AlterColumnType change, int at) {
    Column column = schemas.get(at).table(change.table()).columns().get(change.column());
    Optional<Member> origin = names.before(new Member(change.table(), change.column()), at, 0);
    if (origin.isEmpty() || !Casts.rewrites(column, change.type(), change.using())) {
      return false;
    }
    Member member = origin.get();
    if (!originally(member).type().equals(column.type())) {
      // The enum is made anew: what names its type means the new one before the column has it.
      return false;
    }
    return SwapObstacle.of(schemas.get(0), member.table(), member.name())
        .or(() -> SwapObstacle.of(
            schemas.get(at),
            schemas.get(at).table(change.table()),
            originally(member),
            atEnd(change, at).orElse(column).withType(change.type()),
            change.using()))
        .isEmpty();
  }

  private Column originally(Member member) {
    return schemas.get(0).table(member.table()).columns().get(member.name());
  }

  /** The column as the whole plan leaves it; empty if that has another name for it. */
  private Optional<Column> atEnd(AlterColumnType change, int at) {
    boolean renamed = plain.subList(at, plain.size()).stream().anyMatch(PastNames::isRename);
    return renamed
        ? Optional.empty()
        : schemas
            .get(plain.size())
            .find(change.table())
            .flatMap(table -> table.columns().find(change.column()));
  }

  /** Moves the drops of what is on the column, and what comes in its place, beside the change. */
  private void keepMembers(AlterColumnType change, int at) {
    Member member = new Member(change.table(), change.column());
    Set<String> made = new HashSet<>();
    for (int i = 0; i < at; i++) {
      Optional<Member> then = names.before(member, at, i);
      if (then.isPresent() && members.isDropped(plain.get(i), then.get(), schemas.get(i))) {
        movedTo.put(i, at);
        made.add(MovedMembers.nameOf(plain.get(i)));
      }
    }
    for (int i = at + 1; i < plain.size(); i++) {
      if (members.isMade(plain.get(i), member)
          && made.contains(MovedMembers.nameOf(plain.get(i)))) {
        movedTo.put(i, at);
      }
    }
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    List<Operation> rest = new ArrayList<>();
    Schema schema = schemas.get(0);
    for (int i = 0; i < plain.size(); i++) {
      if (swaps.contains(i)) {
        parts.add(new Part(List.copyOf(rest), false));
        rest.clear();
        List<Operation> swap =
            swap(i, schema, parts.stream().anyMatch(each -> !each.operations().isEmpty()));
        parts.add(new Part(swap, true));
        schema = Operations.apply(swap, schema);
      } else if (!movedTo.containsKey(i)) {
        rest.add(plain.get(i));
        schema = plain.get(i).applyTo(schema);
      }
    }
    parts.add(new Part(List.copyOf(rest), false));
    return parts.stream().filter(part -> !part.operations().isEmpty()).toList();
  }

  private List<Operation> swap(int at, Schema schema, boolean follows) {
    AlterColumnType change = (AlterColumnType) plain.get(at);
    List<Operation> whole = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      if (i == at) {
        whole.add(change);
      } else if (movedTo.getOrDefault(i, -1) == at) {
        whole.add(i < at ? renamed(plain.get(i), change) : plain.get(i));
      }
    }
    Table to = Operations.apply(whole, schema).table(change.table());
    List<Operation> operations = new ArrayList<>();
    if (follows) {
      // Not in the transaction of what comes before: one table that is in use is enough.
      operations.add(new LockTable(change.table(), LockTable.Mode.ALL));
    }
    operations.addAll(ColumnSwap.steps(change, schema, to));
    return operations;
  }

  /** A drop that the plan has before tables and columns get their new names. */
  private static Operation renamed(Operation drop, AlterColumnType change) {
    if (drop instanceof DropDefault) {
      return new DropDefault(change.table(), change.column());
    }
    return drop instanceof DropConstraint constraint
        ? new DropConstraint(change.table(), constraint.name())
        : new DropIndex(change.table().sibling(((DropIndex) drop).index().name()));
  }
}
