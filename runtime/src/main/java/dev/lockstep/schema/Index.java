package dev.lockstep.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index that belongs to no constraint; its raw name is unique in the schema of its table.
 *
 * @param elements in order, at least one
 * @param nullsDistinct false for NULLS NOT DISTINCT, which PostgreSQL knows since 15
 * @param method access method, {@code btree} by default
 * @param include raw names of the columns that are only carried along
 * @param where predicate of a partial index; null for none
 * @param with storage parameters, name to value
 */
public record Index(
    String name,
    List<IndexElement> elements,
    boolean unique,
    boolean nullsDistinct,
    String method,
    List<String> include,
    @Nullable SqlExpression where,
    SortedMap<String, String> with)
    implements Named {
  public Index {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    with = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(with));
  }

  /** A btree index of those elements, each in the text form of {@link IndexElement}. */
  public static Index of(String name, boolean unique, String... elements) {
    List<IndexElement> parsed = Arrays.stream(elements).map(IndexElement::parse).toList();
    return new Index(name, parsed, unique, true, "btree", List.of(), null, new TreeMap<>());
  }

  public Index nullsNotDistinct() {
    return new Index(name, elements, unique, false, method, include, where, with);
  }

  public Index using(String newMethod) {
    return new Index(name, elements, unique, nullsDistinct, newMethod, include, where, with);
  }

  public Index include(String first, String... more) {
    return new Index(
        name, elements, unique, nullsDistinct, method, Names.list(first, more), where, with);
  }

  public Index where(String predicate) {
    return new Index(
        name, elements, unique, nullsDistinct, method, include, SqlExpression.of(predicate), with);
  }

  public Index with(String parameter, String value) {
    TreeMap<String, String> parameters = new TreeMap<>(with);
    parameters.put(parameter, value);
    return new Index(name, elements, unique, nullsDistinct, method, include, where, parameters);
  }

  public Index withParameters(SortedMap<String, String> parameters) {
    return new Index(name, elements, unique, nullsDistinct, method, include, where, parameters);
  }

  public Index withName(String newName) {
    return new Index(newName, elements, unique, nullsDistinct, method, include, where, with);
  }

  public boolean mentions(String column) {
    return elements.stream().anyMatch(element -> element.mentions(column))
        || include.contains(column)
        || (where != null && where.mentions(column));
  }

  /** Whether the column stands in an expression or in the predicate, not as a plain column. */
  public boolean mentionsInExpression(String column) {
    return elements.stream()
            .anyMatch(element -> element.expression() != null && element.mentions(column))
        || (where != null && where.mentions(column));
  }

  /** Its expressions and its predicate. */
  public Stream<SqlExpression> expressions() {
    return Stream.concat(
        elements.stream().flatMap(element -> Stream.ofNullable(element.expression())),
        Stream.ofNullable(where));
  }

  public Index renameColumn(String column, String newName) {
    return new Index(
        name,
        elements.stream().map(element -> element.renameColumn(column, newName)).toList(),
        unique,
        nullsDistinct,
        method,
        Names.rename(include, column, newName),
        where == null ? null : where.renameColumn(column, newName),
        with);
  }

  /** Whether both say the same apart from their names. */
  public boolean sameBut(Index other) {
    return withName("").equals(other.withName(""));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Index that
            && name.equals(that.name)
            && elements.equals(that.elements)
            && unique == that.unique
            && nullsDistinct == that.nullsDistinct
            && method.equals(that.method)
            && include.equals(that.include)
            && Objects.equals(where, that.where)
            && with.equals(that.with));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
