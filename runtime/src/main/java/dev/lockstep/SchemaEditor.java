package dev.lockstep;

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
import dev.lockstep.operation.Operation;
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
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records the operations of a migration, one a call, in order; it touches no database. Names are
 * raw: never quote them. A name without {@link #in} means the target schema. One method for each
 * operation makes this file long.
 */
public final class SchemaEditor {
  private final String namespace;
  private final List<Operation> operations;

  private SchemaEditor(String namespace, List<Operation> operations) {
    this.namespace = namespace;
    this.operations = operations;
  }

  /**
   * What one method of a migration records, as in {@code SchemaEditor.record(migration::upgrade)}.
   */
  public static List<Operation> record(Consumer<SchemaEditor> migration) {
    List<Operation> operations = new ArrayList<>();
    migration.accept(new SchemaEditor("", operations));
    return List.copyOf(operations);
  }

  /** An editor of the same migration whose names mean that schema instead of the target schema. */
  public SchemaEditor in(String schemaName) {
    return new SchemaEditor(schemaName, operations);
  }

  public void createSchema(String name) {
    add(new CreateSchema(name));
  }

  public void dropSchema(String name) {
    add(new DropSchema(name));
  }

  public void renameSchema(String name, String newName) {
    add(new RenameSchema(name, newName));
  }

  /** CREATE TABLE of columns and constraints, in that order. */
  public void createTable(String table, TableElement... elements) {
    add(new CreateTable(Table.of(name(table))
        .withColumns(NamedList.of(only(Column.class, elements)))
        .withConstraints(NamedList.of(only(Constraint.class, elements)))));
  }

  public void dropTable(String table) {
    add(new DropTable(name(table)));
  }

  public void renameTable(String table, String newName) {
    add(new RenameTable(name(table), newName));
  }

  /** Moves the table into another schema; empty for the target schema. */
  public void setTableSchema(String table, String newSchema) {
    add(new SetTableSchema(name(table), newSchema));
  }

  /** An empty comment removes it. */
  public void commentOnTable(String table, String comment) {
    add(new CommentOnTable(name(table), comment));
  }

  public void addColumn(String table, Column column) {
    add(new AddColumn(name(table), column));
  }

  public void dropColumn(String table, String column) {
    add(new DropColumn(name(table), column));
  }

  public void renameColumn(String table, String column, String newName) {
    add(new RenameColumn(name(table), column, newName));
  }

  public void alterColumnType(String table, String column, SqlType type) {
    add(new AlterColumnType(name(table), column, type, "", null));
  }

  /** Old values become what the SQL expression {@code using} says. */
  public void alterColumnType(String table, String column, SqlType type, String using) {
    add(new AlterColumnType(name(table), column, type, "", SqlExpression.of(using)));
  }

  /** The type with a collation other than its own. */
  public void alterColumnCollation(String table, String column, SqlType type, String collation) {
    add(new AlterColumnType(name(table), column, type, collation, null));
  }

  /**
   * As {@link #alterColumnCollation(String, String, SqlType, String)}; old values become what
   * {@code using} says.
   */
  public void alterColumnCollation(
      String table, String column, SqlType type, String collation, String using) {
    add(new AlterColumnType(name(table), column, type, collation, SqlExpression.of(using)));
  }

  public void setNotNull(String table, String column) {
    add(new SetNotNull(name(table), column));
  }

  public void dropNotNull(String table, String column) {
    add(new DropNotNull(name(table), column));
  }

  /** The expression is SQL: a text literal needs its quotes. */
  public void setDefault(String table, String column, String expression) {
    add(new SetDefault(name(table), column, SqlExpression.of(expression)));
  }

  public void dropDefault(String table, String column) {
    add(new DropDefault(name(table), column));
  }

  public void addIdentity(String table, String column) {
    addIdentity(table, column, Identity.byDefault());
  }

  public void addIdentity(String table, String column, Identity identity) {
    add(new AddIdentity(name(table), column, identity));
  }

  public void alterIdentity(String table, String column, Identity identity) {
    add(new AlterIdentity(name(table), column, identity));
  }

  public void dropIdentity(String table, String column) {
    add(new DropIdentity(name(table), column));
  }

  /** The identity goes on after the highest value that the table holds. */
  public void restartIdentity(String table, String column) {
    add(new RestartIdentity(name(table), column));
  }

  /** An empty comment removes it. */
  public void commentOnColumn(String table, String column, String comment) {
    add(new CommentOnColumn(name(table), column, comment));
  }

  public void addConstraint(String table, Constraint constraint) {
    add(new AddConstraint(name(table), constraint));
  }

  public void dropConstraint(String table, String constraint) {
    add(new DropConstraint(name(table), constraint));
  }

  public void renameConstraint(String table, String constraint, String newName) {
    add(new RenameConstraint(name(table), constraint, newName));
  }

  public void createIndex(String table, Index index) {
    add(new CreateIndex(name(table), index));
  }

  public void dropIndex(String index) {
    add(new DropIndex(name(index)));
  }

  public void renameIndex(String index, String newName) {
    add(new RenameIndex(name(index), newName));
  }

  /**
   * Gives each row whose column is NULL the value of an SQL expression, which may name other
   * columns of the row.
   */
  public void backfill(String table, String column, String value) {
    add(new Backfill(name(table), column, SqlExpression.of(value)));
  }

  /** Hand-written SQL, sent as it is, in its place between the other steps. */
  public void sql(String sql) {
    add(new Sql(sql));
  }

  /** Hand-written Java, in its place between the other steps. */
  public void run(String name, ConnectionWork work) {
    add(new Run(name, work));
  }

  private QualifiedName name(String name) {
    return new QualifiedName(namespace, name);
  }

  private void add(Operation operation) {
    operations.add(operation);
  }

  private static <E extends TableElement> List<E> only(Class<E> kind, TableElement... elements) {
    return Arrays.stream(elements).filter(kind::isInstance).map(kind::cast).toList();
  }
}
