package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.impact.Impact;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Analyze;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of the online form, up and down, over random edits; a failure names its seed. */
final class OnlineLawsTest {
  private static final int PAIRS = 4_000;

  private static final Set<Execution> SHORT =
      Set.of(Execution.TRANSACTION, Execution.NEW_TRANSACTION);

  /** Some edit's way there or back. */
  private record Change(String name, List<Operation> plain, Schema before, int major) {
    List<Operation> online() {
      try {
        return OnlineForm.of(plain, before);
      } catch (RuntimeException e) {
        throw new AssertionError(name + text(plain), e);
      }
    }
  }

  @Test
  void leadsToTheSameSchema() {
    forEach(change -> assertEquals(
        Operations.apply(change.plain(), change.before()),
        Operations.apply(change.online(), change.before()),
        () -> change.name() + text(change.plain()) + "\nonline" + text(change.online())));
  }

  /** The proof that nothing is forgotten: what holds up a table in use is one of a few things. */
  @Test
  void holdsNobodyUpButWhereThereIsNoOtherWay() {
    forEach(change -> {
      NewRelations created = new NewRelations();
      Schema schema = change.before();
      for (Operation operation : change.online()) {
        LiveSchema live = new LiveSchema(schema, created);
        if (holdsUp(operation, live, change.major()) && !hasNoOtherWay(operation, schema)) {
          throw new AssertionError(change.name() + "\n" + operation + text(change.plain())
              + "\nonline" + text(change.online()));
        }
        created.follow(operation);
        schema = operation.applyTo(schema);
      }
    });
  }

  /** No step that takes time comes between the change and the statistics. */
  @Test
  void gathersTheStatisticsOfEachColumnWithAnotherType() {
    forEach(change -> {
      NewRelations created = new NewRelations();
      Set<Member> lost = new HashSet<>();
      for (Operation operation : change.online()) {
        if (operation instanceof Analyze analyze) {
          lost.removeIf(each -> each.table().equals(analyze.table())
              && (analyze.columns().isEmpty() || analyze.columns().contains(each.name())));
        } else if (operation instanceof DropTable drop) {
          lost.removeIf(each -> each.table().equals(drop.table()));
        } else if (operation instanceof DropColumn drop) {
          lost.remove(new Member(drop.table(), drop.column()));
        } else if (!SHORT.contains(operation.execution()) && !lost.isEmpty()) {
          throw new AssertionError(
              change.name() + "\n" + operation + " without " + lost + text(change.online()));
        } else if (operation instanceof AlterColumnType alter && !created.contains(alter.table())) {
          lost.add(new Member(alter.table(), alter.column()));
        }
        lost = renamed(lost, operation);
        created.follow(operation);
      }
      assertEquals(Set.of(), lost, () -> change.name() + text(change.online()));
    });
  }

  private static Set<Member> renamed(Set<Member> members, Operation operation) {
    return members.stream()
        .map(each -> operation instanceof RenameColumn rename
                && each.equals(new Member(rename.table(), rename.column()))
            ? new Member(each.table(), rename.newName())
            : new Member(NewRelations.after(operation, each.table()), each.name()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether some table in use is locked while one is gone through. */
  private static boolean holdsUp(Operation operation, LiveSchema live, int major) {
    Impact impact = Impact.of(operation, live.schema(), major);
    return impact.work().keySet().stream().anyMatch(each -> isInUse(each, live))
        && impact.locks().entrySet().stream()
            .filter(lock -> lock.getValue().blocksWrites())
            .anyMatch(lock -> isInUse(lock.getKey(), live));
  }

  private static boolean isInUse(QualifiedName relation, LiveSchema live) {
    return live.isLive(owner(relation, live.schema()));
  }

  /** Of a partition its table. */
  private static QualifiedName owner(QualifiedName relation, Schema schema) {
    return schema.tables().values().stream()
        .filter(table -> table.partitions().stream()
            .anyMatch(each -> table.name().sibling(each.name()).equals(relation)))
        .map(Table::name)
        .findFirst()
        .orElse(relation);
  }

  private static boolean hasNoOtherWay(Operation operation, Schema schema) {
    if (operation instanceof AddColumn add) {
      Column column = add.column();
      return column.computedOption().isPresent() || isConstrained(column, schema);
    }
    if (operation instanceof AddConstraint add) {
      return add.constraint() instanceof Exclusion
          || isWithoutOverlaps(add.constraint())
          || (!(add.constraint() instanceof Check) && isPartitioned(add.table(), schema));
    }
    return operation instanceof AlterColumnType
        || operation instanceof SetLogged
        || operation instanceof SetUnlogged
        || operation instanceof SetTablespace
        || operation instanceof CreatePartition
        || operation instanceof AttachPartition;
  }

  private static boolean isWithoutOverlaps(Constraint constraint) {
    return (constraint instanceof Unique unique && unique.withoutOverlaps())
        || (constraint instanceof PrimaryKey key && key.withoutOverlaps());
  }

  /** A domain whose values PostgreSQL checks row by row. */
  private static boolean isConstrained(Column column, Schema schema) {
    return schema
        .objects(SqlObject.class)
        .anyMatch(object -> object.create().contains("DOMAIN")
            && object.create().contains(column.type().name()));
  }

  private static boolean isPartitioned(QualifiedName table, Schema schema) {
    return schema.table(table).partitioning() != null;
  }

  private static void forEach(Consumer<Change> law) {
    LongConsumer both = seed -> {
      int major = seed % 2 == 0 ? Postgres.OLDEST : Postgres.NEWEST;
      RandomSchemas.Edit edit = RandomSchemas.edit(seed, major);
      SchemaDiff diff = SchemaDiffer.diff(edit.from(), edit.to(), edit.hints());
      law.accept(new Change("seed " + seed + " up", diff.operations(), edit.from(), major));
      law.accept(new Change(
          "seed " + seed + " down",
          Operations.reverse(diff.operations(), edit.from()),
          diff.to(),
          major));
    };
    LongStream.range(0, PAIRS).parallel().forEach(both);
  }

  private static String text(List<Operation> operations) {
    return operations.stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n  ", "\n  ", "\n"));
  }
}
