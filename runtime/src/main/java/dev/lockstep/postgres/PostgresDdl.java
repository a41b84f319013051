package dev.lockstep.postgres;

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
import dev.lockstep.operation.OperationVisitor;
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
import dev.lockstep.operation.Sql;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of each operation: one statement, without a semicolon, every name quoted and qualified.
 * One method for each operation makes this file long.
 *
 * <pre>
 * ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200)
 * </pre>
 */
public final class PostgresDdl implements OperationVisitor<String> {
  private final DdlTarget target;

  /**
   * For one server.
   *
   * @param targetSchema raw name of the schema that an empty schema in a {@link QualifiedName}
   *     means
   * @param serverMajor its major version, 14 or later
   */
  public PostgresDdl(String targetSchema, int serverMajor) {
    this.target = new DdlTarget(targetSchema, serverMajor);
  }

  /**
   * For no server in particular, so that the same operations give the same text wherever they are
   * applied: names in the target schema stand without a schema, and no version lacks anything. For
   * comparing and for checksums; not for running.
   */
  public static PostgresDdl portable() {
    return new PostgresDdl("", Integer.MAX_VALUE);
  }

  /** The same for another target schema. */
  public PostgresDdl inSchema(String otherSchema) {
    return new PostgresDdl(otherSchema, target.major());
  }

  /** A name as SQL, quoted and qualified. */
  public String name(QualifiedName name) {
    return target.name(name);
  }

  /** A raw name as an SQL identifier. */
  public static String quote(String rawName) {
    return Quotes.name(rawName);
  }

  /** A text as an SQL literal that is safe whatever {@code standard_conforming_strings} says. */
  public static String literal(String text) {
    return Quotes.text(text);
  }

  /**
   * The SQL of the operation; of {@link Run}, which has none, a comment with its name.
   *
   * @throws IllegalArgumentException if a name is empty or holds a NUL character
   * @throws UnsupportedFeatureException if the server is too old for it
   */
  public String sql(Operation operation) {
    return operation.accept(this);
  }

  /**
   * Fails if the server cannot do the operation on what it meets, which its SQL does not show.
   *
   * @throws UnsupportedFeatureException if the server is too old for it
   */
  public void requireSupported(Operation operation, Schema before) {
    if (operation instanceof AddColumn add
        && add.column().identityOption().isPresent()
        && before
            .find(add.table())
            .filter(table -> table.partitioning() != null)
            .isPresent()) {
      // Before 17: "cannot recursively add identity column to table that has child tables".
      target.require(
          "identity column \"" + add.column().name() + "\" added to partitioned table \""
              + add.table() + "\"",
          17);
    }
  }

  @Override
  public String visit(CreateSchema operation) {
    // CREATE SCHEMA IF NOT EXISTS asks for the privilege even where the schema exists.
    return doBlock("""
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = %s) THEN
            CREATE SCHEMA %s;
          END IF;
        END
        """.formatted(literal(operation.schema()), quote(operation.schema())));
  }

  @Override
  public String visit(DropSchema operation) {
    return doBlock("""
        BEGIN
          DROP SCHEMA IF EXISTS %s;
        EXCEPTION WHEN dependent_objects_still_exist THEN
          NULL;
        END
        """.formatted(quote(operation.schema())));
  }

  @Override
  public String visit(RenameSchema operation) {
    return "ALTER SCHEMA " + quote(operation.schema()) + " RENAME TO " + quote(operation.newName());
  }

  @Override
  public String visit(CreateTable operation) {
    Table table = operation.table();
    if (table.partitioning() != null) {
      table
          .constraints(Exclusion.class)
          .findFirst()
          .ifPresent(each -> target.require(
              "exclusion constraint \"" + each.name() + "\" of a partitioned table", 17));
    }
    List<String> parts = new ArrayList<>();
    for (Column column : table.columns()) {
      parts.add(ColumnDdl.definition(column, target));
    }
    for (Constraint constraint : table.constraints()) {
      parts.add(ConstraintDdl.definition(constraint, target));
    }
    String elements = String.join(",\n  ", parts);
    return "CREATE " + (table.options().unlogged() ? "UNLOGGED " : "") + "TABLE "
        + target.name(table.name())
        + (elements.isEmpty() ? " ()" : " (\n  " + elements + "\n)")
        + TableDdl.clauses(table);
  }

  @Override
  public String visit(DropTable operation) {
    return "DROP TABLE " + target.name(operation.table());
  }

  @Override
  public String visit(RenameTable operation) {
    return alter(operation.table()) + "RENAME TO " + quote(operation.newName());
  }

  @Override
  public String visit(SetTableSchema operation) {
    return alter(operation.table()) + "SET SCHEMA " + schema(operation.newSchema());
  }

  @Override
  public String visit(CommentOnTable operation) {
    return "COMMENT ON TABLE " + target.name(operation.table()) + comment(operation.comment());
  }

  @Override
  public String visit(AddColumn operation) {
    return alter(operation.table()) + "ADD COLUMN "
        + ColumnDdl.definition(operation.column(), target);
  }

  @Override
  public String visit(DropColumn operation) {
    return alter(operation.table()) + "DROP COLUMN " + quote(operation.column());
  }

  @Override
  public String visit(RenameColumn operation) {
    return alter(operation.table()) + "RENAME COLUMN " + quote(operation.column()) + " TO "
        + quote(operation.newName());
  }

  @Override
  public String visit(AlterColumnType operation) {
    return alter(operation.table(), operation.column()) + "TYPE " + operation.type()
        + ColumnDdl.collate(operation.collation())
        + (operation.using() == null ? "" : " USING " + SqlText.closed(operation.using()));
  }

  @Override
  public String visit(SetNotNull operation) {
    return alter(operation.table(), operation.column()) + "SET NOT NULL";
  }

  @Override
  public String visit(DropNotNull operation) {
    return alter(operation.table(), operation.column()) + "DROP NOT NULL";
  }

  @Override
  public String visit(SetDefault operation) {
    return alter(operation.table(), operation.column()) + "SET DEFAULT "
        + SqlText.closed(operation.expression());
  }

  @Override
  public String visit(DropDefault operation) {
    return alter(operation.table(), operation.column()) + "DROP DEFAULT";
  }

  @Override
  public String visit(AddIdentity operation) {
    return alter(operation.table(), operation.column()) + "ADD "
        + ColumnDdl.generated(operation.identity());
  }

  @Override
  public String visit(AlterIdentity operation) {
    return SequenceDdl.alter(operation, target);
  }

  @Override
  public String visit(DropIdentity operation) {
    return alter(operation.table(), operation.column()) + "DROP IDENTITY";
  }

  @Override
  public String visit(RestartIdentity operation) {
    String table = target.name(operation.table());
    String column = quote(operation.column());
    // A table without a value beyond the start leaves the sequence at its start.
    return """
        SELECT pg_catalog.setval(s.seqrelid::pg_catalog.regclass, COALESCE(v.value, s.seqstart), v.value IS NOT NULL)
        FROM pg_catalog.pg_sequence AS s
        LEFT JOIN LATERAL (
          SELECT CASE WHEN s.seqincrement > 0 THEN pg_catalog.max(t.%2$s) ELSE pg_catalog.min(t.%2$s) END AS value
          FROM %1$s AS t
        ) AS v ON CASE WHEN s.seqincrement > 0 THEN v.value >= s.seqstart ELSE v.value <= s.seqstart END
        WHERE s.seqrelid = pg_catalog.pg_get_serial_sequence(%3$s, %4$s)::pg_catalog.regclass\
        """.formatted(table, column, literal(table), literal(operation.column()));
  }

  @Override
  public String visit(CommentOnColumn operation) {
    return "COMMENT ON COLUMN " + target.name(operation.table()) + "." + quote(operation.column())
        + comment(operation.comment());
  }

  @Override
  public String visit(AddConstraint operation) {
    return alter(operation.table()) + "ADD "
        + ConstraintDdl.definition(operation.constraint(), target);
  }

  @Override
  public String visit(DropConstraint operation) {
    return alter(operation.table()) + "DROP CONSTRAINT " + quote(operation.name());
  }

  @Override
  public String visit(AddConstraintNotValid operation) {
    return alter(operation.table()) + "ADD "
        + ConstraintDdl.definition(operation.constraint(), target) + " NOT VALID";
  }

  @Override
  public String visit(ValidateConstraint operation) {
    return alter(operation.table()) + "VALIDATE CONSTRAINT " + quote(operation.name());
  }

  @Override
  public String visit(AddConstraintUsingIndex operation) {
    return alter(operation.table()) + "ADD "
        + ConstraintDdl.usingIndex(operation.constraint(), operation.index());
  }

  @Override
  public String visit(RenameConstraint operation) {
    return alter(operation.table()) + "RENAME CONSTRAINT " + quote(operation.name()) + " TO "
        + quote(operation.newName());
  }

  @Override
  public String visit(CreateIndex operation) {
    return IndexDdl.create(operation.table(), operation.index(), target);
  }

  @Override
  public String visit(DropIndex operation) {
    return "DROP INDEX " + target.name(operation.index());
  }

  @Override
  public String visit(CreateIndexConcurrently operation) {
    return IndexDdl.createConcurrently(operation.table(), operation.index(), target);
  }

  @Override
  public String visit(DropIndexConcurrently operation) {
    return "DROP INDEX CONCURRENTLY " + target.name(operation.index());
  }

  @Override
  public String visit(CreateIndexOnly operation) {
    return IndexDdl.createOnly(operation.table(), operation.index(), target);
  }

  @Override
  public String visit(AttachIndex operation) {
    return "ALTER INDEX " + target.name(operation.index()) + " ATTACH PARTITION "
        + target.name(operation.index().sibling(operation.part()));
  }

  @Override
  public String visit(RenameIndex operation) {
    return "ALTER INDEX " + target.name(operation.index()) + " RENAME TO "
        + quote(operation.newName());
  }

  @Override
  public String visit(LockTable operation) {
    return "LOCK TABLE " + target.name(operation.table()) + " IN "
        + operation.mode().sql() + " MODE";
  }

  @Override
  public String visit(FillNulls operation) {
    String column = quote(operation.column());
    return "UPDATE " + target.name(operation.table()) + " SET " + column + " = "
        + SqlText.enclosed(operation.value()) + " WHERE " + column + " IS NULL";
  }

  /** All batches in one. */
  @Override
  public String visit(Backfill operation) {
    return visit(operation.atOnce());
  }

  @Override
  public String visit(Analyze operation) {
    return "ANALYZE " + target.name(operation.table())
        + (operation.columns().isEmpty() ? "" : " " + SqlText.columns(operation.columns()));
  }

  @Override
  public String visit(KeepExtras operation) {
    return ExtrasDdl.keep(operation, target);
  }

  @Override
  public String visit(RestoreExtras operation) {
    return ExtrasDdl.restore(operation, target);
  }

  @Override
  public String visit(Sql operation) {
    return operation.sql();
  }

  @Override
  public String visit(Run operation) {
    return "-- run: " + operation.name().replaceAll("\\R", " ");
  }

  @Override
  public String visit(CreateObject operation) {
    return ObjectDdl.create(operation.object(), target);
  }

  @Override
  public String visit(DropObject operation) {
    return ObjectDdl.drop(operation.object(), target);
  }

  @Override
  public String visit(DropSqlObject operation) {
    return operation.sql();
  }

  @Override
  public String visit(ReplaceSqlObject operation) {
    // What is there came by a plain CREATE, perhaps: on the way back it stands over its successor.
    return SqlText.orReplace(operation.object().create());
  }

  @Override
  public String visit(RenameObject operation) {
    return ObjectDdl.alter(operation.object(), target) + "RENAME TO " + quote(operation.newName());
  }

  @Override
  public String visit(SetObjectSchema operation) {
    return ObjectDdl.alter(operation.object(), target) + "SET SCHEMA "
        + schema(operation.newSchema());
  }

  @Override
  public String visit(CommentOnObject operation) {
    return "COMMENT ON " + ObjectDdl.word(operation.object().kind()) + " "
        + target.name(operation.object().name()) + comment(operation.comment());
  }

  @Override
  public String visit(AddEnumValue operation) {
    String place = operation.next().isEmpty() ? "" : " BEFORE " + literal(operation.next());
    return "ALTER TYPE " + target.name(operation.type()) + " ADD VALUE "
        + literal(operation.value()) + place;
  }

  @Override
  public String visit(RenameEnumValue operation) {
    return "ALTER TYPE " + target.name(operation.type()) + " RENAME VALUE "
        + literal(operation.value()) + " TO " + literal(operation.newValue());
  }

  @Override
  public String visit(AlterSequence operation) {
    return SequenceDdl.alter(operation.sequence(), target);
  }

  @Override
  public String visit(SetSequenceOwner operation) {
    return "ALTER SEQUENCE " + target.name(operation.sequence()) + " OWNED BY "
        + (operation.owner() == null
            ? "NONE"
            : target.name(operation.owner().table()) + "."
                + quote(operation.owner().column()));
  }

  @Override
  public String visit(RestartSequence operation) {
    return SequenceDdl.restart(operation, target);
  }

  @Override
  public String visit(ContinueSequence operation) {
    return SequenceDdl.continueSequence(operation, target);
  }

  @Override
  public String visit(ContinueIdentity operation) {
    return SequenceDdl.continueIdentity(operation, target);
  }

  @Override
  public String visit(SetParameters operation) {
    if (operation.relation().kind() == Relation.Kind.VIEW) {
      ObjectDdl.requireOptions(operation.relation().name(), operation.parameters(), target);
    }
    return alter(operation.relation()) + "SET (" + TableDdl.parameters(operation.parameters())
        + ")";
  }

  @Override
  public String visit(ResetParameters operation) {
    return alter(operation.relation()) + "RESET ("
        + operation.names().stream().map(TableDdl::parameterName).collect(Collectors.joining(", "))
        + ")";
  }

  @Override
  public String visit(SetLogged operation) {
    return alter(operation.table()) + "SET LOGGED";
  }

  @Override
  public String visit(SetUnlogged operation) {
    return alter(operation.table()) + "SET UNLOGGED";
  }

  @Override
  public String visit(SetTablespace operation) {
    return TableDdl.setTablespace(operation, target);
  }

  @Override
  public String visit(SetColumnStatistics operation) {
    return alter(operation.table(), operation.column()) + "SET STATISTICS "
        + (operation.statistics() == null ? -1 : operation.statistics());
  }

  @Override
  public String visit(SetColumnStorage operation) {
    return TableDdl.setStorage(operation, target);
  }

  @Override
  public String visit(SetColumnCompression operation) {
    return alter(operation.table(), operation.column()) + "SET COMPRESSION "
        + (operation.compression().isEmpty() ? "DEFAULT" : quote(operation.compression()));
  }

  @Override
  public String visit(DropExpression operation) {
    return alter(operation.table(), operation.column()) + "DROP EXPRESSION";
  }

  @Override
  public String visit(CreatePartition operation) {
    return "CREATE TABLE " + partition(operation.table(), operation.partition().name())
        + " PARTITION OF " + target.name(operation.table()) + " "
        + TableDdl.bound(operation.partition());
  }

  @Override
  public String visit(DropPartition operation) {
    // Attached it cannot go while foreign keys refer to the partitioned table.
    String partition = partition(operation.table(), operation.name());
    return doBlock("BEGIN\n  " + alter(operation.table()) + "DETACH PARTITION " + partition
        + ";\n  DROP TABLE " + partition + ";\nEND\n");
  }

  @Override
  public String visit(AttachPartition operation) {
    return alter(operation.table()) + "ATTACH PARTITION "
        + partition(operation.table(), operation.partition().name()) + " "
        + TableDdl.bound(operation.partition());
  }

  @Override
  public String visit(DetachPartition operation) {
    return alter(operation.table()) + "DETACH PARTITION "
        + partition(operation.table(), operation.name());
  }

  @Override
  public String visit(RenamePartition operation) {
    return "ALTER TABLE " + partition(operation.table(), operation.name()) + " RENAME TO "
        + quote(operation.newName());
  }

  @Override
  public String visit(SetPartitionSchema operation) {
    return alter(operation.partition()) + "SET SCHEMA " + schema(operation.newSchema());
  }

  private String partition(QualifiedName table, String partition) {
    return target.name(table.sibling(partition));
  }

  private String alter(Relation relation) {
    return "ALTER " + relation.kind().sql() + " " + target.name(relation.name()) + " ";
  }

  private String schema(String newSchema) {
    String schema = newSchema.isEmpty() ? target.schema() : newSchema;
    return schema.isEmpty() ? "\"\"" : quote(schema);
  }

  private String alter(QualifiedName table) {
    return "ALTER TABLE " + target.name(table) + " ";
  }

  private String alter(QualifiedName table, String column) {
    return alter(table) + "ALTER COLUMN " + quote(column) + " ";
  }

  private static String comment(String comment) {
    return " IS " + (comment.isEmpty() ? "NULL" : literal(comment));
  }

  /** An expression in parentheses, as it stands wherever SQL takes one. */
  public static String enclosed(SqlExpression expression) {
    return SqlText.enclosed(expression);
  }

  /** A DO statement; the body may hold any text. */
  public static String doBlock(String body) {
    String tag = "$lockstep$";
    for (int attempt = 1; body.contains(tag); attempt++) {
      tag = "$lockstep" + attempt + "$";
    }
    return "DO " + tag + "\n" + body + tag;
  }
}
