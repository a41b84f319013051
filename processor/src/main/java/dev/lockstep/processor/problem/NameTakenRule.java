package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tables, views, sequences and indexes, also those of keys and other constraints, share the names
 * of one schema, and so do types, of which each table and view has one (PostgreSQL manual, CREATE
 * TABLE, notes).
 */
final class NameTakenRule {
  private static final Set<String> RELATIONS = Set.of("table", "view");
  private static final Set<String> TYPES = Set.of("type", "domain");

  /** One thing with a name of its schema; the name of the whole is for messages. */
  private record Holder(QualifiedName name, String what, Place place, boolean named) {}

  private NameTakenRule() {}

  static Stream<Problem> problems(DeclaredModel declared) {
    Schema schema = declared.schema();
    Map<QualifiedName, Holder> types = new HashMap<>();
    rowTypes(schema).forEach(holder -> types.putIfAbsent(holder.name(), holder));
    return Stream.concat(
        taken(relations(schema), new HashMap<>()).stream(), taken(types(schema), types).stream());
  }

  private static List<Problem> taken(Stream<Holder> holders, Map<QualifiedName, Holder> owners) {
    return holders
        .flatMap(holder -> {
          Holder owner = owners.putIfAbsent(holder.name(), holder);
          return owner == null ? Stream.of() : Stream.of(taken(holder, owner));
        })
        .toList();
  }

  private static Problem taken(Holder holder, Holder owner) {
    String message = holder.what() + " has the name of " + owner.what();
    if (!holder.named()) {
      return Problem.error("NameTaken", holder.place(), message);
    }
    String free = NameProblem.cut(holder.name().name() + "_2");
    return Problem.error("NameTaken", holder.place(), message, "rename: " + Fix.MEMBER.with(free));
  }

  /** What nobody can name otherwise comes first, so that the others are told to. */
  private static Stream<Holder> relations(Schema schema) {
    List<Function<Table, Stream<Holder>>> kinds = List.of(
        NameTakenRule::itself,
        table -> constraints(table, PrimaryKey.class),
        NameTakenRule::sequences,
        NameTakenRule::partitions,
        table -> constraints(table, Unique.class),
        table -> constraints(table, Exclusion.class),
        NameTakenRule::indexes);
    Stream<Holder> ofTables =
        kinds.stream().flatMap(kind -> schema.tables().values().stream().flatMap(kind));
    Stream<Holder> ofObjects = schema.objects().values().stream()
        .filter(object -> object.kind().isRelation())
        .map(NameTakenRule::object);
    Stream<Holder> ofIndexes = schema
        .objects(View.class)
        .flatMap(view -> view.indexes().stream().map(index -> index(view, index)));
    return Stream.of(ofTables, bySql(schema, RELATIONS), ofObjects, ofIndexes)
        .flatMap(holders -> holders);
  }

  /**
   * PostgreSQL names the type of a table's rows as the table; a sequence has none, but cannot come
   * where a type has its name.
   */
  private static Stream<Holder> rowTypes(Schema schema) {
    Collection<Table> tables = schema.tables().values();
    return Stream.of(
            tables.stream().flatMap(NameTakenRule::itself),
            tables.stream().flatMap(NameTakenRule::partitions),
            tables.stream().flatMap(NameTakenRule::sequences),
            schema.objects(View.class).map(NameTakenRule::object),
            schema.objects(Sequence.class).map(NameTakenRule::object),
            bySql(schema, RELATIONS))
        .flatMap(holders -> holders);
  }

  private static Stream<Holder> types(Schema schema) {
    return Stream.concat(
        bySql(schema, TYPES), schema.objects(EnumType.class).map(NameTakenRule::object));
  }

  private static Holder object(SchemaObject object) {
    return new Holder(
        object.name(), Wording.object(object.key()), new OfObject(object.key(), ""), true);
  }

  private static Holder index(View view, Index index) {
    return new Holder(
        view.name().sibling(index.name()),
        Wording.index(view, index),
        new OfObject(view.key(), ""),
        true);
  }

  /** What SQL objects create, as far as their first statement tells. */
  private static Stream<Holder> bySql(Schema schema, Set<String> kinds) {
    return schema
        .objects(SqlObject.class)
        .flatMap(object -> SqlHeader.of(object.create())
            .filter(header -> kinds.contains(header.kind()))
            .map(header -> new Holder(
                header.name(),
                "the " + header.kind() + " of " + Wording.object(object.key()),
                new OfObject(object.key(), ""),
                false))
            .stream());
  }

  private static Stream<Holder> itself(Table table) {
    QualifiedName name = table.name();
    return Stream.of(new Holder(name, Wording.table(name), new OfTable(name, ""), false));
  }

  private static Stream<Holder> constraints(Table table, Class<? extends Constraint> kind) {
    return table
        .constraints(kind)
        .map(each -> member(table, Kinds.of(each), each.name(), !(each instanceof PrimaryKey)));
  }

  private static Stream<Holder> indexes(Table table) {
    return table.indexes().stream().map(each -> member(table, "index", each.name(), true));
  }

  private static Stream<Holder> partitions(Table table) {
    return table.partitions().stream().map(each -> member(table, "partition", each.name(), true));
  }

  private static Holder member(Table table, String kind, String name, boolean named) {
    String what = Wording.member(kind, table.name(), name);
    return new Holder(table.name().sibling(name), what, new OfMember(table.name(), name), named);
  }

  /** PostgreSQL shortens long names of sequences in its own way, so those are left out. */
  private static Stream<Holder> sequences(Table table) {
    return table.columns().stream()
        .filter(column -> column.identityOption().isPresent())
        .map(column -> sequence(table, column))
        .filter(sequence -> NameProblem.bytes(sequence.name().name()) <= 63);
  }

  private static Holder sequence(Table table, Column column) {
    String name = table.name().name() + "_" + column.name() + "_seq";
    return new Holder(
        table.name().sibling(name),
        "the sequence of " + Wording.column(table.name(), column.name()),
        new OfColumn(table.name(), column.name(), ""),
        false);
  }
}
