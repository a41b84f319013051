package dev.lockstep;

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
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Relation;
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
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
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
    List<Operation> operations = new Recording();
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

  /** CREATE TABLE of columns and constraints, in that order; how it is stored and partitioned. */
  public void createTable(String table, TableElement... elements) {
    Table created = Table.of(name(table))
        .withColumns(NamedList.of(only(Column.class, elements)))
        .withConstraints(NamedList.of(only(Constraint.class, elements)));
    for (Partitioning partitioning : only(Partitioning.class, elements)) {
      created = created.withPartitioning(partitioning);
    }
    for (TableOptions options : only(TableOptions.class, elements)) {
      created = created.withOptions(options);
    }
    add(new CreateTable(created));
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

  /**
   * Adds a check or a foreign key that the rows that are there need not obey until
   * {@link #validateConstraint}; takes no time.
   */
  public void addConstraintNotValid(String table, Constraint constraint) {
    add(new AddConstraintNotValid(name(table), constraint));
  }

  /**
   * Proves that all rows obey a constraint; in a transaction of its own, reads and writes go on.
   */
  public void validateConstraint(String table, String constraint) {
    add(new ValidateConstraint(name(table), constraint));
  }

  /** Makes a unique index that is there a primary key or a unique constraint; takes no time. */
  public void addConstraintUsingIndex(String table, Constraint constraint, String index) {
    add(new AddConstraintUsingIndex(name(table), constraint, index));
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

  /** As {@link #createIndex}, outside any transaction; reads and writes go on meanwhile. */
  public void createIndexConcurrently(String table, Index index) {
    add(new CreateIndexConcurrently(name(table), index));
  }

  /** As {@link #dropIndex}, outside any transaction; reads and writes go on meanwhile. */
  public void dropIndexConcurrently(String index) {
    add(new DropIndexConcurrently(name(index)));
  }

  /**
   * The index of a partitioned table without those of its partitions, which are built by
   * {@link #createIndexConcurrently} and brought to it by {@link #attachIndex}.
   */
  public void createIndexOnly(String table, Index index) {
    add(new CreateIndexOnly(name(table), index));
  }

  /** Makes the index of a partition a part of that of its table; takes no time. */
  public void attachIndex(String index, String part) {
    add(new AttachIndex(name(index), part));
  }

  public void renameIndex(String index, String newName) {
    add(new RenameIndex(name(index), newName));
  }

  /** Puts an extension into the database, unless it is there. */
  public void createExtension(String name) {
    add(new CreateObject(Extension.of(name)));
  }

  /** Removes an extension that nothing needs any more. */
  public void dropExtension(String name) {
    add(new DropObject(ObjectKey.of(ObjectKind.EXTENSION, name)));
  }

  /** An enum type with those values, in the order in which they sort. */
  public void createEnum(String name, String... values) {
    add(new CreateObject(EnumType.of(name(name), List.of(values))));
  }

  public void dropEnum(String name) {
    add(new DropObject(key(ObjectKind.ENUM, name)));
  }

  public void renameEnum(String name, String newName) {
    add(new RenameObject(key(ObjectKind.ENUM, name), newName));
  }

  /** Moves the type into another schema; empty for the target schema. */
  public void setEnumSchema(String name, String newSchema) {
    add(new SetObjectSchema(key(ObjectKind.ENUM, name), newSchema));
  }

  /** An empty comment removes it. */
  public void commentOnEnum(String name, String comment) {
    add(new CommentOnObject(key(ObjectKind.ENUM, name), comment));
  }

  /**
   * Adds a value at the end. It cannot be used before the migration is committed (PostgreSQL
   * manual, ALTER TYPE).
   */
  public void addEnumValue(String type, String value) {
    add(new AddEnumValue(name(type), value, ""));
  }

  /** As {@link #addEnumValue}, before the value {@code next}. */
  public void addEnumValueBefore(String type, String value, String next) {
    add(new AddEnumValue(name(type), value, next));
  }

  /** Rows keep the value under its new name. */
  public void renameEnumValue(String type, String value, String newValue) {
    add(new RenameEnumValue(name(type), value, newValue));
  }

  public void createSequence(Sequence sequence) {
    add(new CreateObject(sequence.withName(name(sequence.name().name()))));
  }

  /** Gives a sequence that type and exactly those options; its counter stays. */
  public void alterSequence(Sequence sequence) {
    add(new AlterSequence(sequence.withName(name(sequence.name().name()))));
  }

  public void dropSequence(String name) {
    add(new DropObject(key(ObjectKind.SEQUENCE, name)));
  }

  public void renameSequence(String name, String newName) {
    add(new RenameObject(key(ObjectKind.SEQUENCE, name), newName));
  }

  /** Moves the sequence into another schema; empty for the target schema. */
  public void setSequenceSchema(String name, String newSchema) {
    add(new SetObjectSchema(key(ObjectKind.SEQUENCE, name), newSchema));
  }

  /** An empty comment removes it. */
  public void commentOnSequence(String name, String comment) {
    add(new CommentOnObject(key(ObjectKind.SEQUENCE, name), comment));
  }

  /** The sequence is dropped with that column from now on. */
  public void setSequenceOwner(String sequence, String table, String column) {
    add(new SetSequenceOwner(name(sequence), new Sequence.Owner(name(table), column)));
  }

  /** As {@link #setSequenceOwner(String, String, String)}, for a table in another schema. */
  public void setSequenceOwner(String sequence, String tableSchema, String table, String column) {
    QualifiedName owner = new QualifiedName(tableSchema, table);
    add(new SetSequenceOwner(name(sequence), new Sequence.Owner(owner, column)));
  }

  /** The sequence is dropped with no column from now on. */
  public void dropSequenceOwner(String sequence) {
    add(new SetSequenceOwner(name(sequence), null));
  }

  /** The sequence goes on after the highest value that the column holds. */
  public void restartSequence(String sequence, String table, String column) {
    add(new RestartSequence(name(sequence), name(table), column));
  }

  /** As {@link #restartSequence(String, String, String)}, for a table in another schema. */
  public void restartSequence(String sequence, String tableSchema, String table, String column) {
    add(new RestartSequence(name(sequence), new QualifiedName(tableSchema, table), column));
  }

  /** The sequence goes on where the identity of the column stands. */
  public void continueSequence(String sequence, String table, String column) {
    add(new ContinueSequence(name(sequence), name(table), column));
  }

  /** As {@link #continueSequence(String, String, String)}, for a table in another schema. */
  public void continueSequence(String sequence, String tableSchema, String table, String column) {
    add(new ContinueSequence(name(sequence), new QualifiedName(tableSchema, table), column));
  }

  /** The identity of the column goes on where the sequence stands. */
  public void continueIdentity(String table, String column, String sequence) {
    add(new ContinueIdentity(name(table), column, name(sequence)));
  }

  /** As {@link #continueIdentity(String, String, String)}, for a sequence in another schema. */
  public void continueIdentity(
      String table, String column, String sequenceSchema, String sequence) {
    add(new ContinueIdentity(name(table), column, new QualifiedName(sequenceSchema, sequence)));
  }

  /** CREATE VIEW of one query. */
  public void createView(String name, String query) {
    add(new CreateObject(View.of(name(name), query)));
  }

  /** CREATE MATERIALIZED VIEW of one query, filled. */
  public void createMaterializedView(String name, String query) {
    add(new CreateObject(View.materialized(name(name), query)));
  }

  /** A view with options, plain or materialized. */
  public void createView(View view) {
    add(new CreateObject(view.withName(name(view.name().name()))));
  }

  public void dropView(String name) {
    add(new DropObject(key(ObjectKind.VIEW, name)));
  }

  public void dropMaterializedView(String name) {
    add(new DropObject(key(ObjectKind.MATERIALIZED_VIEW, name)));
  }

  public void renameView(String name, String newName) {
    add(new RenameObject(key(ObjectKind.VIEW, name), newName));
  }

  public void renameMaterializedView(String name, String newName) {
    add(new RenameObject(key(ObjectKind.MATERIALIZED_VIEW, name), newName));
  }

  /** Moves the view into another schema; empty for the target schema. */
  public void setViewSchema(String name, String newSchema) {
    add(new SetObjectSchema(key(ObjectKind.VIEW, name), newSchema));
  }

  /** Moves the view into another schema; empty for the target schema. */
  public void setMaterializedViewSchema(String name, String newSchema) {
    add(new SetObjectSchema(key(ObjectKind.MATERIALIZED_VIEW, name), newSchema));
  }

  /** An empty comment removes it. */
  public void commentOnView(String name, String comment) {
    add(new CommentOnObject(key(ObjectKind.VIEW, name), comment));
  }

  /** An empty comment removes it. */
  public void commentOnMaterializedView(String name, String comment) {
    add(new CommentOnObject(key(ObjectKind.MATERIALIZED_VIEW, name), comment));
  }

  /**
   * Makes a thing that has no method of its own: a function, a trigger, a policy, a grant.
   *
   * @param name what it is called here; PostgreSQL never sees it
   * @param create SQL that makes it
   * @param drop SQL that removes it
   * @param needs names of what must exist before it
   */
  public void createObject(String name, String create, String drop, String... needs) {
    add(new CreateObject(object(name, create, drop, needs)));
  }

  /** Removes what {@link #createObject} made. */
  public void dropObject(String name, String drop) {
    add(new DropSqlObject(name, drop));
  }

  /** As {@link #createObject}, in the place of the one of that name: CREATE OR REPLACE. */
  public void replaceObject(String name, String create, String drop, String... needs) {
    add(new ReplaceSqlObject(object(name, create, drop, needs)));
  }

  private static SqlObject object(String name, String create, String drop, String... needs) {
    return new SqlObject(QualifiedName.of(name), create, drop, new TreeSet<>(List.of(needs)));
  }

  /** Storage parameters of a table, each a name and its value. */
  public void setTableParameters(String table, String parameter, String value, String... more) {
    setParameters(Relation.Kind.TABLE, table, parameter, value, more);
  }

  public void resetTableParameters(String table, String... parameters) {
    resetParameters(Relation.Kind.TABLE, table, parameters);
  }

  /** Storage parameters of an index, each a name and its value. */
  public void setIndexParameters(String index, String parameter, String value, String... more) {
    setParameters(Relation.Kind.INDEX, index, parameter, value, more);
  }

  public void resetIndexParameters(String index, String... parameters) {
    resetParameters(Relation.Kind.INDEX, index, parameters);
  }

  /** Options of a view, each a name and its value. */
  public void setViewParameters(String view, String parameter, String value, String... more) {
    setParameters(Relation.Kind.VIEW, view, parameter, value, more);
  }

  public void resetViewParameters(String view, String... parameters) {
    resetParameters(Relation.Kind.VIEW, view, parameters);
  }

  /** Storage parameters of a materialized view, each a name and its value. */
  public void setMaterializedViewParameters(
      String view, String parameter, String value, String... more) {
    setParameters(Relation.Kind.MATERIALIZED_VIEW, view, parameter, value, more);
  }

  public void resetMaterializedViewParameters(String view, String... parameters) {
    resetParameters(Relation.Kind.MATERIALIZED_VIEW, view, parameters);
  }

  private void setParameters(
      Relation.Kind kind, String relation, String parameter, String value, String... more) {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put(parameter, value);
    for (int i = 0; i + 1 < more.length; i += 2) {
      parameters.put(more[i], more[i + 1]);
    }
    if (more.length % 2 != 0) {
      throw new IllegalArgumentException(
          "parameter \"" + more[more.length - 1] + "\" has no value");
    }
    add(new SetParameters(new Relation(kind, name(relation)), parameters));
  }

  private void resetParameters(Relation.Kind kind, String relation, String... parameters) {
    add(new ResetParameters(new Relation(kind, name(relation)), List.of(parameters)));
  }

  public void setLogged(String table) {
    add(new SetLogged(name(table)));
  }

  /** The table is empty after a crash from now on. */
  public void setUnlogged(String table) {
    add(new SetUnlogged(name(table)));
  }

  /** An empty tablespace is the database's own. */
  public void setTablespace(String table, String tablespace) {
    add(new SetTablespace(name(table), tablespace));
  }

  /** How finely ANALYZE samples the column, 0 to 10,000. */
  public void setColumnStatistics(String table, String column, int statistics) {
    add(new SetColumnStatistics(name(table), column, statistics));
  }

  public void resetColumnStatistics(String table, String column) {
    add(new SetColumnStatistics(name(table), column, null));
  }

  /**
   * {@code plain}, {@code main}, {@code external} or {@code extended}; empty for the type's own.
   */
  public void setColumnStorage(String table, String column, SqlType type, String storage) {
    add(new SetColumnStorage(name(table), column, type, storage));
  }

  /** {@code pglz} or {@code lz4}; empty for the server's default. */
  public void setColumnCompression(String table, String column, String compression) {
    add(new SetColumnCompression(name(table), column, compression));
  }

  /** A stored generated column becomes a plain one and keeps its values. */
  public void dropExpression(String table, String column) {
    add(new DropExpression(name(table), column));
  }

  /** A partition for {@code FROM (...) TO (...)}, {@code IN (...)}, or {@code DEFAULT}. */
  public void createPartition(String table, String partition, String values) {
    add(new CreatePartition(name(table), Partition.of(partition, values)));
  }

  /** Drops a partition with its rows. */
  public void dropPartition(String table, String partition) {
    add(new DropPartition(name(table), partition));
  }

  public void renamePartition(String table, String partition, String newName) {
    add(new RenamePartition(name(table), partition, newName));
  }

  /**
   * Moves a partition after its table, which it does not follow by itself.
   *
   * @param newSchema raw name; empty for the target schema
   */
  public void setPartitionSchema(String partition, String newSchema) {
    add(new SetPartitionSchema(name(partition), newSchema));
  }

  /** Makes a table a partition. */
  public void attachPartition(String table, String partition, String values) {
    add(new AttachPartition(name(table), Partition.of(partition, values)));
  }

  /** Makes a partition a table that migrations do not know. */
  public void detachPartition(String table, String partition) {
    add(new DetachPartition(name(table), partition));
  }

  /**
   * Locks the table against reads and writes. It begins a transaction, which the steps after it
   * share; more locks right after it are of that transaction too.
   */
  public void lockTable(String table) {
    add(new LockTable(name(table), LockTable.Mode.ALL));
  }

  /** Locks the table against writes; otherwise as {@link #lockTable}. */
  public void lockWrites(String table) {
    add(new LockTable(name(table), LockTable.Mode.WRITES));
  }

  /**
   * Gives each row whose column is NULL the value of an SQL expression, which may name other
   * columns of the row: all rows at once, in the migration's transaction.
   */
  public void fillNulls(String table, String column, String value) {
    add(new FillNulls(name(table), column, SqlExpression.of(value)));
  }

  /**
   * As {@link #fillNulls}, for a table that is in use: in batches, each in a transaction of its
   * own.
   */
  public void backfill(String table, String column, String value) {
    add(new Backfill(name(table), column, SqlExpression.of(value)));
  }

  /**
   * Statistics for the planner, of these columns, or of the whole table and the expressions of its
   * indexes; in a transaction of its own, reads and writes go on.
   */
  public void analyze(String table, String... columns) {
    add(new Analyze(name(table), List.of(columns)));
  }

  /**
   * Notes, for {@link #restoreExtras} in the same transaction, what the database has on a column
   * and no migration made: privileges, options, extended statistics, comments of its indexes. Fails
   * if no other column can have it.
   *
   * @param successor the name that the column in its place will have
   * @param known names of the indexes, constraints and sequences of the column that other steps see
   *     to
   */
  public void keepExtras(String table, String column, String successor, String... known) {
    add(new KeepExtras(name(table), column, successor, List.of(known)));
  }

  /** Gives the column what {@link #keepExtras} noted; locks its table against reads and writes. */
  public void restoreExtras(String table, String column) {
    add(new RestoreExtras(name(table), column));
  }

  /**
   * Hand-written SQL, sent as it is, in its place between the other steps. It counts as doing
   * nothing to the schema unless {@link SqlStep#meaning} says what it does.
   */
  public SqlStep sql(String sql) {
    return new SqlStep(this, operations, sql);
  }

  /** Hand-written Java, in its place between the other steps. */
  public void run(String name, ConnectionWork work) {
    add(new Run(name, work));
  }

  /** What is recorded with names that mean what they mean here. */
  List<Operation> recordInPlace(Consumer<SchemaEditor> effect) {
    List<Operation> recorded = new ArrayList<>();
    effect.accept(new SchemaEditor(namespace, recorded));
    return recorded;
  }

  private QualifiedName name(String name) {
    return new QualifiedName(namespace, name);
  }

  private ObjectKey key(ObjectKind kind, String name) {
    return new ObjectKey(kind, name(name));
  }

  void add(Operation operation) {
    operations.add(operation);
  }

  private static <E extends TableElement> List<E> only(Class<E> kind, TableElement... elements) {
    return Arrays.stream(elements).filter(kind::isInstance).map(kind::cast).toList();
  }
}
