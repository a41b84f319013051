package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.postgres.CanonicalSchema;
import dev.lockstep.postgres.CatalogReader;
import dev.lockstep.postgres.CoarseSchema;
import dev.lockstep.postgres.NoTemporaryObjectsException;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.SqlObjectChecker;
import dev.lockstep.postgres.SqlObjectDrift;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a database differs from the schema that it should have. */
final class Drift {
  private final Connection connection;
  private final Schema declared;
  private final String targetSchema;

  /**
   * Of a database.
   *
   * @param connection in autocommit mode
   * @param declared its names have no schema where they mean the target schema
   * @param targetSchema raw name
   */
  Drift(Connection connection, Schema declared, String targetSchema) {
    this.connection = connection;
    this.declared = declared;
    this.targetSchema = targetSchema;
  }

  /**
   * What was found.
   *
   * @param differences each with what mends it
   * @param coarse as in {@link dev.lockstep.DriftReport}
   * @param unsure likewise
   */
  record Finding(List<Difference> differences, String coarse, List<Difference> unsure) {}

  /** Compares coarsely where the server cannot be asked to print what is expected. */
  Finding find() throws SQLException {
    Schema all =
        CatalogReader.read(connection, targetSchema, CanonicalSchema.namespacesOf(declared));
    try {
      Schema expected =
          CanonicalSchema.of(connection, declared, FoundSchema.of(all, declared), targetSchema);
      List<SqlObjectDrift> objects = SqlObjectChecker.check(connection, declared, targetSchema);
      return new Finding(differences(expected, all, objects), "", List.of());
    } catch (NoTemporaryObjectsException e) {
      return findCoarsely(all, Objects.toString(e.getMessage()));
    }
  }

  private Finding findCoarsely(Schema all, String reason) throws SQLException {
    CoarseSchema expected = CoarseSchema.of(connection, declared, all);
    SqlObjectChecker.Coarse objects =
        SqlObjectChecker.checkCoarsely(connection, declared, targetSchema);
    return new Finding(
        differences(expected.lenient(), all, objects.drifts()),
        reason,
        described(expected.strict(), expected.lenient(), objects.unsure()));
  }

  private static List<Difference> described(
      Schema expected, Schema found, List<SqlObjectDrift> objects) {
    return Stream.concat(
            SchemaDiffer.changes(expected, found).stream()
                .flatMap(change -> DriftWords.describe(change).stream()),
            objects.stream().map(ObjectDriftWords::describe))
        .toList();
  }

  private List<Difference> differences(Schema expected, Schema all, List<SqlObjectDrift> objects)
      throws SQLException {
    Schema found = FoundSchema.of(all, expected);
    List<Difference> differences = described(expected, found, objects);
    if (differences.isEmpty()) {
      return differences;
    }
    PostgresDdl ddl =
        new PostgresDdl(targetSchema, connection.getMetaData().getDatabaseMajorVersion());
    MendGoal goal = new MendGoal(
        asDeclared(expected, expected), asDeclared(found, expected), all, differences, objects);
    List<Difference> mended = new Mending(goal, all, declared, ddl).mended();
    return new PassedOver(connection, all, ddl, targetSchema).shown(mended);
  }

  /**
   * With the queries of views as a person wrote them where they are as expected: what the server
   * prints of {@code SELECT *} are the columns that are there now.
   */
  private Schema asDeclared(Schema schema, Schema expected) {
    Schema written = schema;
    for (View view : schema.objects(View.class).toList()) {
      View wanted = declared.findView(view.name()).orElse(view);
      boolean same = expected
          .findView(view.name())
          .filter(each -> each.query().equals(view.query()))
          .isPresent();
      written = same ? written.withObject(view.withQuery(wanted.query())) : written;
    }
    return written.mapTables(
        table -> table.withColumns(table.columns().map(column -> qualified(column, schema))));
  }

  /** The server leaves the schema of a type out where the search path finds it. */
  private static Column qualified(Column column, Schema schema) {
    SqlType type = column.type();
    QualifiedName name = new QualifiedName(type.schema(), type.name());
    return !type.schema().isEmpty() || schema.findEnum(name).isPresent()
        ? column
        : schema
            .objects(EnumType.class)
            .filter(each -> each.name().name().equals(type.name()))
            .findFirst()
            .map(each -> column.withType(
                new SqlType(each.name().schema(), type.name(), type.modifiers(), type.array())))
            .orElse(column);
  }

  /** What a session is to be told before it mends. */
  List<String> settings() {
    return CanonicalSchema.settings(declared, targetSchema);
  }
}
