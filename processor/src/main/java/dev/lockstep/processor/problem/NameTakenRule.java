package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tables, sequences and indexes, also those of keys and unique constraints, share the names of one
 * schema (PostgreSQL manual, CREATE TABLE, notes).
 */
final class NameTakenRule {

  /** One thing with a name of its schema; the name of the whole is for messages. */
  private record Relation(QualifiedName name, String what, Place place, boolean named) {}

  private NameTakenRule() {}

  static Stream<Problem> problems(DeclaredModel declared) {
    Map<QualifiedName, Relation> owners = new HashMap<>();
    return relations(declared.schema().tables().values())
        .flatMap(relation -> {
          Relation owner = owners.putIfAbsent(relation.name(), relation);
          return owner == null ? Stream.of() : Stream.of(taken(relation, owner));
        })
        .toList()
        .stream();
  }

  private static Problem taken(Relation relation, Relation owner) {
    String message = relation.what() + " has the name of " + owner.what();
    if (!relation.named()) {
      return Problem.error("NameTaken", relation.place(), message);
    }
    String free = NameProblem.cut(relation.name().name() + "_2");
    return Problem.error(
        "NameTaken", relation.place(), message, "rename: " + Fix.MEMBER.with(free));
  }

  /** What nobody can name otherwise comes first, so that the others are told to. */
  private static Stream<Relation> relations(Collection<Table> tables) {
    List<Function<Table, Stream<Relation>>> kinds = List.of(
        NameTakenRule::itself,
        table -> constraints(table, PrimaryKey.class),
        NameTakenRule::sequences,
        table -> constraints(table, Unique.class),
        NameTakenRule::indexes);
    return kinds.stream().flatMap(kind -> tables.stream().flatMap(kind));
  }

  private static Stream<Relation> itself(Table table) {
    QualifiedName name = table.name();
    return Stream.of(new Relation(name, Wording.table(name), new OfTable(name, ""), false));
  }

  private static Stream<Relation> constraints(Table table, Class<? extends Constraint> kind) {
    return table
        .constraints(kind)
        .map(each -> member(table, Kinds.of(each), each.name(), each instanceof Unique));
  }

  private static Stream<Relation> indexes(Table table) {
    return table.indexes().stream().map(each -> member(table, "index", each.name(), true));
  }

  private static Relation member(Table table, String kind, String name, boolean named) {
    String what = Wording.member(kind, table.name(), name);
    return new Relation(table.name().sibling(name), what, new OfMember(table.name(), name), named);
  }

  /** PostgreSQL shortens long names of sequences in its own way, so those are left out. */
  private static Stream<Relation> sequences(Table table) {
    return table.columns().stream()
        .filter(column -> column.identityOption().isPresent())
        .map(column -> sequence(table, column))
        .filter(sequence -> NameProblem.bytes(sequence.name().name()) <= 63);
  }

  private static Relation sequence(Table table, Column column) {
    String name = table.name().name() + "_" + column.name() + "_seq";
    return new Relation(
        table.name().sibling(name),
        "the sequence of " + Wording.column(table.name(), column.name()),
        new OfColumn(table.name(), column.name(), ""),
        false);
  }
}
