package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.ResetParameters;
import dev.lockstep.operation.SetColumnCompression;
import dev.lockstep.operation.SetColumnStatistics;
import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.SetParameters;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A constraint or an index whose name its successor gets, as long as it is there.
 *
 * @param relation the table or view that it is of
 * @param name raw
 * @param columns those that can stay as long as it does; of a key or an index
 * @param mentions whether it names a column
 * @param target the table that it references; empty if it is no foreign key
 */
record Predecessor(
    QualifiedName relation,
    String name,
    Set<Member> columns,
    Predicate<Member> mentions,
    Optional<QualifiedName> target) {
  /** What changes no column that is there, and no name. */
  private static final Set<Class<? extends Operation>> HARMLESS = Set.of(
      CreateTable.class,
      AddColumn.class,
      AddConstraint.class,
      CreateIndex.class,
      SetDefault.class,
      DropDefault.class,
      SetNotNull.class,
      SetParameters.class,
      ResetParameters.class,
      SetColumnStatistics.class,
      SetColumnStorage.class,
      SetColumnCompression.class,
      CommentOnTable.class,
      CommentOnColumn.class,
      CreateObject.class,
      AddEnumValue.class);

  /**
   * What an operation drops.
   *
   * @param drop of a constraint or an index
   * @param schema what it meets
   */
  static Predecessor of(Operation drop, Schema schema) {
    return drop instanceof DropConstraint constraint
        ? of(constraint, schema.table(constraint.table()))
        : of(((DropIndex) drop).index(), schema);
  }

  private static Predecessor of(DropConstraint drop, Table table) {
    Constraint constraint = table.constraints().get(drop.name());
    Predicate<Member> own =
        member -> member.table().equals(table.name()) && constraint.mentions(member.name());
    return constraint instanceof ForeignKey key
        ? new Predecessor(
            table.name(),
            drop.name(),
            Set.of(),
            own.or(member -> references(key, member)),
            Optional.of(key.target()))
        : new Predecessor(
            table.name(), drop.name(), columns(constraint, table), own, Optional.empty());
  }

  /** Not the computed ones, which go before the columns that they need. */
  private static Set<Member> columns(Constraint constraint, Table table) {
    return columns(KeyIndex.columns(constraint)::contains, table);
  }

  private static Set<Member> columns(Predicate<String> own, Table table) {
    return table.columns().stream()
        .filter(column -> own.test(column.name()) && column.computedOption().isEmpty())
        .map(column -> new Member(table.name(), column.name()))
        .collect(Collectors.toSet());
  }

  private static boolean references(ForeignKey key, Member member) {
    return key.target().equals(member.table()) && key.targetColumns().contains(member.name());
  }

  /** A view has no columns that anybody changes. */
  private static Predecessor of(QualifiedName name, Schema schema) {
    Optional<Table> table = schema.tableOfIndex(name);
    Optional<Index> index = table.map(each -> each.indexes().get(name.name()));
    return new Predecessor(
        OnlineIndexes.relationOf(name, schema),
        name.name(),
        table.flatMap(each -> index.map(own -> columns(own::mentions, each))).orElse(Set.of()),
        member -> table.filter(each -> each.name().equals(member.table())).isPresent()
            && index.filter(each -> each.mentions(member.name())).isPresent(),
        Optional.empty());
  }

  /** Whether it can be there while the operation runs, and means the same after it. */
  boolean bears(Operation operation) {
    Optional<Member> column = changedColumn(operation);
    if (column.isPresent()) {
      return !mentions.test(column.get());
    }
    if (operation instanceof DropConstraint || operation instanceof DropIndex) {
      return isKept(operation);
    }
    if (operation instanceof RenameIndex rename) {
      return !List.of(rename.index().name(), rename.newName()).contains(name);
    }
    if (operation instanceof RenameConstraint rename) {
      return !List.of(rename.name(), rename.newName()).contains(name);
    }
    if (operation instanceof DropTable drop) {
      return !drop.table().equals(relation)
          && target.filter(drop.table()::equals).isEmpty();
    }
    return HARMLESS.contains(operation.getClass())
        || (operation instanceof DropObject drop && drop.object().kind().isView());
  }

  /** Whether the operation drops one of its columns, which can as well go after it. */
  boolean isWaitedFor(Operation operation) {
    return operation instanceof DropColumn drop
        && columns.contains(new Member(drop.table(), drop.column()));
  }

  /**
   * Whether the operation minds that columns of it are still there: they have their names, and are
   * in what an asterisk stands for.
   */
  boolean isInTheWayOf(Operation operation) {
    return (operation instanceof AddColumn add
            && columns.contains(new Member(add.table(), add.column().name())))
        || (operation instanceof CreateObject create
            && (create.object() instanceof View || create.object() instanceof SqlObject));
  }

  /** Whether the operation drops a key that it, a foreign key, needs. */
  boolean needs(Operation operation) {
    return operation instanceof DropConstraint drop
        && target.filter(drop.table()::equals).isPresent();
  }

  /** A foreign key goes before the key that it needs. */
  private boolean isKept(Operation drop) {
    return target.isEmpty()
        || (drop instanceof DropConstraint constraint && !constraint.table().equals(target.get()));
  }

  private static Optional<Member> changedColumn(Operation operation) {
    if (operation instanceof DropColumn drop) {
      return Optional.of(new Member(drop.table(), drop.column()));
    }
    if (operation instanceof AlterColumnType alter) {
      return Optional.of(new Member(alter.table(), alter.column()));
    }
    if (operation instanceof DropNotNull drop) {
      return Optional.of(new Member(drop.table(), drop.column()));
    }
    if (operation instanceof FillNulls fill) {
      return Optional.of(new Member(fill.table(), fill.column()));
    }
    return operation instanceof DropExpression drop
        ? Optional.of(new Member(drop.table(), drop.column()))
        : Optional.empty();
  }
}
