package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Hazard;
import dev.lockstep.diff.Member;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A declared model made by hand; also what a snapshot was taken of. */
record Model(Schema schema, DiffHints hints) {
  static final Options CHECK = options(Check.ERROR);

  static Model of(Table... tables) {
    Map<QualifiedName, Table> byName =
        Stream.of(tables).collect(Collectors.toMap(Table::name, Function.identity()));
    TreeSet<String> namespaces = new TreeSet<>();
    byName.keySet().forEach(table -> namespaces.add(table.schema()));
    namespaces.remove("");
    return new Model(new Schema(namespaces, new TreeMap<>(byName)), DiffHints.NONE);
  }

  /** {@code name} may be {@code schema.name}. */
  static Table table(String name, TableElement... elements) {
    Table table = Table.of(name(name))
        .withColumns(NamedList.of(only(elements, Column.class)))
        .withConstraints(NamedList.of(only(elements, Constraint.class)));
    for (Partitioning partitioning : only(elements, Partitioning.class)) {
      table = table.withPartitioning(partitioning);
    }
    for (TableOptions options : only(elements, TableOptions.class)) {
      table = table.withOptions(options);
    }
    return table;
  }

  private static QualifiedName name(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? QualifiedName.of(name)
        : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
  }

  static EnumType enumType(String name, String... values) {
    return EnumType.of(name(name), List.of(values));
  }

  /** A table of its own type, with partitions. */
  static Partitioning partitioned(Partitioning by, Partition... partitions) {
    return by.withPartitions(NamedList.of(List.of(partitions)));
  }

  static SqlObject sqlObject(String name, String create, String drop, String... needs) {
    return new SqlObject(QualifiedName.of(name), create, drop, new TreeSet<>(Set.of(needs)));
  }

  static Table table(Table table, Index... indexes) {
    return table.withIndexes(NamedList.of(List.of(indexes)));
  }

  private static <E> List<E> only(TableElement[] elements, Class<E> kind) {
    return Stream.of(elements).filter(kind::isInstance).map(kind::cast).toList();
  }

  static Options options(Check check) {
    return new Options(null, false, null, Set.of(), false, check, true, false, null);
  }

  static Options generate(String description, Hazard... accept) {
    return accepting(
        description, Stream.of(accept).map(hazard -> new Risk(hazard, "")).toArray(Risk[]::new));
  }

  static Options accepting(String description, Risk... accept) {
    return new Options(
        description, false, null, Set.of(accept), false, Check.ERROR, true, false, null);
  }

  /** The same, with the plain forms. */
  static Options plain(Options options) {
    return new Options(
        options.migrate(),
        options.amend(),
        options.squash(),
        options.accept(),
        options.empty(),
        options.check(),
        false,
        options.rolling(),
        options.sources());
  }

  /** This model and what is beside tables. */
  Model with(SchemaObject... objects) {
    Schema more = schema;
    for (SchemaObject object : objects) {
      more = more.withObject(object);
      String namespace = object.name().schema();
      more = namespace.isEmpty() ? more : more.withNamespace(namespace);
    }
    return new Model(more, hints);
  }

  /** {@code from} may be {@code schema.name}. */
  Model renamed(String table, String from) {
    QualifiedName name = find(table);
    QualifiedName old = from.contains(".") ? name(from) : name.sibling(from);
    return with(new Hints(hints).table(name, old));
  }

  Model renamed(String table, String column, String from) {
    return with(new Hints(hints).column(new Member(find(table), column), from));
  }

  Model using(String table, String column, String expression) {
    return with(new Hints(hints).using(new Member(find(table), column), expression));
  }

  Model backfill(String table, String column, String expression) {
    return with(new Hints(hints).backfill(new Member(find(table), column), expression));
  }

  /** Names may be {@code schema.name}. */
  Model renamed(ObjectKind kind, String object, String from) {
    return with(new Hints(hints)
        .object(new ObjectKey(kind, name(object)), new ObjectKey(kind, name(from))));
  }

  Model renamedValue(String type, String value, String from) {
    return with(new Hints(hints).value(new EnumMember(name(type), value), from));
  }

  Model replaced(String type, String value, String by) {
    return with(new Hints(hints).replaced(new EnumMember(name(type), value), by));
  }

  private Model with(Hints newHints) {
    return with(newHints.hints());
  }

  private Model with(DiffHints newHints) {
    return new Model(schema, newHints);
  }

  private QualifiedName find(String table) {
    return schema.tables().keySet().stream()
        .filter(name -> name.toString().equals(table))
        .findFirst()
        .orElseThrow();
  }

  DeclaredModel declared() {
    Map<QualifiedName, String> classes = new TreeMap<>();
    schema
        .tables()
        .keySet()
        .forEach(table -> classes.put(table, "com.example.shop." + className(table.name())));
    Map<ObjectKey, String> objects = new TreeMap<>();
    schema
        .objects()
        .keySet()
        .forEach(
            key -> objects.put(key, "com.example.shop." + className(key.name().name())));
    return new DeclaredModel(
        "main", "com.example.shop.migrations", "", schema, hints, classes, objects);
  }

  private static String className(String table) {
    return table.isEmpty() ? table : Character.toUpperCase(table.charAt(0)) + table.substring(1);
  }

  Snapshot recorded() {
    return new Snapshot(List.of("M0001_InitialMigration"), schema, Map.of());
  }

  /** What a compile says of the change from {@code before} to this, renames first. */
  List<Problem> problems(Snapshot before, Options options) {
    DeclaredModel declared = declared();
    RenameCheck renames = RenameRules.check(before, declared);
    List<Problem> problems = new ArrayList<>(renames.problems());
    List<Problem> transitions = TransitionRules.check(before, declared, renames.hints());
    problems.addAll(transitions);
    if (transitions.isEmpty()) {
      SchemaDiff diff = SchemaDiffer.diff(before.schema(), schema, renames.hints());
      Risks risks = ChangeProblems.risks(before, declared, diff, options);
      problems.addAll(
          ChangeProblems.of(before, declared, diff, options, Acceptance.typed(options), risks));
    }
    return problems;
  }

  /** Each problem as {@code SEVERITY place: text}. */
  static String text(List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            problem.severity() + " " + text(problem.place()) + ": " + problem.text() + "\n")
        .collect(Collectors.joining());
  }

  private static String text(Place place) {
    if (place instanceof Place.OfTable table) {
      return table.table() + attribute(table.attribute());
    }
    if (place instanceof Place.OfColumn column) {
      return column.table() + "." + column.column() + attribute(column.attribute());
    }
    if (place instanceof Place.OfMember member) {
      return member.table() + "#" + member.member();
    }
    if (place instanceof Place.OfObject object) {
      return object.object().kind() + " " + object.object().name() + attribute(object.attribute());
    }
    if (place instanceof Place.OfEnumValue value) {
      return "ENUM " + value.type() + "." + value.value();
    }
    return place.getClass().getSimpleName();
  }

  private static String attribute(String attribute) {
    return attribute.isEmpty() ? "" : "@" + attribute;
  }
}
