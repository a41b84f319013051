package dev.lockstep.engine;

import dev.lockstep.ConnectionWork;
import dev.lockstep.DataLoss;
import dev.lockstep.Direction;
import dev.lockstep.Irreversible;
import dev.lockstep.LockstepException;
import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.UnsupportedFeatureException;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.TransactionControl;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A migration that was asked what it does.
 *
 * @param upgrade its operations in order
 * @param downgrade its operations in order
 * @param code its class
 */
record PreparedMigration(
    Entry entry,
    List<Operation> upgrade,
    List<Operation> downgrade,
    Class<? extends Migration> code) {
  PreparedMigration {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  /**
   * Loads the class of the migration and records its operations.
   *
   * @throws LockstepException if its code throws
   */
  static PreparedMigration of(MigrationSet set, Entry entry) {
    try {
      Migration migration = set.migration(entry.id());
      return new PreparedMigration(
          entry,
          SchemaEditor.record(migration::upgrade),
          SchemaEditor.record(migration::downgrade),
          migration.getClass());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw MigrationFailures.notReadable(entry.id(), e);
    }
  }

  /**
   * What its downgrade does not bring back.
   *
   * @throws LockstepException if its annotations cannot be read
   */
  List<DataLoss> losses() {
    try {
      Irreversible[] marks =
          code.getMethod("downgrade", SchemaEditor.class).getAnnotationsByType(Irreversible.class);
      return Arrays.stream(marks)
          .map(mark -> new DataLoss(id(), mark.what(), mark.reason()))
          .toList();
    } catch (RuntimeException | LinkageError | NoSuchMethodException e) {
      throw MigrationFailures.notReadable(id(), e);
    }
  }

  String id() {
    return entry.id();
  }

  String checksum() {
    return Checksum.of(upgrade);
  }

  /** What the history has of it while its downgrade runs in parts. */
  String downgradeChecksum() {
    return Checksum.of(downgrade);
  }

  /** Whether one transaction cannot do it. */
  boolean runsInParts(Direction direction) {
    Execution before = Execution.TRANSACTION;
    boolean first = true;
    for (Operation operation : operations(direction)) {
      Execution execution = operation.execution();
      boolean apart = execution == Execution.OUTSIDE || execution == Execution.BATCHES;
      if (apart || (!first && !execution.joins(before))) {
        return true;
      }
      before = execution;
      first = false;
    }
    return false;
  }

  int upgradeSteps() {
    return upgrade.size();
  }

  /** The names of tables and views that its upgrade creates, or gives to one that is there. */
  List<QualifiedName> newTables() {
    List<QualifiedName> names = new ArrayList<>();
    for (Operation operation : upgrade) {
      newTable(operation).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<QualifiedName> newTable(Operation operation) {
    if (operation instanceof CreateTable create) {
      return Optional.of(create.table().name());
    }
    if (operation instanceof CreateObject create && create.object() instanceof View view) {
      return Optional.of(view.name());
    }
    return operation instanceof RenameTable rename
        ? Optional.of(rename.table().sibling(rename.newName()))
        : Optional.empty();
  }

  /** Whether a server's version may not suffice for an operation on what it meets. */
  private boolean needsSchema(Direction direction) {
    for (Operation operation : operations(direction)) {
      if (operation instanceof AddColumn add && add.column().identityOption().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fails if the server is too old for an operation on the tables that it meets.
   *
   * @param before the schema that the direction starts from; read only where it matters
   */
  void requireSupported(Direction direction, PostgresDdl ddl, Supplier<Schema> before) {
    if (!needsSchema(direction)) {
      return;
    }
    Schema schema = before.get();
    for (Operation operation : operations(direction)) {
      try {
        ddl.requireSupported(operation, schema);
      } catch (UnsupportedFeatureException e) {
        throw MigrationFailures.notRenderable(id(), e);
      }
      schema = ReplayedSchema.after(operation, schema);
    }
  }

  List<Operation> operations(Direction direction) {
    return direction == Direction.UPGRADE ? upgrade : downgrade;
  }

  /**
   * What is to be done in that direction, in order.
   *
   * @throws LockstepException if the server is too old for it, or a person wrote what ends the
   *     migration's transaction
   */
  List<Step> steps(Direction direction, PostgresDdl ddl) {
    return steps(operations(direction), ddl);
  }

  /** The same for operations that are done in its name. */
  List<Step> steps(List<Operation> operations, PostgresDdl ddl) {
    try {
      Set<Operation> completing = completing(operations);
      List<Step> steps = new ArrayList<>();
      for (Operation operation : operations) {
        steps.add(
            completing.contains(operation)
                ? completion((AttachIndex) operation, ddl)
                : step(operation, ddl));
      }
      return List.copyOf(steps);
    } catch (UnsupportedFeatureException | IllegalArgumentException e) {
      throw MigrationFailures.notRenderable(id(), e);
    }
  }

  /** What gives each index of a partitioned table its last part. */
  private static Set<Operation> completing(List<Operation> operations) {
    Map<QualifiedName, Operation> last = new HashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof AttachIndex attach) {
        last.put(attach.index(), attach);
      }
    }
    return Set.copyOf(last.values());
  }

  private static Step completion(AttachIndex attach, PostgresDdl ddl) {
    return new Step.OutsideStep(ddl.sql(attach), attach, new IndexCompletion(ddl, attach));
  }

  private Step step(Operation operation, PostgresDdl ddl) {
    if (operation instanceof Run run) {
      return new Step.JavaStep(run.name(), run, (ConnectionWork) run.action());
    }
    boolean written = isWritten(operation);
    String sql = ddl.sql(operation);
    if (written) {
      requireNoTransactionControl(sql);
    }
    if (operation instanceof CreateIndexConcurrently create) {
      return new Step.OutsideStep(sql, operation, new IndexBuild(ddl, create));
    }
    if (operation instanceof DropIndexConcurrently drop) {
      return new Step.OutsideStep(sql, operation, new IndexDrop(ddl, drop));
    }
    if (operation instanceof Backfill backfill) {
      return new Step.BatchStep(sql, backfill, ddl);
    }
    return new Step.SqlStep(sql, written, operation);
  }

  private void requireNoTransactionControl(String sql) {
    TransactionControl.in(sql).ifPresent(found -> {
      throw Failures.transactionControl(id(), found);
    });
  }

  /** Whether a person wrote the SQL. */
  private static boolean isWritten(Operation operation) {
    return operation instanceof Sql
        || operation instanceof DropSqlObject
        || operation instanceof ReplaceSqlObject
        || (operation instanceof CreateObject create && create.object() instanceof SqlObject);
  }
}
