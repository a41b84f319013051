package dev.lockstep.diff;

import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The new SQL objects that tables use and that need tables themselves: each comes between those
 * that it needs and those that use it.
 */
final class LateObjects {
  private final Dependents dependents;
  private final List<SqlObject> pending = new ArrayList<>();
  private final Set<QualifiedName> growing = new TreeSet<>();

  private LateObjects(Dependents dependents) {
    this.dependents = dependents;
  }

  /**
   * The objects, each after those that it needs.
   *
   * @param before the schema that the objects meet, where all that stays has its new name
   */
  static LateObjects of(Schema before, Schema to) {
    LateObjects late = new LateObjects(Dependents.in(to));
    List<SqlObject> candidates = TableWords.usedObjects(to).stream()
        .filter(object -> before.find(object.key()).isEmpty())
        .toList();
    if (!candidates.isEmpty()) {
      late.find(before, to, new HashSet<>(candidates));
    }
    return late;
  }

  private void find(Schema before, Schema to, Set<SqlObject> candidates) {
    Set<SchemaObject> found = new HashSet<>();
    for (Table table : to.tables().values()) {
      Table old = before.find(table.name()).orElse(null);
      if (old == null) {
        found.addAll(dependents.onTable(table.name()));
        continue;
      }
      Set<String> added = new HashSet<>(table.columns().names());
      added.removeAll(old.columns().names());
      if (!added.isEmpty()) {
        // Which columns a function's body names is not known.
        growing.add(table.name());
        found.addAll(dependents.onTable(table.name()));
      }
    }
    dependents.order().stream()
        .filter(object -> found.contains(object) && candidates.contains(object))
        .forEach(object -> pending.add((SqlObject) object));
  }

  boolean contains(SchemaObject object) {
    return pending.contains(object);
  }

  /**
   * Takes out the objects that need nothing any more.
   *
   * @param tables that are still to come
   */
  List<SqlObject> takeReady(List<Table> tables, boolean withColumns) {
    List<SqlObject> ready = new ArrayList<>();
    for (SqlObject object : List.copyOf(pending)) {
      boolean waits = tables.stream().anyMatch(table -> dependents.names(object, table.name()))
          || (!withColumns && waitsForColumns(object))
          || pending.stream()
              .takeWhile(each -> !each.equals(object))
              .anyMatch(each -> dependents.on(List.of(each)).contains(object));
      if (!waits) {
        ready.add(object);
        pending.remove(object);
      }
    }
    return ready;
  }

  private boolean waitsForColumns(SqlObject object) {
    return growing.stream().anyMatch(table -> dependents.names(object, table));
  }

  /** Whether one waits for columns of tables that are there. */
  boolean waitForColumns() {
    return pending.stream().anyMatch(this::waitsForColumns);
  }

  /** Takes out the objects that columns of the tables use, whatever they need. */
  List<SqlObject> takeUsedByColumns(Stream<Table> tables) {
    List<Table> users = tables.toList();
    List<SqlObject> used = pending.stream()
        .filter(object -> users.stream().anyMatch(table -> isUsedByColumns(table, object)))
        .toList();
    pending.removeAll(used);
    return used;
  }

  /** Takes out the first: in a circle, one has to begin. */
  SqlObject takeFirst() {
    return pending.remove(0);
  }

  /** Whether columns or the partition key of the table use one that is still to come. */
  boolean areUsedByColumns(Table table) {
    return pending.stream().anyMatch(object -> isUsedByColumns(table, object));
  }

  /** Whether anything of the table uses one that is still to come. */
  boolean areUsed(Table table) {
    return areUsedByColumns(table) || TableWords.expressions(table).anyMatch(this::areNamed);
  }

  /** Whether the expression uses one that is still to come. */
  boolean areNamed(SqlExpression expression) {
    return pending.stream().anyMatch(object -> isNamed(expression, object));
  }

  private static boolean isUsedByColumns(Table table, SqlObject object) {
    Table bare = table.withConstraints(NamedList.empty()).withIndexes(NamedList.empty());
    return Dependents.created(object)
            .filter(made -> table.columns().stream()
                .anyMatch(column -> column.type().name().equals(made.name())
                    || column.collation().equals(made.name())))
            .isPresent()
        || TableWords.expressions(bare).anyMatch(expression -> isNamed(expression, object));
  }

  static boolean isNamed(SqlExpression expression, SqlObject object) {
    return Dependents.created(object)
        .filter(made -> expression.names(made.name()))
        .isPresent();
  }
}
