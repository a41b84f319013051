package dev.lockstep.engine;

import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateIndexOnly;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What takes back the committed steps of a migration that was left half-way; a migration of its own
 * kind, which can be left half-way too.
 *
 * @param migration what was left
 * @param direction in which the undo goes: the other one
 * @param done how many steps of the migration are committed
 * @param operations in order; the first deals with what was at work when the migration was left, if
 *     that ran outside a transaction
 * @param losses what is not brought back, as far as the operations tell
 */
record Undo(
    PreparedMigration migration,
    Direction direction,
    int done,
    List<Operation> operations,
    List<DataLoss> losses) {
  Undo {
    operations = List.copyOf(operations);
    losses = List.copyOf(losses);
  }

  /**
   * Takes back so many steps; empty if nobody knows how, as of hand-written SQL.
   *
   * @param left the direction of those steps
   * @param met the schema that the migration met in that direction
   */
  static Optional<Undo> of(PreparedMigration migration, Direction left, int done, Schema met) {
    List<Operation> all = migration.operations(left);
    List<Operation> committed = all.subList(0, done);
    if (!isKnown(committed)) {
      return Optional.empty();
    }
    try {
      Schema now = Operations.apply(committed, met);
      List<Operation> operations = new ArrayList<>();
      if (done < all.size()) {
        operations.addAll(afterCut(all.get(done), now));
      }
      operations.addAll(OnlineForm.of(Operations.reverse(committed, met), now));
      operations.addAll(unattached(committed));
      return Optional.of(new Undo(
          migration, left.opposite(), done, operations, losses(migration.id(), committed, met)));
    } catch (InvalidOperationException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /** What deals with a step that was at work outside a transaction, and may be done or not. */
  private static List<Operation> afterCut(Operation cut, Schema now) {
    if (cut instanceof CreateIndexConcurrently create) {
      // Also of a partition: it has not become a part of the whole yet, and does not go with it.
      return List.of(new DropIndexConcurrently(indexOf(create)));
    }
    return cut instanceof DropIndexConcurrently
        ? OnlineForm.of(cut.reverse(now), cut.applyTo(now))
        : List.of();
  }

  private static QualifiedName indexOf(CreateIndexConcurrently create) {
    return create.table().sibling(create.index().name());
  }

  /** Whether no step is one that only its author could take back. */
  static boolean isKnown(List<Operation> committed) {
    return committed.stream().noneMatch(each -> each instanceof Sql || each instanceof Run);
  }

  /** Indexes of partitions that did not become a part of their table's, and do not go with it. */
  private static List<Operation> unattached(List<Operation> committed) {
    List<QualifiedName> parts = committed.stream()
        .filter(AttachIndex.class::isInstance)
        .map(AttachIndex.class::cast)
        .map(attach -> attach.index().sibling(attach.part()))
        .toList();
    boolean ofPartitions = committed.stream().anyMatch(CreateIndexOnly.class::isInstance);
    return committed.stream()
        .filter(each -> ofPartitions && each instanceof CreateIndexConcurrently)
        .map(CreateIndexConcurrently.class::cast)
        .map(Undo::indexOf)
        .filter(index -> !parts.contains(index))
        .<Operation>map(DropIndexConcurrently::new)
        .toList();
  }

  private static List<DataLoss> losses(String id, List<Operation> committed, Schema met) {
    return Operations.losses(committed, met).stream()
        .map(loss -> new DataLoss(id, loss.what(), loss.reason()))
        .toList();
  }

  /** What the history has of it while it runs. */
  String checksum() {
    return Checksum.of(operations);
  }

  List<Step> steps(PostgresDdl ddl) {
    List<Step> steps = new ArrayList<>(migration.steps(operations, ddl));
    List<Operation> all = migration.operations(direction.opposite());
    if (done < all.size() && all.get(done) instanceof CreateIndexConcurrently cut) {
      Step first = steps.get(0);
      steps.set(
          0,
          new Step.OutsideStep(
              first.text(), first.operation(), new IndexRest(new IndexBuild(ddl, cut))));
    }
    return steps;
  }

  /** Forgets how far a step in batches was that was at work when the migration was left. */
  void forgetCursor(FencedChange fenced, HistoryTable table) throws SQLException {
    List<Operation> all = migration.operations(direction.opposite());
    if (done < all.size() && all.get(done) instanceof Backfill) {
      fenced.make(() -> {
        fenced.session().execute(table.addCursor());
        fenced.session().execute(table.clearCursor(migration.id()));
      });
    }
  }
}
