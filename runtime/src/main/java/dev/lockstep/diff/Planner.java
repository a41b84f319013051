package dev.lockstep.diff;

import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the steps from one schema to another in an order that PostgreSQL accepts. {@link #plan} is
 * that order.
 */
final class Planner {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final Matching tables;
  private final ObjectMatching objects;
  private final EnumSteps enums;
  private final ReadValues values;
  private final List<Operation> operations = new ArrayList<>();
  private Schema schema;

  Planner(Schema from, Schema to, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.tables = new Matching(from, to, hints);
    this.hints = ReadValues.inNewNames(hints, to, tables);
    this.objects = new ObjectMatching(from, to, tables, hints);
    this.enums = new EnumSteps(to, objects, this.hints);
    this.values = new ReadValues(from, to, tables, this.hints);
    this.schema = from;
  }

  SchemaDiff diff() {
    List<Change> changes = new ArrayList<>(ObjectChanges.between(from, to, objects, hints));
    changes.addAll(plan());
    return new SchemaDiff(schema, changes, ValuesFirst.of(operations));
  }

  private List<Change> plan() {
    createSchemas();
    add(ObjectArrivals.extensions(from, to));
    add(Remade.of(from, to, tables, objects, enums.swapped()).stream()
        .map(Remade::drop)
        .toList());
    Departures departures = new Departures(from, to, tables);
    List<Operation> gone = departures.gone();
    List<DropColumn> columns = droppedColumns(gone);
    List<DropColumn> read = values.lastDrops(columns);
    List<DropColumn> needed =
        neededColumns(columns).stream().filter(each -> !read.contains(each)).toList();
    add(gone.stream()
        .filter(each -> !needed.contains(each) && !read.contains(each))
        .toList());
    // What else has to go is known when all has its new name, but goes before.
    Schema left = withoutTables(
        Operations.apply(List.copyOf(read), Operations.apply(List.copyOf(needed), schema)),
        departures.tables());
    Schema renamed = Operations.apply(renames(departures, Set.of(), left), left);
    Schema target = KeptNames.in(to, renamed, hints.derivedNames());
    ObjectArrivals arriving = new ObjectArrivals(target);
    List<Operation> first = beforeTables(renamed, target, arriving);
    Set<Member> defaults = enums.changedDefaults(
        from, renamed, target, tables, needed.isEmpty() ? List.of() : usedAndGone());
    Schema met = withoutDefaults(Operations.apply(first, renamed), defaults);
    Arrivals arrivals =
        new Arrivals(met, target, enums.withUsing(met), tables, arriving.late(), values);
    add(arrivals.drops());
    add(dropDefaults(defaults));
    add(first.stream().filter(DropSqlObject.class::isInstance).toList());
    List<QualifiedName> readTables = values.lastTables(departures.tables());
    List<QualifiedName> tablesGone = departures.tables().stream()
        .filter(table -> !readTables.contains(table))
        .toList();
    add(Removals.of(schema, needed, tablesGone, objects.removed()));
    add(renames(departures, columnsOf(arrivals.drops()), schema));
    add(first.stream().filter(each -> !(each instanceof DropSqlObject)).toList());
    add(arrivals.operations());
    add(Removals.of(schema, inNewNames(read), readTables, objects.removed()));
    add(Counters.restarted(renamed, target));
    add(arriving.owners(schema));
    add(arriving.departures(schema));
    add(arriving.afterTables(schema));
    add(ObjectArrivals.extensionsGone(from, to));
    dropSchemas();
    return Changes.between(from, renamed, target, tables);
  }

  /**
   * The columns that go after the SQL objects that tables use and that may need them: on the way
   * back PostgreSQL reads a function's body when it makes it.
   */
  private List<DropColumn> neededColumns(List<DropColumn> gone) {
    List<SqlObject> users = usedAndGone();
    if (users.isEmpty()) {
      return List.of();
    }
    Dependents dependents = Dependents.in(from);
    return gone.stream()
        .filter(drop -> dependents.onTable(drop.table()).stream().anyMatch(users::contains))
        .toList();
  }

  private static List<DropColumn> droppedColumns(List<Operation> drops) {
    return drops.stream()
        .filter(DropColumn.class::isInstance)
        .map(DropColumn.class::cast)
        .toList();
  }

  private List<DropColumn> inNewNames(List<DropColumn> drops) {
    return drops.stream()
        .map(drop -> new DropColumn(tables.newName(drop.table()), drop.column()))
        .toList();
  }

  /** The SQL objects that tables use and that go, for good or to be made anew. */
  private List<SqlObject> usedAndGone() {
    return TableWords.usedObjects(from).stream()
        .filter(object -> to.find(object.key())
            .map(SqlObject.class::cast)
            .filter(now -> now.equals(object) || now.replaces())
            .isEmpty())
        .toList();
  }

  /** The new names of all that stays. */
  private List<Operation> renames(Departures departures, Set<Member> without, Schema now) {
    List<Operation> operations = new ArrayList<>(departures.renames(without));
    operations.addAll(ObjectRenames.of(Operations.apply(operations, now), objects));
    operations.addAll(enums.renameValues());
    return operations;
  }

  /** What comes before tables change, and the old SQL objects whose successors come there. */
  private List<Operation> beforeTables(Schema renamed, Schema target, ObjectArrivals arriving) {
    List<Operation> operations = new ArrayList<>(enums.arrive());
    Schema now = Operations.apply(operations, renamed);
    operations.addAll(Counters.makeRoom(now, target));
    now = Operations.apply(operations, renamed);
    operations.addAll(Counters.continued(now, target));
    now = Operations.apply(operations, renamed);
    operations.addAll(arriving.makeRoom(now));
    now = Operations.apply(operations, renamed);
    operations.addAll(arriving.beforeTables(now));
    return operations;
  }

  /** The columns that are dropped, by recorded names. */
  private static Set<Member> columnsOf(List<Operation> drops) {
    Set<Member> columns = new HashSet<>();
    droppedColumns(drops).forEach(drop -> columns.add(new Member(drop.table(), drop.column())));
    return columns;
  }

  private static Schema withoutTables(Schema schema, List<QualifiedName> tables) {
    Schema without = schema;
    for (QualifiedName table : tables) {
      without = without.withoutTable(table);
    }
    return without;
  }

  private static Schema withoutDefaults(Schema schema, Set<Member> columns) {
    Schema without = schema;
    for (Member column : columns) {
      without = new DropDefault(column.table(), column.name()).applyTo(without);
    }
    return without;
  }

  private List<Operation> dropDefaults(Set<Member> columns) {
    return columns.stream()
        .map(column -> (Operation) new DropDefault(
            tables.oldName(column.table()),
            tables.columns(column.table()).getOrDefault(column.name(), column.name())))
        .toList();
  }

  private void add(List<Operation> more) {
    operations.addAll(more);
    schema = Operations.apply(more, schema);
  }

  private void createSchemas() {
    add(to.namespaces().stream()
        .filter(namespace -> !from.namespaces().contains(namespace))
        .map(namespace -> (Operation) new CreateSchema(namespace))
        .toList());
  }

  private void dropSchemas() {
    add(from.namespaces().stream()
        .filter(namespace -> !to.namespaces().contains(namespace))
        .map(namespace -> (Operation) new DropSchema(namespace))
        .toList());
  }
}
