package dev.lockstep.processor.generate;

import static dev.lockstep.processor.generate.ElementWords.text;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AddConstraintUsingIndex;
import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AlterIdentity;
import dev.lockstep.operation.AlterSequence;
import dev.lockstep.operation.Analyze;
import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnObject;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateIndexOnly;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DetachPartition;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.KeepExtras;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.OperationVisitor;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameConstraint;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenamePartition;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.ResetParameters;
import dev.lockstep.operation.RestartIdentity;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.operation.RestoreExtras;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.SetColumnCompression;
import dev.lockstep.operation.SetColumnStatistics;
import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetParameters;
import dev.lockstep.operation.SetPartitionSchema;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.operation.Sql;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.processor.generate.Expression.Call;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence.Owner;
import java.util.ArrayList;
import java.util.List;

/** The call of {@code SchemaEditor} that records an operation; one method for each kind. */
final class OperationWords implements OperationVisitor<Call> {
  private final ElementWords elements;
  private final ObjectWords objects;

  OperationWords(ElementWords elements) {
    this.elements = elements;
    this.objects = new ObjectWords(elements);
  }

  static Call call(String method, Expression... arguments) {
    return Call.of("schema." + method, arguments);
  }

  /** The call on the editor of the table's schema, with the table's name as its first argument. */
  static Call on(QualifiedName table, String method, Expression... arguments) {
    List<Expression> all = new ArrayList<>(List.of(arguments));
    all.add(0, text(table.name()));
    return onSchema(table, method, all.toArray(Expression[]::new));
  }

  /** The call on the editor of the thing's schema, without its name as an argument. */
  static Call onSchema(QualifiedName thing, String method, Expression... arguments) {
    String editor =
        thing.schema().isEmpty() ? "schema." : "schema.in(" + JavaLiteral.of(thing.schema()) + ").";
    return Call.of(editor + method, arguments);
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
    parts.addAll(elements.clauses(operation.table()));
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
  public Call visit(AddConstraintNotValid operation) {
    return on(
        operation.table(), "addConstraintNotValid", elements.constraint(operation.constraint()));
  }

  @Override
  public Call visit(ValidateConstraint operation) {
    return on(operation.table(), "validateConstraint", text(operation.name()));
  }

  @Override
  public Call visit(AddConstraintUsingIndex operation) {
    return on(
        operation.table(),
        "addConstraintUsingIndex",
        elements.constraint(operation.constraint()),
        text(operation.index()));
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
  public Call visit(CreateIndexConcurrently operation) {
    return on(operation.table(), "createIndexConcurrently", elements.index(operation.index()));
  }

  @Override
  public Call visit(CreateIndexOnly operation) {
    return on(operation.table(), "createIndexOnly", elements.index(operation.index()));
  }

  @Override
  public Call visit(AttachIndex operation) {
    return on(operation.index(), "attachIndex", text(operation.part()));
  }

  @Override
  public Call visit(DropIndexConcurrently operation) {
    return on(operation.index(), "dropIndexConcurrently");
  }

  @Override
  public Call visit(RenameIndex operation) {
    return on(operation.index(), "renameIndex", text(operation.newName()));
  }

  @Override
  public Call visit(CreateObject operation) {
    return objects.create(operation.object());
  }

  @Override
  public Call visit(DropObject operation) {
    String name = operation.object().name().name();
    return operation.object().kind() == ObjectKind.EXTENSION
        ? call("dropExtension", text(name))
        : on(
            operation.object().name(),
            "drop" + ObjectWords.noun(operation.object().kind()));
  }

  @Override
  public Call visit(DropSqlObject operation) {
    return call("dropObject", text(operation.name()), text(operation.sql()));
  }

  @Override
  public Call visit(ReplaceSqlObject operation) {
    return objects.sqlObject("replaceObject", operation.object());
  }

  @Override
  public Call visit(RenameObject operation) {
    String noun = ObjectWords.noun(operation.object().kind());
    return on(operation.object().name(), "rename" + noun, text(operation.newName()));
  }

  @Override
  public Call visit(SetObjectSchema operation) {
    String noun = ObjectWords.noun(operation.object().kind());
    return on(operation.object().name(), "set" + noun + "Schema", text(operation.newSchema()));
  }

  @Override
  public Call visit(CommentOnObject operation) {
    String noun = ObjectWords.noun(operation.object().kind());
    return on(operation.object().name(), "commentOn" + noun, text(operation.comment()));
  }

  @Override
  public Call visit(AddEnumValue operation) {
    return operation.next().isEmpty()
        ? on(operation.type(), "addEnumValue", text(operation.value()))
        : on(
            operation.type(),
            "addEnumValueBefore",
            text(operation.value()),
            text(operation.next()));
  }

  @Override
  public Call visit(RenameEnumValue operation) {
    return on(
        operation.type(), "renameEnumValue", text(operation.value()), text(operation.newValue()));
  }

  @Override
  public Call visit(AlterSequence operation) {
    return objects.sequence("alterSequence", operation.sequence());
  }

  @Override
  public Call visit(SetSequenceOwner operation) {
    Owner owner = operation.owner();
    return owner == null
        ? on(operation.sequence(), "dropSequenceOwner")
        : counter("setSequenceOwner", operation.sequence(), owner.table(), owner.column());
  }

  @Override
  public Call visit(RestartSequence operation) {
    return counter("restartSequence", operation.sequence(), operation.table(), operation.column());
  }

  @Override
  public Call visit(ContinueSequence operation) {
    return counter("continueSequence", operation.sequence(), operation.table(), operation.column());
  }

  /** A sequence and a column, which is nearly always in the same schema. */
  private static Call counter(
      String method, QualifiedName sequence, QualifiedName table, String column) {
    return sequence.schema().equals(table.schema())
        ? on(sequence, method, text(table.name()), text(column))
        : on(sequence, method, text(table.schema()), text(table.name()), text(column));
  }

  @Override
  public Call visit(ContinueIdentity operation) {
    QualifiedName sequence = operation.sequence();
    Expression column = text(operation.column());
    return sequence.schema().equals(operation.table().schema())
        ? on(operation.table(), "continueIdentity", column, text(sequence.name()))
        : on(
            operation.table(),
            "continueIdentity",
            column,
            text(sequence.schema()),
            text(sequence.name()));
  }

  @Override
  public Call visit(SetParameters operation) {
    List<Expression> pairs = new ArrayList<>();
    operation.parameters().forEach((name, value) -> {
      pairs.add(text(name));
      pairs.add(text(value));
    });
    return on(
        operation.relation().name(),
        "set" + ObjectWords.noun(operation.relation().kind()) + "Parameters",
        pairs.toArray(Expression[]::new));
  }

  @Override
  public Call visit(ResetParameters operation) {
    return on(
        operation.relation().name(),
        "reset" + ObjectWords.noun(operation.relation().kind()) + "Parameters",
        operation.names().stream().map(ElementWords::text).toArray(Expression[]::new));
  }

  @Override
  public Call visit(SetLogged operation) {
    return on(operation.table(), "setLogged");
  }

  @Override
  public Call visit(SetUnlogged operation) {
    return on(operation.table(), "setUnlogged");
  }

  @Override
  public Call visit(SetTablespace operation) {
    return on(operation.table(), "setTablespace", text(operation.tablespace()));
  }

  @Override
  public Call visit(SetColumnStatistics operation) {
    Expression column = text(operation.column());
    return operation.statistics() == null
        ? on(operation.table(), "resetColumnStatistics", column)
        : on(
            operation.table(),
            "setColumnStatistics",
            column,
            new Expression.Word(operation.statistics().toString()));
  }

  @Override
  public Call visit(SetColumnStorage operation) {
    return on(
        operation.table(),
        "setColumnStorage",
        text(operation.column()),
        elements.types().type(operation.type()),
        text(operation.storage()));
  }

  @Override
  public Call visit(SetColumnCompression operation) {
    return on(
        operation.table(),
        "setColumnCompression",
        text(operation.column()),
        text(operation.compression()));
  }

  @Override
  public Call visit(DropExpression operation) {
    return on(operation.table(), "dropExpression", text(operation.column()));
  }

  @Override
  public Call visit(CreatePartition operation) {
    return partition("createPartition", operation.table(), operation.partition());
  }

  @Override
  public Call visit(DropPartition operation) {
    return on(operation.table(), "dropPartition", text(operation.name()));
  }

  @Override
  public Call visit(AttachPartition operation) {
    return partition("attachPartition", operation.table(), operation.partition());
  }

  @Override
  public Call visit(DetachPartition operation) {
    return on(operation.table(), "detachPartition", text(operation.name()));
  }

  @Override
  public Call visit(RenamePartition operation) {
    return on(
        operation.table(), "renamePartition", text(operation.name()), text(operation.newName()));
  }

  @Override
  public Call visit(SetPartitionSchema operation) {
    return on(operation.partition(), "setPartitionSchema", text(operation.newSchema()));
  }

  private static Call partition(String method, QualifiedName table, Partition partition) {
    return on(table, method, text(partition.name()), text(partition.values()));
  }

  @Override
  public Call visit(LockTable operation) {
    return on(
        operation.table(), operation.mode() == LockTable.Mode.ALL ? "lockTable" : "lockWrites");
  }

  @Override
  public Call visit(FillNulls operation) {
    return on(operation.table(), "fillNulls", text(operation.column()), text(operation.value()));
  }

  @Override
  public Call visit(Backfill operation) {
    return on(operation.table(), "backfill", text(operation.column()), text(operation.value()));
  }

  @Override
  public Call visit(Analyze operation) {
    return on(
        operation.table(),
        "analyze",
        operation.columns().stream().map(ElementWords::text).toArray(Expression[]::new));
  }

  @Override
  public Call visit(KeepExtras operation) {
    List<Expression> names = new ArrayList<>();
    names.add(text(operation.column()));
    names.add(text(operation.successor()));
    operation.known().forEach(each -> names.add(text(each)));
    return on(operation.table(), "keepExtras", names.toArray(Expression[]::new));
  }

  @Override
  public Call visit(RestoreExtras operation) {
    return on(operation.table(), "restoreExtras", text(operation.column()));
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
