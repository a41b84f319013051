package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
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
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import java.util.HashMap;
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
    int dot = name.indexOf('.');
    QualifiedName qualified = dot < 0
        ? QualifiedName.of(name)
        : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
    return Table.of(qualified)
        .withColumns(NamedList.of(only(elements, Column.class)))
        .withConstraints(NamedList.of(only(elements, Constraint.class)));
  }

  static Table table(Table table, Index... indexes) {
    return table.withIndexes(NamedList.of(List.of(indexes)));
  }

  private static <E> List<E> only(TableElement[] elements, Class<E> kind) {
    return Stream.of(elements).filter(kind::isInstance).map(kind::cast).toList();
  }

  static Options options(Check check) {
    return new Options(null, Set.of(), false, check, true, null);
  }

  static Options generate(String description, Hazard... accept) {
    return new Options(description, Set.of(accept), false, Check.ERROR, true, null);
  }

  Model renamed(String table, String from) {
    Map<QualifiedName, QualifiedName> renamed = new HashMap<>(hints.renamedTables());
    QualifiedName name = find(table);
    renamed.put(name, name.sibling(from));
    return with(new DiffHints(
        renamed, hints.renamedColumns(), hints.using(), hints.backfill(), hints.derivedNames()));
  }

  Model renamed(String table, String column, String from) {
    Map<Member, String> renamed = new HashMap<>(hints.renamedColumns());
    renamed.put(new Member(find(table), column), from);
    return with(new DiffHints(
        hints.renamedTables(), renamed, hints.using(), hints.backfill(), hints.derivedNames()));
  }

  Model using(String table, String column, String expression) {
    Map<Member, SqlExpression> using = new HashMap<>(hints.using());
    using.put(new Member(find(table), column), SqlExpression.of(expression));
    return with(new DiffHints(
        hints.renamedTables(),
        hints.renamedColumns(),
        using,
        hints.backfill(),
        hints.derivedNames()));
  }

  Model backfill(String table, String column, String expression) {
    Map<Member, SqlExpression> backfill = new HashMap<>(hints.backfill());
    backfill.put(new Member(find(table), column), SqlExpression.of(expression));
    return with(new DiffHints(
        hints.renamedTables(),
        hints.renamedColumns(),
        hints.using(),
        backfill,
        hints.derivedNames()));
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
    return new DeclaredModel("main", "com.example.shop.migrations", "", schema, hints, classes);
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
    SchemaDiff diff = SchemaDiffer.diff(before.schema(), schema, renames.hints());
    return Stream.concat(
            renames.problems().stream(),
            ChangeProblems.of(before, declared, diff, options).stream())
        .toList();
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
    return place.getClass().getSimpleName();
  }

  private static String attribute(String attribute) {
    return attribute.isEmpty() ? "" : "@" + attribute;
  }
}
