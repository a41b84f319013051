package dev.lockstep.engine;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.Optional;

/**
 * Operations with the expressions as a person wrote them: what the server prints of one need not
 * print the same once more, {@code b::text = ANY (...)} for example.
 */
final class AsDeclared {
  private final Schema declared;

  AsDeclared(Schema declared) {
    this.declared = declared;
  }

  Operation of(Operation operation) {
    if (operation instanceof CreateTable create) {
      return new CreateTable(written(create.table()));
    }
    if (operation instanceof AddColumn add) {
      return new AddColumn(add.table(), written(add.table(), add.column()));
    }
    if (operation instanceof SetDefault set) {
      return column(set.table(), set.column())
          .flatMap(Column::defaultExpression)
          .<Operation>map(value -> new SetDefault(set.table(), set.column(), value))
          .orElse(set);
    }
    if (operation instanceof AddConstraint add) {
      return declared
          .find(add.table())
          .flatMap(table -> table.constraints().find(add.constraint().name()))
          .<Operation>map(each -> new AddConstraint(add.table(), each))
          .orElse(add);
    }
    return operation instanceof CreateIndex create ? written(create) : operation;
  }

  private Operation written(CreateIndex create) {
    String name = create.index().name();
    return declared
        .find(create.table())
        .flatMap(table -> table.indexes().find(name))
        .or(() ->
            declared.findView(create.table()).flatMap(view -> view.indexes().find(name)))
        .<Operation>map(index -> new CreateIndex(create.table(), index))
        .orElse(create);
  }

  private Table written(Table table) {
    Table wanted = declared.find(table.name()).orElse(table);
    return table
        .withColumns(table.columns().map(column -> written(table.name(), column)))
        .withConstraints(table
            .constraints()
            .map(each -> wanted.constraints().find(each.name()).orElse(each)));
  }

  private Column written(QualifiedName table, Column column) {
    return column(table, column.name())
        .map(each -> column.withValue(each.value()))
        .orElse(column);
  }

  private Optional<Column> column(QualifiedName table, String column) {
    return declared.find(table).flatMap(each -> each.columns().find(column));
  }
}
