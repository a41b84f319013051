package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import dev.lockstep.schema.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables that stand where migrations would create them although the history is empty. */
final class ExistingTables {
  private ExistingTables() {}

  /** Fails if the database has any table, view or the like of a name that they give to a table. */
  static void requireNone(
      Configuration configuration, Session session, List<PreparedMigration> migrations)
      throws SQLException {
    Set<QualifiedName> names = new LinkedHashSet<>();
    for (PreparedMigration migration : migrations) {
      names.addAll(migration.newTables());
    }
    if (names.isEmpty()) {
      return;
    }
    List<String> found =
        session.query(query(names, configuration.schema()), row -> row.getString(1));
    if (!found.isEmpty()) {
      throw Failures.withoutHistory(found, migrations.get(migrations.size() - 1).id());
    }
  }

  private static String query(Set<QualifiedName> names, String targetSchema) {
    String values = names.stream()
        .map(name -> "(" + literal(name.schema().isEmpty() ? targetSchema : name.schema()) + ", "
            + literal(name.name()) + ")")
        .collect(Collectors.joining(", "));
    return "SELECT v.schema OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) v.name FROM (VALUES "
        + values + """
        ) AS v (schema, name)
        JOIN pg_catalog.pg_namespace AS n ON n.nspname OPERATOR(pg_catalog.=) v.schema
        JOIN pg_catalog.pg_class AS c
          ON c.relnamespace OPERATOR(pg_catalog.=) n.oid AND c.relname OPERATOR(pg_catalog.=) v.name
        WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,f}'::pg_catalog."char"[])
        ORDER BY 1""";
  }
}
