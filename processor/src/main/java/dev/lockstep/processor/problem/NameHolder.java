package dev.lockstep.processor.problem;

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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing with a name of its schema.
 *
 * @param what the name of the whole, for messages
 * @param named whether its annotation can give it another name
 */
record NameHolder(Kind kind, QualifiedName name, String what, Place place, boolean named) {
  private static final Set<String> SQL_RELATIONS = Set.of("table", "view");
  private static final Set<String> SQL_TYPES = Set.of("type", "domain");

  /**
   * What has a name. The numbers say when a migration takes things of the kind away and makes them,
   * one after the other.
   */
  enum Kind {
    TABLE(1, 4),
    PARTITION(3, 4),
    VIEW(0, 7),
    SEQUENCE(6, 2),
    /**
     * The sequence of an identity; PostgreSQL names a new one otherwise where its name is taken.
     */
    IDENTITY(5, 8),
    CONSTRAINT(3, 4),
    INDEX(3, 5),
    VIEW_INDEX(0, 7),
    SQL_RELATION(0, 7),
    ENUM(6, 2),
    SQL_TYPE(6, 2);

    final int dropped;
    final int created;

    Kind(int dropped, int created) {
      this.dropped = dropped;
      this.created = created;
    }
  }

  /** What nobody can name otherwise comes first, so that the others are told to. */
  static Stream<NameHolder> relations(Schema schema) {
    List<Function<Table, Stream<NameHolder>>> kinds = List.of(
        NameHolder::itself,
        table -> constraints(table, PrimaryKey.class),
        NameHolder::identities,
        NameHolder::partitions,
        table -> constraints(table, Unique.class),
        table -> constraints(table, Exclusion.class),
        NameHolder::indexes);
    Stream<NameHolder> ofTables =
        kinds.stream().flatMap(kind -> schema.tables().values().stream().flatMap(kind));
    Stream<NameHolder> ofIndexes = schema
        .objects(View.class)
        .flatMap(view -> view.indexes().stream().map(index -> index(view, index)));
    return Stream.of(
            ofTables,
            bySql(schema, Kind.SQL_RELATION, SQL_RELATIONS),
            schema.objects(Sequence.class).map(sequence -> object(Kind.SEQUENCE, sequence)),
            schema.objects(View.class).map(view -> object(Kind.VIEW, view)),
            ofIndexes)
        .flatMap(holders -> holders);
  }

  /**
   * PostgreSQL names the type of a table's rows as the table; a sequence has none, but cannot come
   * where a type has its name.
   */
  static Stream<NameHolder> rowTypes(Schema schema) {
    Collection<Table> tables = schema.tables().values();
    return Stream.of(
            tables.stream().flatMap(NameHolder::itself),
            tables.stream().flatMap(NameHolder::partitions),
            tables.stream().flatMap(NameHolder::identities),
            schema.objects(View.class).map(view -> object(Kind.VIEW, view)),
            schema.objects(Sequence.class).map(sequence -> object(Kind.SEQUENCE, sequence)),
            bySql(schema, Kind.SQL_RELATION, SQL_RELATIONS))
        .flatMap(holders -> holders);
  }

  static Stream<NameHolder> types(Schema schema) {
    return Stream.concat(
        bySql(schema, Kind.SQL_TYPE, SQL_TYPES),
        schema.objects(EnumType.class).map(type -> object(Kind.ENUM, type)));
  }

  private static NameHolder object(Kind kind, SchemaObject object) {
    return new NameHolder(
        kind, object.name(), Wording.object(object.key()), new OfObject(object.key(), ""), true);
  }

  private static NameHolder index(View view, Index index) {
    return new NameHolder(
        Kind.VIEW_INDEX,
        view.name().sibling(index.name()),
        Wording.index(view, index),
        new OfObject(view.key(), ""),
        true);
  }

  /** What SQL objects create, as far as their first statement tells. */
  private static Stream<NameHolder> bySql(Schema schema, Kind kind, Set<String> words) {
    return schema
        .objects(SqlObject.class)
        .flatMap(object -> SqlHeader.of(object.create())
            .filter(header -> words.contains(header.kind()))
            .map(header -> new NameHolder(
                kind,
                header.name(),
                "the " + header.kind() + " of " + Wording.object(object.key()),
                new OfObject(object.key(), ""),
                false))
            .stream());
  }

  private static Stream<NameHolder> itself(Table table) {
    QualifiedName name = table.name();
    return Stream.of(
        new NameHolder(Kind.TABLE, name, Wording.table(name), new OfTable(name, ""), false));
  }

  private static Stream<NameHolder> constraints(Table table, Class<? extends Constraint> kind) {
    return table
        .constraints(kind)
        .map(each -> member(
            table, Kind.CONSTRAINT, Kinds.of(each), each.name(), !(each instanceof PrimaryKey)));
  }

  private static Stream<NameHolder> indexes(Table table) {
    return table.indexes().stream()
        .map(each -> member(table, Kind.INDEX, "index", each.name(), true));
  }

  private static Stream<NameHolder> partitions(Table table) {
    return table.partitions().stream()
        .map(each -> member(table, Kind.PARTITION, "partition", each.name(), true));
  }

  private static NameHolder member(
      Table table, Kind kind, String word, String name, boolean named) {
    return new NameHolder(
        kind,
        table.name().sibling(name),
        Wording.member(word, table.name(), name),
        new OfMember(table.name(), name),
        named);
  }

  /** PostgreSQL shortens long names of sequences in its own way, so those are left out. */
  private static Stream<NameHolder> identities(Table table) {
    return table.columns().stream()
        .filter(column -> column.identityOption().isPresent())
        .map(column -> identity(table, column))
        .filter(sequence -> NameProblem.bytes(sequence.name().name()) <= 63);
  }

  private static NameHolder identity(Table table, Column column) {
    String name = sequence(table, column);
    return new NameHolder(
        Kind.IDENTITY,
        table.name().sibling(name),
        "the sequence of " + Wording.column(table.name(), column.name()),
        new OfColumn(table.name(), column.name(), ""),
        false);
  }

  /** What PostgreSQL calls the sequence of an identity, if that is not too long. */
  static String sequence(Table table, Column column) {
    return table.name().name() + "_" + column.name() + "_seq";
  }
}
