package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one table of a snapshot: constraints and indexes that name only columns that are there. */
final class TableReader {
  private final QualifiedName name;
  private final JsonObject json;
  private final Map<ForeignKey, JsonObject> foreignKeys = new LinkedHashMap<>();
  private final Set<String> columns = new HashSet<>();

  TableReader(QualifiedName name, JsonObject json) {
    this.name = name;
    this.json = json;
  }

  Table read() {
    Table table = Table.of(name)
        .withComment(json.optionalText("comment"))
        .withColumns(list("columns", "column", ColumnReader::read));
    columns.addAll(table.columns().names());
    Table constrained = table
        .withConstraints(list("constraints", "constraint", this::constraint))
        .withIndexes(list("indexes", "index", this::index));
    if (constrained.constraints(PrimaryKey.class).count() > 1) {
      throw SnapshotException.damaged(
          json.line("constraints"), "table \"" + name + "\" has two primary keys");
    }
    return constrained;
  }

  /** Refuses a foreign key to what is not there, once all tables are known. */
  void requireTargets(Map<QualifiedName, Table> tables) {
    foreignKeys.forEach((key, at) -> {
      Table target = tables.get(key.target());
      if (target == null) {
        throw SnapshotException.damaged(
            at.line("references"),
            "foreign key \"" + key.name() + "\" references table \"" + key.target()
                + "\", which is not there");
      }
      key.targetColumns()
          .forEach(column -> requireColumn(
              target.columns().names(), key.target(), column, at.line("referencedColumns")));
    });
  }

  private <T extends dev.lockstep.schema.Named> NamedList<T> list(
      String property, String what, Function<JsonObject, T> read) {
    Map<String, T> items = new LinkedHashMap<>();
    for (JsonObject item : json.objects(property)) {
      T value = read.apply(item);
      item.end();
      if (items.put(value.name(), value) != null) {
        throw SnapshotException.damaged(
            item.line("name"), what + " \"" + value.name() + "\" is there twice");
      }
    }
    return NamedList.of(items.values());
  }

  private Constraint constraint(JsonObject item) {
    String constraint = item.text("name");
    return switch (constant(item, "kind", Words.Kind.values())) {
      case PRIMARY_KEY -> new PrimaryKey(constraint, columns(item, "columns"));
      case UNIQUE -> unique(item, constraint);
      case FOREIGN_KEY -> foreignKey(item, constraint);
      case CHECK -> new Check(constraint, item.parsed("expression", SqlExpression::of));
    };
  }

  private Unique unique(JsonObject item, String constraint) {
    return new Unique(
        constraint,
        columns(item, "columns"),
        !item.flag("nullsNotDistinct"),
        optional(item, "deferral", Deferral.NOT_DEFERRABLE),
        optionalColumns(item, "include"));
  }

  private ForeignKey foreignKey(JsonObject item, String constraint) {
    ForeignKey key = new ForeignKey(
        constraint,
        columns(item, "columns"),
        new QualifiedName(item.optionalText("referencesIn"), item.text("references")),
        item.texts("referencedColumns"),
        optional(item, "onDelete", ReferentialAction.NO_ACTION),
        optional(item, "onUpdate", ReferentialAction.NO_ACTION),
        optional(item, "deferral", Deferral.NOT_DEFERRABLE));
    if (key.columns().size() != key.targetColumns().size()) {
      throw SnapshotException.damaged(
          item.line("referencedColumns"),
          "foreign key \"" + constraint + "\" has " + key.columns().size()
              + " columns and references " + key.targetColumns().size());
    }
    foreignKeys.put(key, item);
    return key;
  }

  private Index index(JsonObject item) {
    Index index = new Index(
        item.text("name"),
        elements(item),
        item.flag("unique"),
        !item.flag("nullsNotDistinct"),
        item.has("method") ? item.text("method") : "btree",
        optionalColumns(item, "include"),
        item.has("where") ? item.parsed("where", SqlExpression::of) : null,
        new TreeMap<>(item.object("with").map(JsonObject::allTexts).orElse(Map.of())));
    return index;
  }

  private List<IndexElement> elements(JsonObject item) {
    List<IndexElement> elements = new ArrayList<>();
    for (String text : required(item, "elements")) {
      IndexElement element = element(item, text);
      elements.add(element);
      if (element.column() != null) {
        requireColumn(columns, name, element.column(), item.line("elements"));
      }
    }
    return elements;
  }

  private static IndexElement element(JsonObject item, String text) {
    try {
      return IndexElement.parse(text);
    } catch (IllegalArgumentException e) {
      throw SnapshotException.damaged(item.line("elements"), String.valueOf(e.getMessage()));
    }
  }

  private List<String> columns(JsonObject item, String property) {
    required(item, property);
    return optionalColumns(item, property);
  }

  private static List<String> required(JsonObject item, String property) {
    List<String> texts = item.texts(property);
    if (texts.isEmpty()) {
      throw SnapshotException.damaged(
          item.line(property), "property \"" + property + "\" is empty");
    }
    return texts;
  }

  private List<String> optionalColumns(JsonObject item, String property) {
    List<String> names = item.optionalTexts(property);
    names.forEach(column -> requireColumn(columns, name, column, item.line(property)));
    return names;
  }

  private static void requireColumn(
      Set<String> columns, QualifiedName table, String column, int line) {
    if (!columns.contains(column)) {
      throw SnapshotException.damaged(
          line, "table \"" + table + "\" has no column \"" + column + "\"");
    }
  }

  private static <E extends Enum<E>> E optional(JsonObject item, String property, E usual) {
    return item.has(property)
        ? constant(item, property, usual.getDeclaringClass().getEnumConstants())
        : usual;
  }

  private static <E extends Enum<E>> E constant(JsonObject item, String property, E[] constants) {
    String word = item.text(property);
    return Arrays.stream(constants)
        .filter(constant -> Words.word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> SnapshotException.damaged(
            item.line(property),
            "property \"" + property + "\" is \"" + word + "\", not one of "
                + Arrays.stream(constants).map(Words::word).toList()));
  }
}
