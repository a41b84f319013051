package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The second half of a plan: what hangs on a changed thing goes; then, when tables and columns have
 * their new names, tables and columns come and change, then constraints, indexes, foreign keys and
 * comments, each after what it needs. Its first two methods list the order.
 */
final class Arrivals {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final Matching matching;
  private final LateObjects late;
  private final ReadValues values;
  private final Map<QualifiedName, TableDelta> deltas = new TreeMap<>();
  private final Map<QualifiedName, Set<String>> pendingKeys = new HashMap<>();
  private final Set<QualifiedName> created = new TreeSet<>();
  private final Set<Member> lateConstraints = new HashSet<>();
  private final Set<Member> lateIndexes = new HashSet<>();
  private final List<Operation> drops = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();

  /**
   * The plan.
   *
   * @param from what it meets, tables and columns under their new names
   * @param matching tells the recorded names
   * @param late SQL objects that come between the tables
   * @param values what the values of rows read
   */
  Arrivals(
      Schema from,
      Schema to,
      DiffHints hints,
      Matching matching,
      LateObjects late,
      ReadValues values) {
    this.from = from;
    this.to = to;
    this.hints = hints;
    this.matching = matching;
    this.late = late;
    this.values = values;
    for (Table table : to.tables().values()) {
      from.find(table.name())
          .filter(old -> !old.equals(table))
          .ifPresent(old -> deltas.put(table.name(), new TableDelta(old, table)));
    }
  }

  /**
   * What goes, for good or to be made anew, under recorded names. It goes before anything is
   * renamed and comes back, on the way back, after all has its old name again: what its SQL says,
   * of the values of an enum type for example, need not be understood.
   */
  List<Operation> drops() {
    from.tables().values().forEach(this::dropForeignKeys);
    deltas.values().forEach(this::dropConstraints);
    deltas.values().forEach(this::dropIndexes);
    deltas.values().forEach(this::dropRebuiltColumns);
    return drops;
  }

  /** All the rest, after {@link #drops}. */
  List<Operation> operations() {
    deltas.values().forEach(this::renameMembers);
    deltas.values().forEach(delta -> operations.addAll(TableSteps.partitions(delta)));
    List<Table> tables = new ArrayList<>(TableOrder.of(addedTables()));
    createTables(tables, false);
    create(late.takeUsedByColumns(deltas.values().stream().map(delta -> delta.to)));
    values.order(List.copyOf(deltas.values())).forEach(this::changeColumns);
    createTables(tables, true);
    created.forEach(this::addLateMembers);
    deltas.values().forEach(this::addConstraints);
    deltas.values().forEach(this::createIndexes);
    to.tables().values().forEach(this::addForeignKeys);
    deltas.values().forEach(delta -> operations.addAll(TableSteps.storage(delta)));
    deltas.values().forEach(this::comment);
    return operations;
  }

  private List<Table> addedTables() {
    return to.tables().values().stream()
        .filter(table -> from.find(table.name()).isEmpty())
        .toList();
  }

  private void dropForeignKeys(Table table) {
    if (!deltas.containsKey(table.name())
        && table.foreignKeys().noneMatch(key -> isBroken(table.name(), key))) {
      return;
    }
    Table after = to.table(table.name());
    ListDiff<Constraint> diff =
        ListDiff.of(table.constraints(), after.constraints(), Constraint::sameBut);
    for (ForeignKey key : table.foreignKeys().toList()) {
      boolean stays = diff.removed().stream().noneMatch(key::equals)
          && diff.changed().stream().noneMatch(pair -> pair.from().equals(key));
      if (!stays) {
        drops.add(new DropConstraint(matching.oldName(table.name()), key.name()));
      } else if (isBroken(table.name(), key)) {
        drops.add(new DropConstraint(matching.oldName(table.name()), key.name()));
        pendingKeys.computeIfAbsent(table.name(), name -> new HashSet<>()).add(newName(diff, key));
      }
      if (diff.changed().stream().anyMatch(pair -> pair.from().equals(key))) {
        pendingKeys.computeIfAbsent(table.name(), name -> new HashSet<>()).add(key.name());
      }
    }
    diff.added()
        .forEach(added ->
            pendingKeys.computeIfAbsent(table.name(), name -> new HashSet<>()).add(added.name()));
  }

  private static String newName(ListDiff<Constraint> diff, Constraint constraint) {
    return diff.renamed().stream()
        .filter(pair -> pair.from().equals(constraint))
        .map(pair -> pair.to().name())
        .findFirst()
        .orElse(constraint.name());
  }

  private boolean isBroken(QualifiedName table, ForeignKey key) {
    TableDelta source = deltas.get(table);
    TableDelta target = deltas.get(key.target());
    return (source != null && source.breaksForeignKeysOn(key.columns()))
        || (target != null
            && (target.breaksForeignKeysOn(key.targetColumns())
                || target.dropsKeyOf(key.targetColumns())));
  }

  private void dropConstraints(TableDelta delta) {
    for (Constraint constraint : delta.from.constraints()) {
      if (!(constraint instanceof ForeignKey) && delta.drops(constraint)) {
        drops.add(new DropConstraint(matching.oldName(delta.to.name()), constraint.name()));
      }
    }
  }

  private void dropIndexes(TableDelta delta) {
    delta.from.indexes().stream()
        .filter(delta::drops)
        .forEach(index ->
            drops.add(new DropIndex(matching.oldName(delta.to.name()).sibling(index.name()))));
  }

  private void dropRebuiltColumns(TableDelta delta) {
    delta.to.columns().stream()
        .filter(column -> delta.rebuilt.contains(column.name()))
        .sorted(Comparator.comparing(
            column -> delta.from.columns().get(column.name()).computedOption().isEmpty()))
        .forEach(column -> drops.add(new DropColumn(
            matching.oldName(delta.to.name()),
            matching.columns(delta.to.name()).getOrDefault(column.name(), column.name()))));
  }

  private void renameMembers(TableDelta delta) {
    Map<String, String> constraints = new TreeMap<>();
    Set<String> present = new HashSet<>(delta.from.constraints().names());
    delta.constraints.renamed().stream()
        .filter(pair -> !isDropped(delta, pair.from()))
        .forEach(pair -> constraints.put(pair.from().name(), pair.to().name()));
    RenameOrder.of(constraints, present)
        .forEach(
            step -> operations.add(new RenameConstraint(delta.to.name(), step.from(), step.to())));
    Map<String, String> indexes = new TreeMap<>();
    delta.indexes.renamed().stream()
        .filter(pair -> !delta.drops(pair.from()))
        .forEach(pair -> indexes.put(pair.from().name(), pair.to().name()));
    RenameOrder.of(indexes, delta.from.indexes().names())
        .forEach(step ->
            operations.add(new RenameIndex(delta.to.name().sibling(step.from()), step.to())));
  }

  private boolean isDropped(TableDelta delta, Constraint constraint) {
    return constraint instanceof ForeignKey key
        ? isBroken(delta.to.name(), key)
        : delta.drops(constraint);
  }

  /**
   * Creates the tables, and the SQL objects between them.
   *
   * @param pending the tables; those are left in it that need objects which wait for columns
   * @param withColumns whether the columns of the other tables are there
   */
  private void createTables(List<Table> pending, boolean withColumns) {
    while (!pending.isEmpty()) {
      create(late.takeReady(pending, withColumns));
      Table next = first(pending, table -> !late.areUsed(table))
          .or(() -> first(pending, table -> !late.areUsedByColumns(table)))
          .orElse(null);
      if (next == null && !withColumns && late.waitForColumns()) {
        return;
      }
      if (next == null) {
        create(List.of(late.takeFirst()));
      } else {
        pending.remove(next);
        createTable(next);
      }
    }
    create(late.takeReady(pending, withColumns));
  }

  private static Optional<Table> first(List<Table> tables, Predicate<Table> condition) {
    return tables.stream().filter(condition).findFirst();
  }

  private void create(List<SqlObject> objects) {
    objects.forEach(object -> operations.add(new CreateObject(object)));
  }

  /** What uses an SQL object that comes after the table. */
  private boolean isLate(Constraint constraint) {
    return TableWords.expressions(constraint).anyMatch(late::areNamed);
  }

  private boolean isLate(Index index) {
    return index.expressions().anyMatch(late::areNamed);
  }

  private void addLateMembers(QualifiedName table) {
    to.table(table).constraints().stream()
        .filter(constraint -> lateConstraints.contains(new Member(table, constraint.name())))
        .forEach(constraint -> operations.add(new AddConstraint(table, constraint)));
    to.table(table).indexes().stream()
        .filter(index -> lateIndexes.contains(new Member(table, index.name())))
        .forEach(index -> operations.add(new CreateIndex(table, index)));
  }

  private void createTable(Table whole) {
    Table table = whole
        .withConstraints(whole.constraints().filter(each -> !isLate(each)))
        .withIndexes(whole.indexes().filter(each -> !isLate(each)));
    whole.constraints().stream()
        .filter(this::isLate)
        .forEach(each -> lateConstraints.add(new Member(whole.name(), each.name())));
    whole.indexes().stream()
        .filter(this::isLate)
        .forEach(each -> lateIndexes.add(new Member(whole.name(), each.name())));
    List<Constraint> repeated = table.repeatedKeys();
    NamedList<Constraint> inline = table
        .constraints()
        .filter(constraint -> constraint instanceof ForeignKey key
            ? isReady(table, key)
            : repeated.stream().noneMatch(constraint::equals));
    table
        .foreignKeys()
        .filter(key -> !inline.contains(key.name()))
        .forEach(key ->
            pendingKeys.computeIfAbsent(table.name(), name -> new HashSet<>()).add(key.name()));
    operations.add(new CreateTable(table.bare().withConstraints(inline)));
    created.add(table.name());
    table
        .partitions()
        .forEach(partition -> operations.add(new CreatePartition(table.name(), partition)));
    repeated.forEach(each -> operations.add(new AddConstraint(table.name(), each)));
    table
        .columns()
        .forEach(column ->
            operations.addAll(TableSteps.options(table.name(), column, ColumnOptions.NONE)));
    table.indexes().forEach(index -> operations.add(new CreateIndex(table.name(), index)));
    comment(new TableDelta(table.withComment("").withColumns(table.bare().columns()), table));
  }

  /**
   * Whether a key of that table can stand in its CREATE TABLE: what it references is there, as it
   * will stay.
   */
  private boolean isReady(Table table, ForeignKey key) {
    if (key.target().equals(table.name()) || created.contains(key.target())) {
      return hasKey(to.table(key.target()), key, Set.of());
    }
    TableDelta delta = deltas.get(key.target());
    return from.find(key.target()).isPresent()
        && (delta == null
            || (hasKey(delta.from, key, delta.rebuilt)
                && !delta.breaksForeignKeysOn(key.targetColumns())
                && !delta.dropsKeyOf(key.targetColumns())));
  }

  /** Unique indexes of a new table come after it, so only constraints count. */
  private static boolean hasKey(Table table, ForeignKey key, Set<String> rebuilt) {
    Set<String> wanted = Set.copyOf(key.targetColumns());
    return table.columns().names().containsAll(wanted)
        && wanted.stream().noneMatch(rebuilt::contains)
        && table.constraints().stream()
            .anyMatch(each -> TableDelta.columnsOf(each).equals(wanted));
  }

  private void changeColumns(TableDelta delta) {
    List<String> changing = delta.to.columns().stream()
        .sorted(Comparator.comparingInt(column -> order(delta, column)))
        .map(Column::name)
        .toList();
    QualifiedName table = delta.to.name();
    for (String name : values.order(table, changing)) {
      Column column = delta.to.columns().get(name);
      operations.addAll(
          isAdded(delta, column)
              ? ColumnSteps.add(table, column, hints)
              : ColumnSteps.alter(table, delta.from.columns().get(name), column, hints, from));
    }
  }

  private static int order(TableDelta delta, Column column) {
    return !isAdded(delta, column) ? 1 : column.computedOption().isEmpty() ? 0 : 2;
  }

  private static boolean isAdded(TableDelta delta, Column column) {
    return !delta.from.columns().contains(column.name()) || delta.rebuilt.contains(column.name());
  }

  private void addConstraints(TableDelta delta) {
    Set<String> there = new HashSet<>();
    delta.from.constraints().stream()
        .filter(constraint -> !delta.drops(constraint))
        .forEach(constraint -> there.add(newName(delta.constraints, constraint)));
    delta.to.constraints().stream()
        .filter(
            constraint -> !(constraint instanceof ForeignKey) && !there.contains(constraint.name()))
        .sorted(Comparator.comparing(Arrivals::rank).thenComparing(Constraint::name))
        .forEach(constraint -> operations.add(new AddConstraint(delta.to.name(), constraint)));
  }

  private static int rank(Constraint constraint) {
    return constraint instanceof PrimaryKey ? 0 : constraint instanceof Check ? 2 : 1;
  }

  private void createIndexes(TableDelta delta) {
    Set<String> there = new HashSet<>();
    delta.from.indexes().stream()
        .filter(index -> !delta.drops(index))
        .forEach(index -> there.add(newName(delta, index)));
    delta.to.indexes().stream()
        .filter(index -> !there.contains(index.name()))
        .sorted(Comparator.comparing(Index::name))
        .forEach(index -> operations.add(new CreateIndex(delta.to.name(), index)));
    delta.indexes.changed().stream()
        .filter(pair -> !delta.drops(pair.from()))
        .forEach(
            pair -> operations.addAll(ParameterSteps.of(delta.to.name(), pair.from(), pair.to())));
  }

  private static String newName(TableDelta delta, Index index) {
    return delta.indexes.renamed().stream()
        .filter(pair -> pair.from().equals(index))
        .map(pair -> pair.to().name())
        .findFirst()
        .orElse(index.name());
  }

  private void addForeignKeys(Table table) {
    Set<String> pending = pendingKeys.getOrDefault(table.name(), Set.of());
    table
        .foreignKeys()
        .filter(key -> pending.contains(key.name()))
        .sorted(Comparator.comparing(ForeignKey::name))
        .forEach(key -> operations.add(new AddConstraint(table.name(), key)));
  }

  private void comment(TableDelta delta) {
    QualifiedName table = delta.to.name();
    if (!delta.from.comment().equals(delta.to.comment())) {
      operations.add(new CommentOnTable(table, delta.to.comment()));
    }
    for (Column column : delta.to.columns()) {
      boolean fresh =
          !delta.from.columns().contains(column.name()) || delta.rebuilt.contains(column.name());
      String old = fresh ? "" : delta.from.columns().get(column.name()).comment();
      if (!old.equals(column.comment())) {
        operations.add(new CommentOnColumn(table, column.name(), column.comment()));
      }
    }
  }
}
