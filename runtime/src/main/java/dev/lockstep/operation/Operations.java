package dev.lockstep.operation;

import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Readings of a whole list of operations. */
public final class Operations {
  private record NewColumn(QualifiedName table, String name) {}

  private Operations() {}

  /**
   * The schema after all operations, in order.
   *
   * @throws InvalidOperationException if one does not fit
   */
  public static Schema apply(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  /**
   * What leads from the schema after the operations back to {@code before}, in order.
   *
   * @throws InvalidOperationException if an operation does not fit
   */
  public static List<Operation> reverse(List<Operation> operations, Schema before) {
    List<Operation> reversed = new ArrayList<>();
    Set<QualifiedName> created = new HashSet<>();
    Set<NewColumn> added = new HashSet<>();
    Schema schema = before;
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create) {
        created.add(create.table().name());
      }
      if (operation instanceof CreateObject create && create.object() instanceof View view) {
        created.add(view.name());
      }
      if (operation instanceof AddColumn add) {
        added.add(new NewColumn(add.table(), add.column().name()));
      } else if (operation instanceof RenameColumn || operation instanceof RenameTable) {
        // Names may mean others from here on.
        added.clear();
      }
      if (!goesWithItsTable(operation, created) && !goesWithItsColumn(operation, added)) {
        reversed.addAll(0, operation.reverse(schema));
      }
      schema = operation.applyTo(schema);
    }
    return refine(reversed, before);
  }

  /**
   * What a table got after its CREATE TABLE goes with DROP TABLE; but a foreign key may be in the
   * way of one.
   */
  private static boolean goesWithItsTable(Operation operation, Set<QualifiedName> created) {
    return goesWithItsStorage(operation, created)
        || (operation instanceof CreateIndex index && created.contains(index.table()))
        || (operation instanceof CommentOnTable table && created.contains(table.table()))
        || (operation instanceof CommentOnColumn column && created.contains(column.table()))
        || (operation instanceof AddConstraint added
            && created.contains(added.table())
            && !(added.constraint() instanceof ForeignKey));
  }

  private static boolean goesWithItsStorage(Operation operation, Set<QualifiedName> created) {
    return (operation instanceof CreatePartition partition && created.contains(partition.table()))
        || (operation instanceof SetColumnStorage storage && created.contains(storage.table()))
        || (operation instanceof SetColumnStatistics statistics
            && created.contains(statistics.table()))
        || (operation instanceof SetColumnCompression compression
            && created.contains(compression.table()));
  }

  /** What a column got after its ADD COLUMN goes with DROP COLUMN. */
  private static boolean goesWithItsColumn(Operation operation, Set<NewColumn> added) {
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
        .map(operation -> operation instanceof Backfill backfill
                && to.find(backfill.table())
                    .filter(table -> table.columns().contains(backfill.column()))
                    .isPresent()
            ? Restoration.refined(backfill, to.table(backfill.table()))
            : operation)
        .toList();
  }
}
