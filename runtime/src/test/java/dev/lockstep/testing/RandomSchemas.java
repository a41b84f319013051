package dev.lockstep.testing;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Placeholder;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random schemas that PostgreSQL 14 accepts, and random edits of them that it can carry out on the
 * rows of {@link RandomRows}. One seed always gives one result.
 */
public final class RandomSchemas {
  private static final List<String> NAMES = List.of(
      "user",
      "order",
      "Order Line",
      "select",
      "a\"b",
      "naïve",
      "größe",
      "x",
      "product_category",
      "it's",
      "über",
      "CamelCase",
      "tab\tle",
      "order_line",
      "select\"; drop table x; --");
  private static final List<String> COLUMNS = List.of(
      "id",
      "name",
      "email",
      "user",
      "price",
      "Total Sum",
      "from",
      "q\"uote",
      "état",
      "created_at",
      "status",
      "parent",
      "note",
      "rank",
      "code");

  /** Types whose values convert into each other for the values of {@link RandomRows}. */
  private static final List<String> CONVERTIBLE = List.of(
      "smallint",
      "integer",
      "bigint",
      "numeric(10,2)",
      "numeric",
      "text",
      "varchar(40)",
      "varchar(80)");

  private static final List<String> OTHERS = List.of(
      "boolean",
      "uuid",
      "date",
      "timestamp",
      "timestamptz",
      "timestamptz(3)",
      "jsonb",
      "bytea",
      "real",
      "double precision",
      "text[]",
      "integer[]",
      "time",
      "interval",
      "inet",
      "char(3)");

  private static final Set<String> KEYABLE = Set.of(
      "smallint",
      "integer",
      "bigint",
      "numeric",
      "text",
      "varchar",
      "uuid",
      "date",
      "timestamp",
      "timestamptz");

  private final Random random;

  private RandomSchemas(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A schema and an edit of it.
   *
   * @param hints what a user would have to say about the edit
   */
  public record Edit(Schema from, Schema to, DiffHints hints) {}

  public static Schema schema(long seed) {
    return new RandomSchemas(seed).schema();
  }

  public static Edit edit(long seed) {
    RandomSchemas schemas = new RandomSchemas(seed);
    Schema from = schemas.schema();
    return schemas.edit(from);
  }

  private Schema schema() {
    Schema schema = Schema.EMPTY;
    if (chance(3)) {
      schema = schema.withNamespace(chance(2) ? "app" : "App \"x\"");
    }
    int tables = 1 + random.nextInt(5);
    for (int i = 0; i < tables; i++) {
      schema = addTable(schema);
    }
    return withForeignKeys(schema, 2 * tables);
  }

  private Schema addTable(Schema schema) {
    String namespace =
        !schema.namespaces().isEmpty() && chance(3) ? schema.namespaces().first() : "";
    QualifiedName name = new QualifiedName(namespace, pick(NAMES));
    if (schema.find(name).isPresent()) {
      return schema;
    }
    Table table = Table.of(name).withComment(chance(4) ? "it's a\n\"table\" \\ comment" : "");
    table = table.withColumns(table.columns().with(key()));
    int columns = random.nextInt(6);
    for (int i = 0; i < columns; i++) {
      table = addColumn(table);
    }
    if (!chance(6)) {
      table =
          withConstraint(schema, table, new PrimaryKey(free(schema, table, "pkey"), List.of("id")));
    }
    int members = random.nextInt(5);
    for (int i = 0; i < members; i++) {
      table = addMember(schema, table);
    }
    return schema.withTable(table);
  }

  private Column key() {
    SqlType type = SqlType.parse(pick(List.of("bigint", "integer", "smallint", "text", "uuid")));
    Column id = Column.of("id", type).notNull();
    boolean number = !type.name().equals("text") && !type.name().equals("uuid");
    return number && chance(2) ? id.identity(identity()) : id;
  }

  private Identity identity() {
    Identity identity = new Identity(chance(2), null, null, null, null, null, chance(4));
    identity = chance(3) ? identity.increment(chance(3) ? -5 : 5) : identity;
    identity = chance(4) ? identity.max(30000) : identity;
    identity = chance(3) && !identity.descends() ? identity.start(100) : identity;
    return chance(4) ? identity.cache(7) : identity;
  }

  private Table addColumn(Table table) {
    String name = pick(COLUMNS);
    return table.columns().contains(name)
        ? table
        : table.withColumns(table.columns().with(column(name)));
  }

  private Column column(String name) {
    SqlType type = SqlType.parse(chance(3) ? pick(OTHERS) : pick(CONVERTIBLE));
    Column column = Column.of(name, type).withNullable(chance(2));
    column = chance(4) ? column.comment("l'été\n" + name) : column;
    column = chance(3) ? column.defaultValue(RandomRows.literal(type, 1)) : column;
    return type.isText() && chance(4) ? column.collate("C") : column;
  }

  private Table addMember(Schema schema, Table table) {
    Column column = pick(table.columns().asList());
    return switch (random.nextInt(6)) {
      case 0 -> isKeyable(column) ? addUnique(schema, table, column) : table;
      case 1, 2 -> addIndex(schema, table, column);
      case 3 -> addCheck(schema, table, column);
      case 4 -> addComputed(table, column);
      default -> table;
    };
  }

  private Table addUnique(Schema schema, Table table, Column column) {
    Unique unique = new Unique(
        free(schema, table, "key"),
        List.of(column.name()),
        true,
        Deferral.values()[random.nextInt(3)],
        List.of());
    Column other = pick(table.columns().asList());
    boolean wide = chance(3) && isKeyable(other) && !other.equals(column);
    return withConstraint(
        schema,
        table,
        wide
            ? new Unique(
                unique.name(),
                List.of(column.name(), other.name()),
                true,
                unique.deferral(),
                List.of())
            : unique);
  }

  private Table addIndex(Schema schema, Table table, Column column) {
    if (Set.of("jsonb", "bytea").contains(column.type().name())
        || column.computedOption().isPresent()) {
      return table;
    }
    String name = free(schema, table, "idx");
    String quoted = "\"" + column.name().replace("\"", "\"\"") + "\"";
    Index index = Index.of(
        name,
        chance(5) && isKeyable(column),
        quoted + (chance(3) ? " desc" : "") + (chance(4) ? " nulls first" : ""));
    if (isInteger(column.type()) && chance(3)) {
      index = Index.of(name, false, "(" + quoted + " + 1)");
    }
    index = chance(3) ? index.where(quoted + " IS NOT NULL") : index;
    index = chance(4) ? index.with("fillfactor", "70") : index;
    index = chance(5) ? index.include("id") : index;
    return table.withIndexes(table.indexes().with(index));
  }

  private Table addCheck(Schema schema, Table table, Column column) {
    String quoted = "\"" + column.name().replace("\"", "\"\"") + "\"";
    String expression = isNumber(column.type())
        ? quoted + " > -100000"
        : column.type().isText()
            ? "char_length(" + quoted + ") < 1000"
            : quoted + " IS NOT NULL OR true";
    boolean legal = column.computedOption().isEmpty();
    return legal
        ? withConstraint(
            schema, table, new Check(free(schema, table, "check"), SqlExpression.of(expression)))
        : table;
  }

  private Table addComputed(Table table, Column column) {
    boolean legal = isInteger(column.type())
        && column.computedOption().isEmpty()
        && !table.columns().contains("computed");
    String quoted = "\"" + column.name().replace("\"", "\"\"") + "\"";
    Column computed = Column.of("computed", SqlType.of("bigint"))
        .withValue(new Computed(SqlExpression.of(quoted + " * 2"), true));
    return legal ? table.withColumns(table.columns().with(computed)) : table;
  }

  private Table withConstraint(Schema schema, Table table, Constraint constraint) {
    return table.withConstraints(table.constraints().with(constraint));
  }

  private Schema withForeignKeys(Schema schema, int tries) {
    Schema changed = schema;
    for (int i = 0; i < tries; i++) {
      changed = addForeignKey(changed);
    }
    return changed;
  }

  private Schema addForeignKey(Schema schema) {
    Table source = pick(List.copyOf(schema.tables().values()));
    Table target = pick(List.copyOf(schema.tables().values()));
    List<String> key = keyOf(target);
    if (key.isEmpty() || source.columns().size() > 9) {
      return schema;
    }
    List<String> columns = new ArrayList<>();
    Table changed = source;
    for (String name : key) {
      String column = "fk_" + source.columns().size() + "_" + columns.size();
      if (changed.columns().contains(column)) {
        return schema;
      }
      SqlType type = target.columns().get(name).type();
      changed = changed.withColumns(
          changed.columns().with(Column.of(column, type).withNullable(chance(2))));
      columns.add(column);
    }
    ForeignKey foreignKey = new ForeignKey(
        free(schema, changed, "fkey"),
        columns,
        target.name(),
        key,
        pick(List.of(
            ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT, ReferentialAction.CASCADE)),
        pick(List.of(ReferentialAction.values())),
        Deferral.values()[random.nextInt(3)]);
    return schema.withTable(withConstraint(schema, changed, foreignKey));
  }

  private List<String> keyOf(Table table) {
    return table.constraints().stream()
        .filter(constraint -> chance(2) || table.constraints().size() == 1)
        .map(constraint -> constraint instanceof PrimaryKey key
            ? key.columns()
            : constraint instanceof Unique unique && unique.deferral() == Deferral.NOT_DEFERRABLE
                ? unique.columns()
                : List.<String>of())
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  // --- edits

  private Edit edit(Schema from) {
    Editing editing = new Editing(from);
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits; i++) {
      editing.step();
    }
    return new Edit(from, editing.schema, editing.hints());
  }

  /** The state of an edit: what the schema has become, and under which names things were before. */
  private final class Editing {
    private final Schema from;
    private Schema schema;
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<Member, String> columns = new HashMap<>();
    private final Set<QualifiedName> fresh = new HashSet<>();

    Editing(Schema from) {
      this.from = from;
      this.schema = from;
    }

    void step() {
      Table table = pick(List.copyOf(schema.tables().values()));
      Column column = pick(table.columns().asList());
      switch (random.nextInt(16)) {
        case 0 -> addTable();
        case 1 -> dropTable(table);
        case 2 -> renameTable(table);
        case 3, 4 -> addColumn(table);
        case 5 -> dropColumn(table, column);
        case 6 -> renameColumn(table, column);
        case 7, 8 -> changeType(table, column);
        case 9 -> changeNullability(table, column);
        case 10 -> changeValue(table, column);
        case 11 -> schema = schema.withTable(addMember(schema, table));
        case 12 -> dropMember(table);
        case 13 -> renameMember(table);
        case 14 -> comment(table, column);
        default -> changeMember(table);
      }
    }

    private void addTable() {
      Set<QualifiedName> before = schema.tables().keySet();
      Schema added = RandomSchemas.this.addTable(schema);
      added.tables().keySet().stream().filter(name -> !before.contains(name)).forEach(fresh::add);
      boolean reused = added.tables().keySet().stream()
          .anyMatch(name -> fresh.contains(name) && from.find(name).isPresent());
      schema = reused ? schema : RandomSchemas.this.withForeignKeys(added, 0);
    }

    /** Not one that others reference: their rows could not reference anything after a downgrade. */
    private void dropTable(Table table) {
      boolean referenced = schema.tables().values().stream()
          .filter(each -> !each.name().equals(table.name()))
          .flatMap(Table::foreignKeys)
          .anyMatch(key -> key.target().equals(table.name()));
      if (schema.tables().size() > 1 && !referenced) {
        schema = schema.withoutTable(table.name());
      }
    }

    private void renameTable(Table table) {
      QualifiedName to = table.name().sibling("renamed " + random.nextInt(3));
      if (schema.find(to).isPresent()
          || fresh.contains(table.name())
          || from.find(to).isPresent()) {
        return;
      }
      schema = schema.renameTable(table.name(), to);
      tables.put(to, oldName(table.name()));
      tables.remove(table.name());
      rekey(columns, table.name(), to);
    }

    private <V> void rekey(Map<Member, V> map, QualifiedName table, QualifiedName to) {
      for (Member member : List.copyOf(map.keySet())) {
        if (member.table().equals(table)) {
          map.put(new Member(to, member.name()), map.remove(member));
        }
      }
    }

    private QualifiedName oldName(QualifiedName table) {
      return tables.getOrDefault(table, table);
    }

    private boolean isOld(Table table, String column) {
      return !fresh.contains(table.name())
          && from.find(oldName(table.name()))
              .filter(old -> old.columns()
                  .contains(columns.getOrDefault(new Member(table.name(), column), column)))
              .isPresent();
    }

    private void addColumn(Table table) {
      Column column = column(pick(COLUMNS));
      boolean was = from.find(oldName(table.name()))
          .filter(old -> old.columns().contains(column.name()))
          .isPresent();
      if (table.columns().contains(column.name()) || was) {
        return;
      }
      schema = schema.withTable(table.withColumns(table.columns().with(column)));
    }

    private void dropColumn(Table table, Column column) {
      boolean referenced = schema.tables().values().stream()
          .flatMap(Table::foreignKeys)
          .anyMatch(key ->
              key.target().equals(table.name()) && key.targetColumns().contains(column.name()));
      boolean keyAndReference = table.foreignKeys().anyMatch(key -> key.mentions(column.name()))
          && isUnique(table, column.name());
      boolean needed = table.columns().stream()
          .anyMatch(each -> each.computedOption()
              .filter(c -> c.expression().mentions(column.name()))
              .isPresent());
      if (referenced || keyAndReference || needed || table.columns().size() < 2) {
        return;
      }
      schema = schema.withTable(table
          .withColumns(table.columns().without(column.name()))
          .withConstraints(
              table.constraints().filter(constraint -> !constraint.mentions(column.name())))
          .withIndexes(table.indexes().filter(index -> !index.mentions(column.name()))));
    }

    private boolean isUnique(Table table, String column) {
      return table.constraints().stream()
              .anyMatch(each -> !(each instanceof ForeignKey)
                  && !(each instanceof Check)
                  && each.mentions(column))
          || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column));
    }

    private void renameColumn(Table table, Column column) {
      String to = "renamed " + random.nextInt(3);
      boolean was = from.find(oldName(table.name()))
          .filter(old -> old.columns().contains(to))
          .isPresent();
      if (table.columns().contains(to) || was || !isOld(table, column.name())) {
        return;
      }
      Member before = new Member(table.name(), column.name());
      schema = schema.renameColumn(table.name(), column.name(), to);
      columns.put(new Member(table.name(), to), columns.getOrDefault(before, column.name()));
      columns.remove(before);
    }

    private void changeType(Table table, Column column) {
      boolean referenced = schema.tables().values().stream()
          .flatMap(each -> each.foreignKeys()
              .filter(key -> each.name().equals(table.name()) && key.mentions(column.name())
                  || key.target().equals(table.name())
                      && key.targetColumns().contains(column.name())))
          .findAny()
          .isPresent();
      SqlType type = SqlType.parse(pick(CONVERTIBLE));
      boolean identity = column.identityOption().isPresent() && !isInteger(type);
      boolean limited =
          column.identityOption().isPresent() && column.identityOption().get().max() != null;
      boolean hangsOn =
          table.indexes().stream().anyMatch(index -> index.mentionsInExpression(column.name()))
              || table.constraints(Check.class).anyMatch(check -> check.mentions(column.name()))
              || table.columns().stream().anyMatch(each -> each.computedOption().isPresent());
      if (!CONVERTIBLE.contains(column.type().toString())
          || referenced
          || identity
          || limited
          || (hangsOn && !(isInteger(type) && isInteger(column.type())))) {
        return;
      }
      Column changed = column.withType(type).collate(type.isText() ? column.collation() : "");
      changed = column.defaultExpression().isPresent()
          ? changed.defaultValue(RandomRows.literal(type, 1))
          : changed;
      schema = schema.withTable(table.withColumns(table.columns().replace(column.name(), changed)));
    }

    private void changeNullability(Table table, Column column) {
      if (column.identityOption().isPresent()
          || column.computedOption().isPresent()
          || table.primaryKey().filter(key -> key.mentions(column.name())).isPresent()) {
        return;
      }
      Column changed = column.withNullable(!column.nullable());
      schema = schema.withTable(table.withColumns(table.columns().replace(column.name(), changed)));
    }

    private void changeValue(Table table, Column column) {
      if (column.computedOption().isPresent()) {
        return;
      }
      Column changed = column.withValue(null);
      if (isInteger(column.type()) && !column.nullable() && chance(2)) {
        changed = column.identity(identity());
      } else if (chance(2)) {
        changed = column.defaultValue(RandomRows.literal(column.type(), 2));
      }
      schema = schema.withTable(table.withColumns(table.columns().replace(column.name(), changed)));
    }

    private void dropMember(Table table) {
      if (!table.indexes().isEmpty() && chance(2)) {
        schema = schema.withTable(table.withIndexes(
            table.indexes().without(pick(table.indexes().asList()).name())));
        return;
      }
      List<Constraint> free = table.constraints().stream()
          .filter(each -> !isReferenced(table, each))
          .toList();
      if (!free.isEmpty()) {
        schema = schema.withTable(
            table.withConstraints(table.constraints().without(pick(free).name())));
      }
    }

    private boolean isReferenced(Table table, Constraint constraint) {
      List<String> columns = constraint instanceof PrimaryKey key
          ? key.columns()
          : constraint instanceof Unique unique ? unique.columns() : List.of();
      return schema.tables().values().stream()
          .flatMap(Table::foreignKeys)
          .anyMatch(
              key -> key.target().equals(table.name()) && key.targetColumns().equals(columns));
    }

    private void renameMember(Table table) {
      if (!table.indexes().isEmpty() && chance(2)) {
        Index index = pick(table.indexes().asList());
        schema = schema.withTable(table.withIndexes(
            table.indexes().replace(index.name(), index.withName(free(schema, table, "idx")))));
      } else if (!table.constraints().isEmpty()) {
        Constraint constraint = pick(table.constraints().asList());
        schema = schema.withTable(table.withConstraints(table
            .constraints()
            .replace(constraint.name(), constraint.withName(free(schema, table, "con")))));
      }
    }

    private void changeMember(Table table) {
      if (table.constraints().isEmpty()) {
        return;
      }
      Constraint constraint = pick(table.constraints().asList());
      if (constraint instanceof ForeignKey key) {
        replace(
            table,
            key.onDelete(pick(List.of(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION))));
      } else if (constraint instanceof Unique unique && !isReferenced(table, unique)) {
        replace(table, chance(2) ? unique.deferrable() : unique.initiallyDeferred());
      } else if (constraint instanceof Check check) {
        replace(table, new Check(check.name(), SqlExpression.of(check.expression() + " OR 1 = 1")));
      }
    }

    private void replace(Table table, Constraint constraint) {
      schema = schema.withTable(
          table.withConstraints(table.constraints().replace(constraint.name(), constraint)));
    }

    private void comment(Table table, Column column) {
      schema = chance(2)
          ? schema.withTable(table.withComment(chance(2) ? "" : "new"))
          : schema.withTable(table.withColumns(
              table.columns().replace(column.name(), column.comment(chance(2) ? "" : "ne'w"))));
    }

    private SqlExpression fill(Table table, Column column) {
      return isUnique(table, column.name())
          ? Placeholder.distinct(column.type())
          : SqlExpression.of(RandomRows.literal(column.type(), 1));
    }

    DiffHints hints() {
      Map<Member, SqlExpression> using = new HashMap<>();
      Map<Member, SqlExpression> backfill = new HashMap<>();
      for (Table table : schema.tables().values()) {
        Table old = fresh.contains(table.name())
            ? null
            : from.find(oldName(table.name())).orElse(null);
        for (Column column : table.columns()) {
          Member member = new Member(table.name(), column.name());
          Column before = old == null
              ? null
              : old.columns().find(columns.getOrDefault(member, column.name())).orElse(null);
          SqlExpression expression = before == null || column.computedOption().isPresent()
              ? null
              : Casts.using(before.type(), column.type(), column.name());
          if (expression != null) {
            using.put(member, expression);
          }
          if (old != null && before == null && !column.nullable() && column.value() == null) {
            backfill.put(member, fill(table, column));
          }
        }
      }
      return new DiffHints(tables, columns, using, backfill, Set.of());
    }
  }

  // --- choices

  private static boolean isInteger(SqlType type) {
    return !type.array() && Set.of("smallint", "integer", "bigint").contains(type.name());
  }

  private static boolean isNumber(SqlType type) {
    return isInteger(type) || (!type.array() && type.name().equals("numeric"));
  }

  /** Whether rows can have distinct values of it, also those that a downgrade has to invent. */
  private static boolean isKeyable(Column column) {
    return column.computedOption().isEmpty()
        && column.defaultExpression().isEmpty()
        && !column.type().array()
        && KEYABLE.contains(column.type().name());
  }

  /** A name that nothing in the schema has. */
  private String free(Schema schema, Table table, String suffix) {
    Set<String> taken = new HashSet<>();
    schema.tables().values().forEach(each -> take(taken, each));
    take(taken, table);
    String base = pick(List.of("c", "it's", "A \"b", "ü")) + "_" + suffix;
    String name = base;
    while (taken.contains(name)) {
      name = base + random.nextInt(1000);
    }
    return name;
  }

  private static void take(Set<String> taken, Table table) {
    taken.add(table.name().name());
    taken.addAll(table.constraints().names());
    taken.addAll(table.indexes().names());
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
