package dev.lockstep.postgres;

import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A schema as a server prints it, so that it can be compared with what {@link CatalogReader} read
 * from the same server: {@code status in ('a')} becomes {@code (status = 'a'::text)}. The server is
 * made to print it by creating the tables as temporary ones, in transactions that are rolled back:
 * that needs no right to create schemas and touches no object that others see.
 */
public final class CanonicalSchema {
  private static final String TEMPORARY = "pg_temp";

  /**
   * Tables in one transaction: each costs about ten locks, of which a server has some thousands.
   */
  private static final int TABLES_AT_ONCE = 50;

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Connection connection;
  private final SearchPath path;

  private CanonicalSchema(Connection connection, SearchPath path) {
    this.connection = connection;
    this.path = path;
  }

  /**
   * The expected schema in the words of the server. Types and functions are looked up as
   * {@link CatalogReader#read} does it, so they must exist in the database.
   *
   * @param connection in autocommit mode, and without temporary tables of the names of ours
   * @param targetSchema raw name of the target schema
   * @throws IllegalStateException if the connection is in a transaction
   * @throws MissingPrivilegeException if the role may not create temporary tables
   * @throws SQLException if the server refuses an expected table, because a type or a function that
   *     it uses is gone for example
   */
  public static Schema of(Connection connection, Schema expected, String targetSchema)
      throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("the connection is in a transaction");
    }
    CanonicalSchema canonical =
        new CanonicalSchema(connection, SearchPath.of(targetSchema, expected.namespaces()));
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    for (List<Table> some : portions(expected)) {
      some.forEach(table -> tables.put(table.name(), table));
      canonical
          .printed(some)
          .forEach((name, printed) ->
              tables.computeIfPresent(name, (same, table) -> reworded(table, printed)));
    }
    return new Schema(expected.namespaces(), tables);
  }

  /** Tables of one schema each, since all temporary tables share one. */
  private static List<List<Table>> portions(Schema expected) {
    Map<String, List<Table>> byNamespace = expected.tables().values().stream()
        .collect(Collectors.groupingBy(
            table -> table.name().schema(), TreeMap::new, Collectors.toList()));
    List<List<Table>> portions = new ArrayList<>();
    for (List<Table> tables : byNamespace.values()) {
      for (int from = 0; from < tables.size(); from += TABLES_AT_ONCE) {
        portions.add(tables.subList(from, Math.min(tables.size(), from + TABLES_AT_ONCE)));
      }
    }
    return portions;
  }

  private SortedMap<QualifiedName, Table> printed(List<Table> tables) throws SQLException {
    String namespace = tables.get(0).name().schema();
    PostgresDdl ddl =
        new PostgresDdl(TEMPORARY, connection.getMetaData().getDatabaseMajorVersion());
    try {
      return path.during(connection, () -> {
        create(tables, ddl);
        return CatalogReader.tables(
            new CatalogQuery(connection, Map.of(temporarySchema(), namespace)));
      });
    } catch (SQLException e) {
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw MissingPrivilegeException.ofTemporaryTables(connection, e);
      }
      throw e;
    }
  }

  private void create(List<Table> tables, PostgresDdl ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Table table : tables) {
        for (Operation operation : creation(table)) {
          statement.addBatch(ddl.sql(operation));
        }
      }
      statement.executeBatch();
    }
  }

  /** Only what the server prints in its own words; the rest would cost an index each. */
  private static List<Operation> creation(Table table) {
    Table temporary = table
        .bare()
        .withName(QualifiedName.of(table.name().name()))
        .withConstraints(table.constraints().filter(CanonicalSchema::isReworded));
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreateTable(temporary));
    table.indexes().stream()
        .filter(CanonicalSchema::isReworded)
        .forEach(index -> operations.add(new CreateIndex(temporary.name(), index)));
    return operations;
  }

  private static boolean isReworded(Constraint constraint) {
    return constraint instanceof Check;
  }

  private static boolean isReworded(Index index) {
    return index.where() != null
        || !index.with().isEmpty()
        || index.elements().stream()
            .anyMatch(element -> element.expression() != null
                || !element.collation().isEmpty()
                || !element.operatorClass().isEmpty());
  }

  /** The expected table in the words that the server printed, where it printed any. */
  private static Table reworded(Table expected, Table printed) {
    Set<String> key =
        expected.primaryKey().map(PrimaryKey::columns).map(Set::copyOf).orElse(Set.of());
    return expected
        .withColumns(expected.columns().map(column -> {
          Column own = printed.columns().get(column.name()).comment(column.comment());
          return key.contains(column.name()) ? own.notNull() : own;
        }))
        .withConstraints(expected
            .constraints()
            .map(constraint -> printed.constraints().find(constraint.name()).orElse(constraint)))
        .withIndexes(
            expected.indexes().map(index -> printed.indexes().find(index.name()).orElse(index)));
  }

  private String temporarySchema() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()")) {
      row.next();
      return row.getString(1);
    }
  }
}
