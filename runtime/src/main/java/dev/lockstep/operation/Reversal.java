package dev.lockstep.operation;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the way back of a list of operations: the reverse of each, the last first, without what
 * goes with another.
 */
final class Reversal {
  private record NewColumn(QualifiedName table, String name) {}

  private final Schema before;
  private final List<Operation> reversed = new ArrayList<>();
  private final Set<QualifiedName> created = new HashSet<>();
  private final Set<NewColumn> added = new HashSet<>();
  private Schema schema;

  Reversal(Schema before) {
    this.before = before;
    this.schema = before;
  }

  List<Operation> of(List<Operation> operations) {
    for (int i = 0; i < operations.size(); i++) {
      int values = values(operations.subList(i, operations.size()));
      if (values > 1) {
        reverseValues(operations.subList(i, i + values));
        i += values - 1;
      } else {
        reverse(operations.get(i));
      }
    }
    replaceAfterRenames();
    return refine(reversed, before);
  }

  /**
   * The old text of an SQL object says old names, which are back when the renames that follow are
   * done.
   */
  private void replaceAfterRenames() {
    for (int i = reversed.size() - 2; i >= 0; i--) {
      if (reversed.get(i) instanceof ReplaceSqlObject) {
        int end = i + 1;
        while (end < reversed.size() && isRename(reversed.get(end))) {
          end++;
        }
        reversed.add(end - 1, reversed.remove(i));
      }
    }
  }

  private static boolean isRename(Operation operation) {
    return operation instanceof RenameEnumValue
        || operation instanceof RenameColumn
        || operation instanceof RenameTable
        || operation instanceof SetTableSchema
        || operation instanceof RenameObject
        || operation instanceof SetObjectSchema
        || operation instanceof RenameSchema;
  }

  /** How many values of one enum type the operations begin to add. */
  private static int values(List<Operation> operations) {
    int number = 0;
    while (number < operations.size()
        && operations.get(number) instanceof AddEnumValue next
        && operations.get(0) instanceof AddEnumValue first
        && next.type().equals(first.type())) {
      number++;
    }
    return number;
  }

  /** The type is made anew once, not for each of its values. */
  private void reverseValues(List<Operation> additions) {
    Schema after = Operations.apply(additions, schema);
    EnumType type = Objects.enumType(schema, ((AddEnumValue) additions.get(0)).type());
    reversed.addAll(0, TypeSwap.to(type, after));
    schema = after;
  }

  private void reverse(Operation operation) {
    remember(operation);
    if (!goesWithItsTable(operation) && !goesWithItsColumn(operation)) {
      reversed.addAll(0, operation.reverse(schema));
    }
    schema = operation.applyTo(schema);
  }

  private void remember(Operation operation) {
    if (operation instanceof CreateTable create) {
      created.add(create.table().name());
    }
    if (operation instanceof CreateObject create && create.object() instanceof View view) {
      created.add(view.name());
    }
    if (operation instanceof CreateObject create && create.object() instanceof SqlObject) {
      // What a table gets from here on may use the object, which goes before the table does.
      created.clear();
    }
    if (operation instanceof AddColumn add) {
      added.add(new NewColumn(add.table(), add.column().name()));
    } else if (operation instanceof RenameColumn || operation instanceof RenameTable) {
      // Names may mean others from here on.
      added.clear();
    }
  }

  /**
   * What a table got after its CREATE TABLE goes with DROP TABLE; but a foreign key may be in the
   * way of one.
   */
  private boolean goesWithItsTable(Operation operation) {
    return goesWithItsStorage(operation)
        || (operation instanceof CreateIndex index && created.contains(index.table()))
        || (operation instanceof CommentOnTable table && created.contains(table.table()))
        || (operation instanceof CommentOnColumn column && created.contains(column.table()))
        || (operation instanceof AddConstraint added
            && created.contains(added.table())
            && !(added.constraint() instanceof ForeignKey));
  }

  private boolean goesWithItsStorage(Operation operation) {
    return (operation instanceof CreatePartition partition && created.contains(partition.table()))
        || (operation instanceof SetColumnStorage storage && created.contains(storage.table()))
        || (operation instanceof SetColumnStatistics statistics
            && created.contains(statistics.table()))
        || (operation instanceof SetColumnCompression compression
            && created.contains(compression.table()));
  }

  /** What a column got after its ADD COLUMN goes with DROP COLUMN. */
  private boolean goesWithItsColumn(Operation operation) {
    return (operation instanceof SetNotNull notNull
            && added.contains(new NewColumn(notNull.table(), notNull.column())))
        || (operation instanceof SetDefault value
            && added.contains(new NewColumn(value.table(), value.column())))
        || (operation instanceof CommentOnColumn comment
            && added.contains(new NewColumn(comment.table(), comment.column())));
  }

  /** Placeholders see the constraints that the end of the way back restores. */
  private static List<Operation> refine(List<Operation> reversed, Schema to) {
    return reversed.stream()
        .map(operation -> operation instanceof FillNulls fill
                && to.find(fill.table())
                    .filter(table -> table.columns().contains(fill.column()))
                    .isPresent()
            ? Restoration.refined(fill, to.table(fill.table()))
            : operation)
        .toList();
  }
}
