package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes of a plan one that a busy database bears: the same change, in steps that do not hold up
 * reads and writes of tables that were there before. What has no such form stays as it is;
 * {@code Impact} tells what it holds up.
 */
public final class OnlineForm {
  private final NewRelations created = new NewRelations();
  private final LostStatistics statistics = new LostStatistics();
  private final List<Operation> online = new ArrayList<>();
  private Schema schema;

  /** Whether a view or SQL object is gone that comes again. */
  private boolean absent;

  /** How many steps come after the last one that comes. */
  private int afterReturn;

  private OnlineForm(Schema before) {
    this.schema = before;
  }

  /**
   * The steps, which lead to the same schema.
   *
   * @param plain the plan
   * @param before the schema that it meets
   */
  public static List<Operation> of(List<Operation> plain, Schema before) {
    return of(plain, before, table -> false);
  }

  /**
   * The same.
   *
   * @param rewritten which tables may be written anew while nobody can read or write them, by the
   *     names that they have when the plan does it
   */
  public static List<Operation> of(
      List<Operation> plain, Schema before, Predicate<QualifiedName> rewritten) {
    OnlineForm form = new OnlineForm(before);
    for (SwapPlan.Part part : SwapPlan.of(plain, before, rewritten)) {
      if (part.settled()) {
        form.add(part.operations());
      } else {
        form.takeAll(part.operations());
      }
    }
    form.online.addAll(form.statistics.rest(form.schema));
    return OneTableAtATime.of(form.online, before);
  }

  private void takeAll(List<Operation> plain) {
    for (SwapPlan.Part part : RewritesWithKeys.of(plain, new LiveSchema(schema, created))) {
      if (part.settled()) {
        add(part.operations());
      } else {
        takeRest(part.operations());
      }
    }
  }

  private void takeRest(List<Operation> plain) {
    List<Operation> rest =
        DropsWithSuccessors.of(ShortAbsences.of(DefaultsFirst.of(plain), schema), schema);
    boolean together = ShortAbsences.isAnyAbsent(rest);
    afterReturn = ShortAbsences.afterReturn(rest);
    KeysOfNewTables keys = new KeysOfNewTables();
    while (!rest.isEmpty()) {
      if (!together) {
        add(keys.before(rest.get(0), new LiveSchema(schema, created)));
      }
      if (!together && rest.get(0) instanceof CreateTable create) {
        add(List.of(keys.create(create, new LiveSchema(schema, created))));
        rest = rest.subList(1, rest.size());
      } else {
        rest = rest.subList(take(rest), rest.size());
      }
    }
    add(keys.rest());
  }

  /** Adds the form of what comes next; returns for how many steps of the plan it stands. */
  private int take(List<Operation> rest) {
    absent = (absent || ShortAbsences.goes(rest.get(0))) && rest.size() > afterReturn;
    LiveSchema live = new LiveSchema(schema, created);
    Replacement next = Replacement.of(rest, live)
        .orElseGet(() -> new Replacement(form(rest.get(0), rest, live), 1));
    add(next.operations());
    return next.length();
  }

  private void add(List<Operation> operations) {
    for (Operation operation : operations) {
      online.addAll(statistics.before(operation, schema));
      online.add(operation);
      statistics.follow(operation, new LiveSchema(schema, created));
      created.follow(operation);
      schema = operation.applyTo(schema);
    }
  }

  private List<Operation> form(Operation plain, List<Operation> rest, LiveSchema live) {
    if (plain instanceof CreateIndex create && live.isLive(create.table())) {
      return OnlineIndexes.create(create, live);
    }
    if (plain instanceof DropIndex drop) {
      return OnlineIndexes.drop(drop, live);
    }
    if (plain instanceof AddConstraint add && live.isLive(add.table())) {
      return OnlineConstraints.add(add, live);
    }
    if (plain instanceof AddConstraint add) {
      return KeysOfNewTables.add(add, live);
    }
    if (plain instanceof DropConstraint drop && live.isLive(drop.table())) {
      return OnlineConstraints.drop(drop, live, rest);
    }
    if (plain instanceof DropTable drop && live.isLive(drop.table())) {
      return OnlineConstraints.dropWith(drop, live, rest);
    }
    return columnForm(plain, live);
  }

  private List<Operation> columnForm(Operation plain, LiveSchema live) {
    if (plain instanceof AddColumn add && live.isLive(add.table())) {
      return OnlineColumns.add(add, live);
    }
    if (plain instanceof SetNotNull notNull && live.isLive(notNull.table())) {
      return OnlineColumns.setNotNull(notNull, live);
    }
    // What is needed before the view is there again is not cut into batches.
    if (plain instanceof FillNulls fill && !absent && live.isLive(fill.table())) {
      return List.of(new Backfill(fill.table(), fill.column(), fill.value()));
    }
    if (plain instanceof AlterColumnType alter && live.isLive(alter.table())) {
      return OnlineColumns.alterType(alter, live);
    }
    return List.of(plain);
  }
}
