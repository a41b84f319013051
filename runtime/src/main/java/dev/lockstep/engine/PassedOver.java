package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.Change;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands under the name of something that is missing, in a form that no migration leaves
 * behind and the catalog's reader passes over: a constraint that is not validated or not inherited,
 * an index that is not valid.
 */
final class PassedOver {
  private static final String CONSTRAINT = """
      SELECT pg_catalog.pg_get_constraintdef(k.oid)
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND k.conname = ?""";

  private static final String INDEX = """
      SELECT pg_catalog.pg_get_indexdef(i.indexrelid) || ' INVALID'
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
      JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND x.relname = ? AND NOT i.indisvalid""";

  private final Connection connection;
  private final Schema read;
  private final PostgresDdl ddl;
  private final String targetSchema;

  /**
   * In a database.
   *
   * @param read what the catalog's reader found
   * @param targetSchema raw name
   */
  PassedOver(Connection connection, Schema read, PostgresDdl ddl, String targetSchema) {
    this.connection = connection;
    this.read = read;
    this.ddl = ddl;
    this.targetSchema = targetSchema;
  }

  /** The differences, those of which something was passed over with that as what was found. */
  List<Difference> shown(List<Difference> differences) throws SQLException {
    List<Difference> shown = new ArrayList<>();
    for (Difference each : differences) {
      shown.add(shown(each));
    }
    return shown;
  }

  private Difference shown(Difference difference) throws SQLException {
    if (difference.change() instanceof Change.ConstraintRemoved it) {
      String name = it.constraint().name();
      boolean isKnown = read.find(it.table())
          .filter(table -> table.constraints().contains(name))
          .isPresent();
      return isKnown
          ? difference
          : with(
              difference,
              definition(CONSTRAINT, it.table(), name),
              new DropConstraint(it.table(), name));
    }
    if (difference.change() instanceof Change.IndexRemoved it) {
      String name = it.index().name();
      return with(
          difference,
          definition(INDEX, it.table(), name),
          new DropIndex(it.table().sibling(name)));
    }
    return difference;
  }

  private Difference with(Difference difference, Optional<String> found, Operation drop) {
    if (found.isEmpty()) {
      return difference;
    }
    List<String> mend = new ArrayList<>(difference.mend());
    // Where something else mends it, or nothing does, what is there stays.
    if (mend.stream().anyMatch(MendText::isStatement)) {
      mend.add(0, MendText.of(ddl.sql(drop)));
    }
    return new Difference(
        difference.change(), difference.object(), difference.expected(), found.get(), mend);
  }

  private Optional<String> definition(String query, QualifiedName table, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table.schema().isEmpty() ? targetSchema : table.schema());
      statement.setString(2, table.name());
      statement.setString(3, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
      }
    }
  }
}
