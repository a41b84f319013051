package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes the column swaps among operations: those that are step by step as they are made. */
final class SwapReading {
  /** A swap, from its place up to {@code end}. */
  private record Found(AlterColumnType change, Table to, int end) {}

  private final List<Operation> operations;
  private final List<Schema> schemas;
  private final List<Operation> plain = new ArrayList<>();

  private SwapReading(List<Operation> operations, Schema before) {
    this.operations = operations;
    this.schemas = Operations.schemas(operations, before);
  }

  /** The operations with each swap as the plain change that it stands for. */
  static List<Operation> plain(List<Operation> operations, Schema before) {
    return operations.stream().anyMatch(RenameColumn.class::isInstance)
        ? new SwapReading(operations, before).read()
        : operations;
  }

  private List<Operation> read() {
    int i = 0;
    while (i < operations.size()) {
      Optional<Found> swap =
          operations.get(i) instanceof AddColumn add ? swap(add, i) : Optional.empty();
      if (swap.isPresent()) {
        removeLock(swap.get().change().table());
        addPlain(swap.get(), schemas.get(i).table(swap.get().to().name()));
        i = swap.get().end();
      } else {
        plain.add(operations.get(i));
        i++;
      }
    }
    return List.copyOf(plain);
  }

  /** Of a swap that is not the first thing of its migration. */
  private void removeLock(QualifiedName table) {
    int last = plain.size() - 1;
    if (last >= 0 && plain.get(last).equals(new LockTable(table, LockTable.Mode.ALL))) {
      plain.remove(last);
    }
  }

  private Optional<Found> swap(AddColumn add, int start) {
    Optional<AlterColumnType> change = change(add, operations.subList(start, operations.size()));
    // The longest: without its last steps it would be that of another column.
    for (int end = operations.size(); change.isPresent() && end > start; end--) {
      Optional<Table> to = schemas.get(end).find(add.table());
      if (to.isPresent()
          && isWhole(change.get(), to.get(), start)
          && ColumnSwap.steps(change.get(), schemas.get(start), to.get())
              .equals(operations.subList(start, end))) {
        return Optional.of(new Found(change.get(), to.get(), end));
      }
    }
    return Optional.empty();
  }

  private boolean isWhole(AlterColumnType change, Table to, int start) {
    return schemas.get(start).table(to.name()).columns().contains(change.column())
        && to.columns().contains(change.column());
  }

  private static Optional<AlterColumnType> change(AddColumn add, List<Operation> rest) {
    String fresh = add.column().name();
    Optional<String> column = rest.stream()
        .filter(each -> each instanceof RenameColumn rename
            && rename.table().equals(add.table())
            && rename.column().equals(fresh))
        .map(each -> ((RenameColumn) each).newName())
        .findFirst();
    Optional<SqlExpression> value = rest.stream()
        .filter(each -> each instanceof Backfill fill
            && fill.table().equals(add.table())
            && fill.column().equals(fresh))
        .map(each -> ((Backfill) each).value())
        .findFirst();
    return column.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new AlterColumnType(
            add.table(),
            column.get(),
            add.column().type(),
            add.column().collation(),
            value
                .filter(each -> !each.equals(SqlExpression.of(SqlTokens.identifier(column.get()))))
                .orElse(null)));
  }

  private void addPlain(Found swap, Table from) {
    AlterColumnType change = swap.change();
    QualifiedName table = from.name();
    Column before = from.columns().get(change.column());
    Column after = swap.to().columns().get(change.column());
    boolean preset = !before.defaultExpression().equals(after.defaultExpression());
    from.constraints().stream()
        .filter(each -> !swap.to().constraints().asList().contains(each))
        .forEach(each -> plain.add(new DropConstraint(table, each.name())));
    from.indexes().stream()
        .filter(each -> !swap.to().indexes().asList().contains(each))
        .forEach(each -> plain.add(new DropIndex(table.sibling(each.name()))));
    if (preset && before.defaultExpression().isPresent()) {
      plain.add(new DropDefault(table, change.column()));
    }
    plain.add(change);
    after
        .defaultExpression()
        .filter(value -> preset)
        .ifPresent(value -> plain.add(new SetDefault(table, change.column(), value)));
    swap.to().constraints().stream()
        .filter(each -> !from.constraints().asList().contains(each))
        .forEach(each -> plain.add(new AddConstraint(table, each)));
    swap.to().indexes().stream()
        .filter(each -> !from.indexes().asList().contains(each))
        .forEach(each -> plain.add(new CreateIndex(table, each)));
  }
}
