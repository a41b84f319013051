package dev.lockstep.engine;

import dev.lockstep.DriftReport;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.CanonicalSchema;
import dev.lockstep.postgres.CatalogReader;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the catalog with what the applied migrations should have made of it. */
public final class DriftFinder {
  private final Configuration configuration;
  private final Session session;

  public DriftFinder(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /** Leaves nothing behind; fails if the history does not fit the code. */
  public DriftReport find() throws SQLException {
    configuration.requireSuitable(session);
    HistoryCheck check = configuration.check(session);
    check.requireConsistent();
    configuration.requireHistory(session, check);
    Schema declared = inTarget(replayed(check.applied()));
    Schema expected = CanonicalSchema.of(session.connection(), declared, configuration.schema());
    Schema found =
        CatalogReader.read(session.connection(), configuration.schema(), namespacesOf(declared));
    return new DriftReport(
        configuration.schema(),
        configuration.graph().tips(check.applied()),
        SchemaDiffer.changes(expected, ours(found, expected)).stream()
            .map(DriftWords::describe)
            .toList());
  }

  /** The schema after the applied migrations, were there nothing else. */
  private Schema replayed(Set<String> applied) {
    Schema schema = Schema.EMPTY;
    for (Entry entry : configuration.graph().entries()) {
      if (applied.contains(entry.id())) {
        schema = replayed(configuration.prepare(entry), schema);
      }
    }
    return schema;
  }

  private static Schema replayed(PreparedMigration migration, Schema before) {
    try {
      return Operations.apply(migration.upgrade(), before);
    } catch (InvalidOperationException e) {
      throw MigrationFailures.notReadable(migration.id(), e);
    }
  }

  /**
   * A table may name the schema that happens to be the target; its catalog knows one name for it.
   */
  private Schema inTarget(Schema declared) {
    Schema schema = declared;
    for (QualifiedName table : declared.tables().keySet()) {
      if (table.schema().equals(configuration.schema())) {
        schema = schema.renameTable(table, table.in(""));
      }
    }
    return schema;
  }

  /** Also those that no migration makes, because they are always there: public. */
  private static SortedSet<String> namespacesOf(Schema declared) {
    return Stream.concat(
            declared.namespaces().stream(),
            declared.tables().keySet().stream().map(QualifiedName::schema))
        .filter(schema -> !schema.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Only tables that migrations made; the others are not ours to judge. */
  private static Schema ours(Schema found, Schema expected) {
    Schema ours = found;
    for (QualifiedName table : found.tables().keySet()) {
      ours = expected.find(table).isPresent() ? ours : ours.withoutTable(table);
    }
    for (String namespace : found.namespaces()) {
      ours = expected.namespaces().contains(namespace) ? ours : ours.withoutNamespace(namespace);
    }
    return ours;
  }
}
