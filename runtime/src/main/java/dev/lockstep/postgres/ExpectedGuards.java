package dev.lockstep.postgres;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlStatement;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SQL objects make that watches over tables and views, as the server prints it: their
 * statements are done on an empty temporary twin of the table, which is rolled back.
 */
final class ExpectedGuards {
  /**
   * One of them, and the SQL object that makes it.
   *
   * @param guard its definition is empty if the server refused the statement
   */
  record Expected(SqlObject object, Guard guard, String statement) {}

  /** A statement about a table. */
  private record Step(SqlObject object, SqlStatement statement) {}

  private final TemporaryObjects temporary;
  private final DdlTarget target;
  private final Set<QualifiedName> tables;
  private final Set<QualifiedName> views;

  /** The first table, else view, of each bare name. */
  private final Map<String, QualifiedName> byBareName = new HashMap<>();

  private final Map<QualifiedName, List<Step>> steps = new TreeMap<>();
  private final Map<String, Expected> expected = new TreeMap<>();

  /** For the tables and the views of that schema. */
  ExpectedGuards(TemporaryObjects temporary, DdlTarget target, Schema schema) {
    this.temporary = temporary;
    this.target = target;
    this.tables = schema.tables().keySet();
    this.views = schema.objects(View.class).map(View::name).collect(Collectors.toSet());
    Stream.concat(tables.stream(), schema.objects(View.class).map(View::name))
        .forEach(name -> byBareName.putIfAbsent(name.name(), name));
  }

  /** The guards that the objects make, by what they are called. */
  Map<String, Expected> of(List<SqlObject> objects) throws SQLException {
    Map<String, Expected> announced = new HashMap<>(announced(objects));
    for (QualifiedName table : present()) {
      print(table, announced);
    }
    return expected;
  }

  /** The same by what the statements say alone: without a definition, and nothing is made. */
  Map<String, Expected> announced(List<SqlObject> objects) throws SQLException {
    collect(objects);
    present().forEach(this::announce);
    return expected;
  }

  /** Whether statements change what others announce: by a rename for example. */
  boolean isOpaque(QualifiedName table) {
    return steps.getOrDefault(table, List.of()).stream()
        .anyMatch(
            step -> step.statement().header().isEmpty() && !isAboutSecurity(step.statement()));
  }

  private void collect(List<SqlObject> objects) {
    for (SqlObject object : objects) {
      for (SqlStatement statement : SqlStatement.of(object.create())) {
        statement
            .table()
            .filter(table -> makesGuard(statement))
            .ifPresent(table -> steps
                .computeIfAbsent(resolved(table), name -> new ArrayList<>())
                .add(new Step(object, statement)));
      }
    }
  }

  /** What statements are about; without those of ours that are gone, which is said elsewhere. */
  private List<QualifiedName> present() throws SQLException {
    Set<String> existing = temporary.existing(
        steps.keySet().stream().filter(this::isOurs).map(target::name).toList());
    return steps.keySet().stream()
        .filter(table -> !isOurs(table) || existing.contains(target.name(table)))
        .toList();
  }

  private boolean isOurs(QualifiedName table) {
    return tables.contains(table) || views.contains(table);
  }

  /** Names in a statement mean the target schema first, then the others. */
  private QualifiedName resolved(QualifiedName table) {
    if (table.schema().equals(target.schema())) {
      return table.in("");
    }
    return table.schema().isEmpty() && !isOurs(table)
        ? byBareName.getOrDefault(table.name(), table)
        : table;
  }

  /** An ALTER TABLE may do anything else, to other tables too. */
  private static boolean makesGuard(SqlStatement statement) {
    List<Token> tokens = SqlTokens.of(statement.text());
    if (!tokens.get(0).is("alter") || !tokens.get(1).is("table")) {
      return true;
    }
    boolean switches = tokens.stream().anyMatch(token -> token.is("enable") || token.is("disable"));
    boolean guard = tokens.stream().anyMatch(token -> token.is("trigger") || token.is("rule"));
    return isAboutSecurity(statement) || (switches && guard);
  }

  /** What the headers of the statements say is to be there at least. */
  private void announce(QualifiedName table) {
    for (Step step : steps.getOrDefault(table, List.of())) {
      step.statement()
          .header()
          .map(header -> new Guard(header.kind(), table, header.name().name(), ""))
          .ifPresent(guard -> put(step, guard));
      if (step.statement().header().isEmpty() && isAboutSecurity(step.statement())) {
        put(step, new Guard(Guard.ROW_SECURITY, table, "", ""));
      }
    }
  }

  private void put(Step step, Guard guard) {
    expected.put(
        guard.thing(), new Expected(step.object(), guard, step.statement().text()));
  }

  /** A transaction for each table: the twin locks it, and who waits for it holds no other. */
  private void print(QualifiedName table, Map<String, Expected> announced) throws SQLException {
    List<Guard> printed = temporary.during(() -> {
      if (!twin(table)) {
        return List.<Guard>of();
      }
      replay(table);
      return GuardReader.read(temporary.query(table.schema(), List.of(table.name())));
    });
    for (Guard guard : printed) {
      Expected before = announced.get(guard.thing());
      expected.put(
          guard.thing(),
          before == null
              ? new Expected(owner(guard.table()), guard, "")
              : new Expected(before.object(), guard, before.statement()));
    }
  }

  /** What was announced and is done is seen in what the server prints, unless it was undone. */
  private void replay(QualifiedName table) throws SQLException {
    for (Step step : steps.getOrDefault(table, List.of())) {
      SqlStatement statement = step.statement();
      if (isHarmless(statement) && temporary.tryExecute(statement.about(twinOf(table)))) {
        statement
            .header()
            .map(header -> new Guard(header.kind(), table, header.name().name(), ""))
            .ifPresent(guard -> expected.remove(guard.thing()));
      }
    }
    expected.remove(new Guard(Guard.ROW_SECURITY, table, "", "").thing());
  }

  private SqlObject owner(QualifiedName table) {
    return steps.getOrDefault(table, List.of()).stream()
        .filter(step -> isAboutSecurity(step.statement()))
        .findFirst()
        .orElse(steps.getOrDefault(table, List.of()).get(0))
        .object();
  }

  /** What a rule does takes locks on other tables. */
  private static boolean isHarmless(SqlStatement statement) {
    boolean rule =
        statement.header().map(SqlHeader::kind).filter("rule"::equals).isPresent();
    List<Token> tokens = SqlTokens.of(statement.text());
    return !rule || tokens.get(tokens.size() - 1).is("nothing");
  }

  /** An empty temporary table or view of the same name; false if there is no such table. */
  private boolean twin(QualifiedName table) throws SQLException {
    return temporary.tryExecute(
        views.contains(table)
            ? "CREATE VIEW " + twinOf(table) + " AS SELECT * FROM " + target.name(table)
            : "CREATE TABLE " + twinOf(table) + " (LIKE " + target.name(table) + ")");
  }

  private static String twinOf(QualifiedName table) {
    return "pg_temp." + SqlText.quote(table.name());
  }

  private static boolean isAboutSecurity(SqlStatement statement) {
    return SqlTokens.of(statement.text()).stream().anyMatch(token -> token.is("security"));
  }
}
