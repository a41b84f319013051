package dev.lockstep.diff;

import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns and tables that go, and between them the SQL objects that one table uses and that
 * need another: each after all that uses it.
 */
final class Removals {
  private final Dependents dependents;
  private final List<QualifiedName> tables;
  private final List<SqlObject> objects = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private Schema schema;

  private Removals(Schema schema, List<QualifiedName> tables) {
    this.schema = schema;
    this.dependents = Dependents.in(schema);
    this.tables = new ArrayList<>(tables);
  }

  /**
   * The steps.
   *
   * @param schema what they meet: what hangs on columns is gone
   * @param columns of tables that stay, which objects that go may need
   * @param tables recorded names, sorted
   * @param gone what has to go
   */
  static List<Operation> of(
      Schema schema,
      List<DropColumn> columns,
      List<QualifiedName> tables,
      List<SchemaObject> gone) {
    return new Removals(schema, tables).operations(columns, gone);
  }

  private List<Operation> operations(List<DropColumn> columns, List<SchemaObject> gone) {
    Stream.concat(columns.stream().map(DropColumn::table), tables.stream())
        .flatMap(table -> dependents.onTable(table).stream())
        .filter(object -> object instanceof SqlObject && gone.contains(object))
        .distinct()
        .forEach(object -> objects.add((SqlObject) object));
    List<SchemaObject> order = new ArrayList<>(dependents.order());
    Collections.reverse(order);
    objects.sort(Comparator.comparingInt(order::indexOf));
    objects.forEach(this::dropMembers);
    dropUnused();
    columns.forEach(this::add);
    while (!tables.isEmpty()) {
      dropUnused();
      QualifiedName next = tables.stream()
          .filter(table -> objects.stream().noneMatch(object -> dependents.names(object, table)))
          .findFirst()
          .orElse(tables.get(0));
      tables.remove(next);
      add(new DropTable(next));
    }
    dropUnused();
    return operations;
  }

  /** Of tables that the object needs and that use it too: one has to begin. */
  private void dropMembers(SqlObject object) {
    for (QualifiedName name : tables) {
      if (!dependents.names(object, name)) {
        continue;
      }
      Table table = schema.table(name);
      table.indexes().stream()
          .filter(index -> index.expressions().anyMatch(each -> LateObjects.isNamed(each, object)))
          .forEach(index -> add(new DropIndex(name.sibling(index.name()))));
      table.constraints().stream()
          .filter(constraint -> TableWords.expressions(constraint)
              .anyMatch(each -> LateObjects.isNamed(each, object)))
          .forEach(constraint -> add(new DropConstraint(name, constraint.name())));
    }
  }

  private void dropUnused() {
    for (SqlObject object : List.copyOf(objects)) {
      boolean used = TableWords.usedObjects(schema).contains(object)
          || objects.stream()
              .anyMatch(other ->
                  !other.equals(object) && dependents.on(List.of(object)).contains(other));
      if (!used) {
        objects.remove(object);
        add(Remade.drop(object));
      }
    }
  }

  private void add(Operation operation) {
    operations.add(operation);
    schema = operation.applyTo(schema);
  }
}
