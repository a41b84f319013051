package dev.lockstep.postgres;

import dev.lockstep.postgres.ExpectedGuards.Expected;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what SQL objects should have made. Triggers, policies, rules and row level security are
 * compared as the server prints them, on all tables and views of the schema; functions and
 * procedures by their bodies; aggregates, types, domains, collations, tables and views are to be
 * there. What else their SQL does, grants for example, is not known.
 */
public final class SqlObjectChecker {
  private final Connection connection;
  private final Schema expected;
  private final SearchPath path;
  private final DdlTarget target;
  private final List<SqlObject> objects;
  private final List<SqlObjectDrift> drifts = new ArrayList<>();
  private final List<SqlObjectDrift> unsure = new ArrayList<>();

  private SqlObjectChecker(Connection connection, Schema expected, String targetSchema)
      throws SQLException {
    this.connection = connection;
    this.expected = expected;
    this.path = SearchPath.of(targetSchema, CanonicalSchema.namespacesOf(expected));
    this.target = new DdlTarget(targetSchema, connection.getMetaData().getDatabaseMajorVersion());
    this.objects = Dependents.in(expected).order().stream()
        .filter(SqlObject.class::isInstance)
        .map(SqlObject.class::cast)
        .toList();
  }

  /**
   * What differs, by thing; nothing is left behind.
   *
   * @param connection in autocommit mode
   * @param expected its names have no schema where they mean the target schema
   * @param targetSchema raw name
   */
  public static List<SqlObjectDrift> check(
      Connection connection, Schema expected, String targetSchema) throws SQLException {
    SqlObjectChecker checker = new SqlObjectChecker(connection, expected, targetSchema);
    checker.named();
    checker.guards();
    return checker.drifts;
  }

  /**
   * What is found without the server's help.
   *
   * @param drifts what differs for certain
   * @param unsure what is there, and was not compared
   */
  public record Coarse(List<SqlObjectDrift> drifts, List<SqlObjectDrift> unsure) {}

  /** As {@link #check}, where nothing temporary can be made. */
  public static Coarse checkCoarsely(Connection connection, Schema expected, String targetSchema)
      throws SQLException {
    SqlObjectChecker checker = new SqlObjectChecker(connection, expected, targetSchema);
    checker.named();
    checker.announcedGuards();
    return new Coarse(checker.drifts, checker.unsure);
  }

  private void named() throws SQLException {
    NamedThingCheck check = new NamedThingCheck(objects, target.schema());
    if (!check.isEmpty()) {
      CatalogQuery query = query(check.schemas());
      drifts.addAll(check.against(path.during(connection, () -> NamedThingReader.read(query))));
    }
  }

  private CatalogQuery query(Set<String> moreSchemas) {
    SortedSet<String> namespaces = CanonicalSchema.namespacesOf(expected);
    namespaces.addAll(moreSchemas);
    Map<String, String> schemas = new LinkedHashMap<>();
    namespaces.forEach(namespace -> schemas.put(namespace, namespace));
    schemas.put(target.schema(), "");
    return new CatalogQuery(connection, schemas);
  }

  private void guards() throws SQLException {
    Map<String, Expected> wanted = expectedGuards().of(objects);
    compare(wanted, foundGuards(wanted));
  }

  private ExpectedGuards expectedGuards() throws SQLException {
    return new ExpectedGuards(new TemporaryObjects(connection, path), target, expected);
  }

  /** Row level security is not known to be on where a statement is about it. */
  private void announcedGuards() throws SQLException {
    ExpectedGuards guards = expectedGuards();
    Map<String, Expected> wanted = new TreeMap<>(guards.announced(objects));
    Map<String, Guard> found = foundGuards(wanted);
    for (Expected each : List.copyOf(wanted.values())) {
      Guard guard = found.get(each.guard().thing());
      if (guard != null
          || each.guard().isRowSecurity()
          || guards.isOpaque(each.guard().table())) {
        unsure.add(unsure(each, guard));
        wanted.remove(each.guard().thing());
        found.remove(each.guard().thing());
      }
    }
    for (Guard guard : List.copyOf(found.values())) {
      if (guards.isOpaque(guard.table()) && !wanted.containsKey(guard.thing())) {
        unsure.add(unexpected(guard));
        found.remove(guard.thing());
      }
    }
    compare(wanted, found);
  }

  private static SqlObjectDrift unsure(Expected wanted, @Nullable Guard found) {
    String definition = found == null ? SqlObjectDrift.NOTHING : found.definition();
    String thing = wanted.guard().thing();
    return SqlObjectDrift.changed(
        wanted.object(), definition, thing, wanted.statement(), definition, "", List.of());
  }

  private Map<String, Guard> foundGuards(Map<String, Expected> wanted) throws SQLException {
    Set<QualifiedName> relations = new HashSet<>(expected.tables().keySet());
    expected.objects(View.class).forEach(view -> relations.add(view.name()));
    wanted.values().forEach(each -> relations.add(each.guard().table()));
    Map<String, Guard> found = new TreeMap<>();
    CatalogQuery query = query(Set.of());
    path.during(connection, () -> GuardReader.read(query)).stream()
        .filter(guard -> relations.contains(guard.table()))
        .forEach(guard -> found.put(guard.thing(), guard));
    return found;
  }

  private void compare(Map<String, Expected> wanted, Map<String, Guard> found) {
    SortedSet<String> things = new TreeSet<>(wanted.keySet());
    things.addAll(found.keySet());
    for (String thing : things) {
      compare(wanted.get(thing), found.get(thing));
    }
  }

  private void compare(@Nullable Expected wanted, @Nullable Guard found) {
    if (wanted == null && found != null) {
      drifts.add(unexpected(found));
    } else if (wanted != null && found == null) {
      drifts.add(missing(wanted));
    } else if (wanted != null && found != null) {
      String definition = wanted.guard().definition();
      if (!definition.isEmpty() && !definition.equals(found.definition())) {
        drifts.add(changed(wanted, found));
      }
    }
  }

  private SqlObjectDrift missing(Expected wanted) {
    String definition = wanted.guard().definition();
    boolean security = wanted.guard().isRowSecurity();
    return SqlObjectDrift.missing(
        wanted.object(),
        wanted.guard().thing(),
        definition.isEmpty() ? wanted.statement() : definition,
        security ? "" : wanted.statement(),
        !security
            ? mend(wanted.guard()).switched(definition)
            : definition.isEmpty()
                ? List.of(wanted.statement())
                : mend(wanted.guard()).security(definition, ""));
  }

  private SqlObjectDrift changed(Expected wanted, Guard found) {
    String definition = wanted.guard().definition();
    GuardMend mend = mend(found);
    String statement = "";
    List<String> then;
    if (found.isRowSecurity()) {
      then = mend.security(definition, found.definition());
    } else if (GuardMend.withoutState(definition)
        .equals(GuardMend.withoutState(found.definition()))) {
      then = List.of(mend.switching(definition));
    } else {
      statement = wanted.statement();
      then = mend.switched(definition);
    }
    return SqlObjectDrift.changed(
        wanted.object(),
        found.definition(),
        found.thing(),
        definition,
        found.definition(),
        statement,
        then);
  }

  private GuardMend mend(Guard guard) {
    return new GuardMend(target.name(guard.table()), guard);
  }

  /** A guard that nobody expects, as the SQL object that could have made it. */
  private SqlObjectDrift unexpected(Guard guard) {
    List<String> security =
        guard.isRowSecurity() ? mend(guard).security("", guard.definition()) : List.of();
    SqlObject object = new SqlObject(
        QualifiedName.of(guard.thing()),
        guard.definition(),
        guard.isRowSecurity() ? String.join("; ", security) : mend(guard).drop(),
        new TreeSet<>(Set.of(guard.table().toString())));
    return new SqlObjectDrift(
        null, object, guard.thing(), SqlObjectDrift.NOTHING, guard.definition(), "", security);
  }
}
