package dev.lockstep.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RoundTrip;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A change between two schemas, both written as migrations, and what the user says about it; told
 * as the SQL that it becomes. Names may be {@code schema.name}.
 */
final class PlannedChange {
  private final Schema from;
  private final Schema to;
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Map<Member, String> columns = new HashMap<>();
  private final Map<Member, SqlExpression> using = new HashMap<>();
  private final Map<Member, SqlExpression> backfill = new HashMap<>();
  private final Set<Member> derived = new HashSet<>();
  private final Map<ObjectKey, ObjectKey> objects = new HashMap<>();
  private final Map<EnumMember, String> renamedValues = new HashMap<>();
  private final Map<EnumMember, String> replacedValues = new HashMap<>();

  private PlannedChange(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static PlannedChange of(Consumer<SchemaEditor> from, Consumer<SchemaEditor> to) {
    return new PlannedChange(schema(from), schema(to));
  }

  private static Schema schema(Consumer<SchemaEditor> migration) {
    return Operations.apply(SchemaEditor.record(migration), Schema.EMPTY);
  }

  PlannedChange table(String name, String old) {
    tables.put(name(name), name(old));
    return this;
  }

  PlannedChange column(String table, String name, String old) {
    columns.put(new Member(name(table), name), old);
    return this;
  }

  PlannedChange using(String table, String column, String expression) {
    using.put(new Member(name(table), column), SqlExpression.of(expression));
    return this;
  }

  PlannedChange backfill(String table, String column, String expression) {
    backfill.put(new Member(name(table), column), SqlExpression.of(expression));
    return this;
  }

  /** Nobody wrote that name of a constraint or an index. */
  PlannedChange derived(String table, String name) {
    derived.add(new Member(name(table), name));
    return this;
  }

  PlannedChange object(ObjectKind kind, String name, String old) {
    objects.put(new ObjectKey(kind, name(name)), new ObjectKey(kind, name(old)));
    return this;
  }

  PlannedChange value(String type, String value, String old) {
    renamedValues.put(new EnumMember(name(type), value), old);
    return this;
  }

  PlannedChange replaced(String type, String value, String successor) {
    replacedValues.put(new EnumMember(name(type), value), successor);
    return this;
  }

  private static QualifiedName name(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? QualifiedName.of(text)
        : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
  }

  private SchemaDiff diff() {
    return SchemaDiffer.diff(
        from,
        to,
        new DiffHints(
            tables, columns, using, backfill, derived, objects, renamedValues, replacedValues));
  }

  /** Asserts each statement, a line each; also that the way back is one and nothing is left. */
  PlannedChange becomes(String expected) {
    SchemaDiff diff = diff();
    PostgresDdl ddl = new PostgresDdl("public", Postgres.NEWEST);
    String sql = diff.operations().stream()
        .map(operation -> brief(operation, ddl) + "\n")
        .collect(Collectors.joining());
    assertEquals(expected, sql);
    assertEquals(from, Operations.apply(Operations.reverse(diff.operations(), from), diff.to()));
    assertEquals(List.of(), SchemaDiffer.diff(diff.to(), to, again()).operations());
    return this;
  }

  /**
   * On one line, without what is the same each time: quotes, the target schema, guards. What takes
   * a script is told by the operation itself.
   */
  private static String brief(Operation operation, PostgresDdl ddl) {
    String sql = ddl.sql(operation);
    if (sql.contains("pg_sequence")) {
      return operation.toString();
    }
    return sql.replaceAll("\\s+", " ")
        .replaceAll("\"(\\w+)\"", "$1")
        .replace("public.", "")
        .replaceAll("^DO .*(?:THEN|ELSE) (CREATE (?:SCHEMA|EXTENSION) \\w+).*", "$1")
        .replaceAll("^DO .*(DROP SCHEMA) IF EXISTS (\\w+).*", "$1 $2")
        .strip();
  }

  /** What is left of what the user says when it is done. */
  private DiffHints again() {
    return new DiffHints(Map.of(), Map.of(), Map.of(), Map.of(), derived);
  }

  /** As {@link #becomes}, of nothing. */
  void isNone() {
    becomes("");
  }

  /** Up, down and up again on the oldest and the newest server, with those rows. */
  RoundTrip runs(String... rows) {
    RoundTrip.of(Postgres.OLDEST, from, diff(), rows);
    return RoundTrip.of(Postgres.NEWEST, from, diff(), rows);
  }

  /** Up on the newest server with those rows, which no way back can bring back. */
  RoundTrip once(String... rows) {
    return RoundTrip.up(Postgres.NEWEST, from, diff(), rows);
  }

  /** As {@link #runs}, on the newest server alone. */
  RoundTrip runsOnNewest(String... rows) {
    return RoundTrip.of(Postgres.NEWEST, from, diff(), rows);
  }
}
