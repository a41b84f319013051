package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.all;
import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A foreign key refers to a key of a table, column by column of the same type. */
final class ForeignKeyRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table, declared)) {
      return Stream.of();
    }
    return table.foreignKeys().flatMap(key -> problems(table, key, target(key, declared)));
  }

  /** The reader of the model lets no foreign key through whose target is no table of it. */
  private static Table target(ForeignKey key, Schema declared) {
    return declared
        .find(key.target())
        .orElseThrow(() -> new IllegalArgumentException("no table " + key.target()));
  }

  private static Stream<Problem> problems(Table table, ForeignKey key, Table target) {
    String what = Wording.member("foreign key", table.name(), key.name());
    Place place = new OfMember(table.name(), key.name());
    if (key.columns().size() != key.targetColumns().size()) {
      return Stream.of(Problem.error(
          "ForeignKeyColumnCount",
          place,
          what + " has " + key.columns().size()
              + (key.columns().size() == 1 ? " column" : " columns") + ", but refers to "
              + key.targetColumns().size()));
    }
    List<Problem> unknown = Stream.concat(
            Mentions.unknown(table, key.columns(), what, place),
            Mentions.unknown(target, key.targetColumns(), what, place))
        .toList();
    return unknown.isEmpty()
        ? Stream.of(
                unique(key, target, what, place),
                types(table, key, target),
                unlogged(table, target, what, place))
            .flatMap(problems -> problems)
        : unknown.stream();
  }

  private static Stream<Problem> unlogged(Table table, Table target, String what, Place place) {
    return target.options().unlogged() && !table.options().unlogged()
        ? Stream.of(Problem.error(
            "ForeignKeyTargetUnlogged",
            place,
            what + " refers to unlogged " + Wording.table(target.name())
                + ", which is empty after a crash",
            "let both be: @Table(unlogged = true)"))
        : Stream.of();
  }

  private static Stream<Problem> unique(ForeignKey key, Table target, String what, Place place) {
    if (isKey(target, key.targetColumns())) {
      return Stream.of();
    }
    return Stream.of(Problem.error(
        "ForeignKeyTargetNotUnique",
        place,
        what + " refers to " + columns(key.targetColumns()) + " of " + Wording.table(target.name())
            + ", where nothing makes "
            + (key.targetColumns().size() == 1 ? "it" : "them") + " unique",
        "make it unique: " + uniqueText(key.targetColumns())));
  }

  private static String columns(List<String> names) {
    return (names.size() == 1 ? "column " : "columns ")
        + all(names.stream().map(Wording::quoted).toList());
  }

  private static String uniqueText(List<String> columns) {
    return columns.size() == 1
        ? "@Column(unique = true)"
        : columns.stream()
            .map(Wording::javaText)
            .collect(Collectors.joining(", ", "@Unique(columns = {", "})"));
  }

  /** In any order, by what cannot be put off (PostgreSQL manual, CREATE TABLE, REFERENCES). */
  private static boolean isKey(Table target, List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    boolean once = wanted.size() == columns.size();
    Stream<List<String>> keys = Stream.of(
            target.primaryKey().stream().map(key -> key.columns()),
            target
                .constraints(Unique.class)
                .filter(unique -> unique.deferral() == Deferral.NOT_DEFERRABLE)
                .map(Unique::columns),
            target.indexes().stream()
                .filter(ForeignKeyRule::isPlainUnique)
                .map(index -> index.elements().stream()
                    .map(element -> String.valueOf(element.column()))
                    .toList()))
        .flatMap(lists -> lists);
    return once && keys.anyMatch(key -> key.size() == wanted.size() && wanted.containsAll(key));
  }

  private static boolean isPlainUnique(Index index) {
    return index.unique()
        && index.where() == null
        && index.elements().stream().allMatch(element -> element.expression() == null);
  }

  private static Stream<Problem> types(Table table, ForeignKey key, Table target) {
    return IntStream.range(0, key.columns().size()).boxed().flatMap(i -> {
      Column ours = table.columns().get(key.columns().get(i));
      Column theirs = target.columns().get(key.targetColumns().get(i));
      return comparable(ours.type(), theirs.type())
          ? Stream.of()
          : Stream.of(typeDiffers(table, ours, target, theirs));
    });
  }

  private static Problem typeDiffers(Table table, Column ours, Table target, Column theirs) {
    return Problem.error(
        "ForeignKeyTypeDiffers",
        new OfColumn(table.name(), ours.name(), ""),
        Wording.column(table.name(), ours.name()) + " is " + oneLine(ours.type())
            + ", but refers to " + quoted(theirs.name()) + " of " + Wording.table(target.name())
            + ", which is " + oneLine(theirs.type()),
        "same type: " + Wording.annotation("Column", "type", theirs.type().toString()));
  }

  /** Length does not matter, nor which of the two texts without padding. */
  private static boolean comparable(SqlType ours, SqlType theirs) {
    return plain(ours).equals(plain(theirs));
  }

  private static SqlType plain(SqlType type) {
    String name = type.schema().isEmpty() && type.name().equals("varchar") ? "text" : type.name();
    return new SqlType(type.schema(), name, List.of(), type.array());
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table, Schema declared) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key && !isPlain(table, key, declared)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is of one column, to a key of the same type. */
  private static boolean isPlain(Table table, ForeignKey key, Schema declared) {
    Table target = declared.tables().get(key.target());
    if (target == null || key.columns().size() != 1 || key.targetColumns().size() != 1) {
      return false;
    }
    String ours = key.columns().get(0);
    String theirs = key.targetColumns().get(0);
    return table.columns().contains(ours)
        && target.columns().contains(theirs)
        && table.columns().get(ours).type().equals(target.columns().get(theirs).type())
        && !target.options().unlogged()
        && hasPlainKey(target, key.targetColumns());
  }

  private static boolean hasPlainKey(Table target, List<String> columns) {
    for (Constraint constraint : target.constraints()) {
      boolean key = constraint instanceof Unique unique
          ? unique.deferral() == Deferral.NOT_DEFERRABLE && unique.columns().equals(columns)
          : constraint instanceof PrimaryKey primary && primary.columns().equals(columns);
      if (key) {
        return true;
      }
    }
    return false;
  }
}
