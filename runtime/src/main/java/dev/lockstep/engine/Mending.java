package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.UnsupportedFeatureException;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says of each difference which statements mend it. */
final class Mending {
  private static final List<Class<? extends Operation>> LEADING = List.of(
      DropColumn.class,
      DropConstraint.class,
      DropDefault.class,
      DropExpression.class,
      DropIdentity.class,
      DropIndex.class,
      DropObject.class,
      DropSqlObject.class,
      FillNulls.class,
      RenameObject.class,
      SetSequenceOwner.class);

  private final MendGoal goal;
  private final PostgresDdl ddl;
  private final AsDeclared written;
  private final MendEffects effects;
  private final KnownNames known = new KnownNames();
  private final List<MendStep> steps = new ArrayList<>();

  /** The database with all that is not ours, which may be in the way. */
  private Schema all;

  private Schema ours;

  /**
   * Towards a goal.
   *
   * @param all the catalog, what is not ours too
   * @param declared what the goal is in the words of the migrations
   */
  Mending(MendGoal goal, Schema all, Schema declared, PostgresDdl ddl) {
    this.written = new AsDeclared(declared);
    this.goal = goal;
    this.ddl = ddl;
    this.effects = new MendEffects(goal);
    this.all = all;
    this.ours = goal.found();
  }

  /** The differences with their statements, in the same order. */
  List<Difference> mended() {
    known.add(all);
    for (SqlObject object : ours.objects(SqlObject.class).toList()) {
      all = all.withObject(object);
    }
    known.add(ours);
    known.add(goal.to());
    goal.first().forEach(this::add);
    SchemaDiffer.diff(goal.from(), goal.to(), goal.hints()).operations().forEach(this::add);
    goal.then()
        .forEach((difference, statements) -> statements.forEach(sql -> steps.add(
            new MendStep(MendText.of(sql), MendNames.of(sql), Set.of(difference), false))));
    return new MendOrder(goal, steps, known).mended();
  }

  private void add(Operation operation) {
    SchemaStep step = new SchemaStep(ours, operation.applyTo(ours));
    ours = step.after();
    if (!isNeedless(operation, step.before())) {
      steps.add(new MendStep(
          text(attached(operation), step.before()),
          MendNames.of(operation, step, ddl),
          effects.of(step),
          LEADING.stream().anyMatch(each -> each.isInstance(operation))));
    }
  }

  /** What an SQL object without a DROP of its own leaves behind goes with something else. */
  private static boolean isNeedless(Operation operation, Schema before) {
    return operation instanceof DropSqlObject drop
        && (drop.sql().isBlank()
            || before
                .find(ObjectKey.of(ObjectKind.SQL_OBJECT, drop.name()))
                .filter(object -> MendText.isGrant((SqlObject) object))
                .isPresent());
  }

  /** A partition that was detached by hand is still there. */
  private Operation attached(Operation operation) {
    if (operation instanceof CreatePartition create) {
      QualifiedName name = create.table().sibling(create.partition().name());
      if (all.find(name).isPresent()) {
        all = all.withoutTable(name);
        return new AttachPartition(create.table(), create.partition());
      }
    }
    return operation;
  }

  private String text(Operation operation, Schema before) {
    try {
      ddl.requireSupported(operation, before);
      String text = MendText.of(operation, before, ddl.sql(written.of(operation)));
      all = Operations.apply(List.of(operation), all);
      return text;
    } catch (UnsupportedFeatureException | InvalidOperationException e) {
      return MendText.impossible(String.valueOf(e.getMessage()));
    }
  }
}
