package dev.lockstep.processor.generate;

import static dev.lockstep.processor.generate.ElementWords.text;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AlterIdentity;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.OperationVisitor;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.RestartIdentity;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.Sql;
import dev.lockstep.processor.generate.Expression.Call;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** The call of {@code SchemaEditor} that records an operation; one method for each kind. */
final class OperationWords implements OperationVisitor<Call> {
  private final ElementWords elements;

  OperationWords(ElementWords elements) {
    this.elements = elements;
  }

  private static Call call(String method, Expression... arguments) {
    return Call.of("schema." + method, arguments);
  }

  /** The call on the editor of the table's schema, with the table's name as its first argument. */
  private static Call on(QualifiedName table, String method, Expression... arguments) {
    List<Expression> all = new ArrayList<>(List.of(arguments));
    all.add(0, text(table.name()));
    String editor =
        table.schema().isEmpty() ? "schema." : "schema.in(" + JavaLiteral.of(table.schema()) + ").";
    return Call.of(editor + method, all.toArray(Expression[]::new));
  }

  @Override
  public Call visit(CreateSchema operation) {
    return call("createSchema", text(operation.schema()));
  }

  @Override
  public Call visit(DropSchema operation) {
    return call("dropSchema", text(operation.schema()));
  }

  @Override
  public Call visit(RenameSchema operation) {
    return call("renameSchema", text(operation.schema()), text(operation.newName()));
  }

  @Override
  public Call visit(CreateTable operation) {
    List<Expression> parts = new ArrayList<>();
    operation.table().columns().forEach(column -> parts.add(elements.column(column)));
    operation.table().constraints().forEach(each -> parts.add(elements.constraint(each)));
    Call call = on(operation.table().name(), "createTable", parts.toArray(Expression[]::new));
    return new Call(call.name(), call.arguments(), List.of(), !parts.isEmpty());
  }

  @Override
  public Call visit(DropTable operation) {
    return on(operation.table(), "dropTable");
  }

  @Override
  public Call visit(RenameTable operation) {
    return on(operation.table(), "renameTable", text(operation.newName()));
  }

  @Override
  public Call visit(SetTableSchema operation) {
    return on(operation.table(), "setTableSchema", text(operation.newSchema()));
  }

  @Override
  public Call visit(CommentOnTable operation) {
    return on(operation.table(), "commentOnTable", text(operation.comment()));
  }

  @Override
  public Call visit(AddColumn operation) {
    return on(operation.table(), "addColumn", elements.column(operation.column()));
  }

  @Override
  public Call visit(DropColumn operation) {
    return on(operation.table(), "dropColumn", text(operation.column()));
  }

  @Override
  public Call visit(RenameColumn operation) {
    return on(
        operation.table(), "renameColumn", text(operation.column()), text(operation.newName()));
  }

  @Override
  public Call visit(AlterColumnType operation) {
    List<Expression> arguments =
        new ArrayList<>(List.of(text(operation.column()), elements.types().type(operation.type())));
    if (!operation.collation().isEmpty()) {
      arguments.add(text(operation.collation()));
    }
    if (operation.using() != null) {
      arguments.add(text(operation.using()));
    }
    String method = operation.collation().isEmpty() ? "alterColumnType" : "alterColumnCollation";
    return on(operation.table(), method, arguments.toArray(Expression[]::new));
  }

  @Override
  public Call visit(SetNotNull operation) {
    return on(operation.table(), "setNotNull", text(operation.column()));
  }

  @Override
  public Call visit(DropNotNull operation) {
    return on(operation.table(), "dropNotNull", text(operation.column()));
  }

  @Override
  public Call visit(SetDefault operation) {
    return on(
        operation.table(), "setDefault", text(operation.column()), text(operation.expression()));
  }

  @Override
  public Call visit(DropDefault operation) {
    return on(operation.table(), "dropDefault", text(operation.column()));
  }

  @Override
  public Call visit(AddIdentity operation) {
    return operation.identity().equals(Identity.byDefault())
        ? on(operation.table(), "addIdentity", text(operation.column()))
        : identity(operation.table(), "addIdentity", operation.column(), operation.identity());
  }

  @Override
  public Call visit(AlterIdentity operation) {
    return identity(operation.table(), "alterIdentity", operation.column(), operation.identity());
  }

  private Call identity(QualifiedName table, String method, String column, Identity identity) {
    return on(table, method, text(column), elements.identity(identity));
  }

  @Override
  public Call visit(DropIdentity operation) {
    return on(operation.table(), "dropIdentity", text(operation.column()));
  }

  @Override
  public Call visit(RestartIdentity operation) {
    return on(operation.table(), "restartIdentity", text(operation.column()));
  }

  @Override
  public Call visit(CommentOnColumn operation) {
    return on(
        operation.table(), "commentOnColumn", text(operation.column()), text(operation.comment()));
  }

  @Override
  public Call visit(AddConstraint operation) {
    return on(operation.table(), "addConstraint", elements.constraint(operation.constraint()));
  }

  @Override
  public Call visit(DropConstraint operation) {
    return on(operation.table(), "dropConstraint", text(operation.name()));
  }

  @Override
  public Call visit(RenameConstraint operation) {
    return on(
        operation.table(), "renameConstraint", text(operation.name()), text(operation.newName()));
  }

  @Override
  public Call visit(CreateIndex operation) {
    return on(operation.table(), "createIndex", elements.index(operation.index()));
  }

  @Override
  public Call visit(DropIndex operation) {
    return on(operation.index(), "dropIndex");
  }

  @Override
  public Call visit(RenameIndex operation) {
    return on(operation.index(), "renameIndex", text(operation.newName()));
  }

  @Override
  public Call visit(Backfill operation) {
    return on(operation.table(), "backfill", text(operation.column()), text(operation.value()));
  }

  @Override
  public Call visit(Sql operation) {
    return call("sql", text(operation.sql()));
  }

  @Override
  public Call visit(Run operation) {
    throw new IllegalArgumentException(
        "step \"" + operation.name() + "\" is hand-written Java, which has no generated form");
  }
}
