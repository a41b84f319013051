package dev.lockstep.diff;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Gives constraints and indexes whose name nobody wrote the name that an equal one has already, so
 * that a renamed table keeps its own; and a free name where a kept one is in the way, as the server
 * would choose: {@code user_pkey1}.
 */
final class KeptNames {
  private final Schema recorded;
  private final Set<Member> derived;
  private final Map<String, Set<String>> relations = new HashMap<>();

  private KeptNames(Schema recorded, Set<Member> derived) {
    this.recorded = recorded;
    this.derived = derived;
  }

  /**
   * The declared schema with kept names.
   *
   * @param recorded what is there, after tables and columns got their new names
   */
  static Schema in(Schema declared, Schema recorded, Set<Member> derived) {
    return derived.isEmpty() ? declared : new KeptNames(recorded, derived).apply(declared);
  }

  private Schema apply(Schema declared) {
    Schema kept = declared.mapTables(this::keep);
    kept.tables().values().forEach(this::occupy);
    return kept.mapTables(this::free);
  }

  private Table keep(Table table) {
    Table old = recorded.find(table.name()).orElse(Table.of(table.name()));
    if (old.equals(table)) {
      return table;
    }
    return table
        .withConstraints(keep(
            table,
            table.constraints(),
            old.constraints(),
            Constraint::sameBut,
            Constraint::withName))
        .withIndexes(keep(table, table.indexes(), old.indexes(), Index::sameBut, Index::withName));
  }

  private <T extends Named> NamedList<T> keep(
      Table table,
      NamedList<T> declared,
      NamedList<T> old,
      BiPredicate<T, T> same,
      BiFunction<T, String, T> rename) {
    Set<String> taken = new HashSet<>();
    for (T item : declared) {
      if (old.find(item.name()).filter(each -> same.test(each, item)).isPresent()
          || !isDerived(table, item)) {
        taken.add(item.name());
      }
    }
    List<T> kept = new ArrayList<>();
    for (T item : declared) {
      boolean settled = taken.contains(item.name())
          && (!isDerived(table, item) || same.test(old.get(item.name()), item));
      String name = settled ? item.name() : equalName(item, old, same, taken);
      kept.add(rename.apply(item, name));
    }
    return NamedList.of(kept);
  }

  private static <T extends Named> String equalName(
      T item, NamedList<T> old, BiPredicate<T, T> same, Set<String> taken) {
    return old.stream()
        .filter(each -> !taken.contains(each.name()) && same.test(each, item))
        .map(Named::name)
        .findFirst()
        .filter(taken::add)
        .orElse(item.name());
  }

  private boolean isDerived(Table table, Named item) {
    return derived.contains(new Member(table.name(), item.name()));
  }

  /** Notes the names that tables, kept indexes and keys have in their PostgreSQL schema. */
  private void occupy(Table table) {
    Set<String> names = namesIn(table.name());
    names.add(table.name().name());
    Table old = recorded.find(table.name()).orElse(Table.of(table.name()));
    table.constraints().stream()
        .filter(item -> isRelation(item) && old.constraints().contains(item.name()))
        .forEach(item -> names.add(item.name()));
    table.indexes().stream()
        .filter(item -> old.indexes().contains(item.name()))
        .forEach(item -> names.add(item.name()));
  }

  private Table free(Table table) {
    Table old = recorded.find(table.name()).orElse(Table.of(table.name()));
    if (old.equals(table)) {
      return table;
    }
    Set<String> own = new TreeSet<>(old.constraints().names());
    return table
        .withConstraints(table
            .constraints()
            .map(item -> old.constraints().contains(item.name()) || !isDerived(table, item)
                ? item
                : item.withName(free(item.name(), isRelation(item) ? namesIn(table.name()) : own))))
        .withIndexes(table
            .indexes()
            .map(item -> old.indexes().contains(item.name()) || !isDerived(table, item)
                ? item
                : item.withName(free(item.name(), namesIn(table.name())))));
  }

  private static boolean isRelation(Constraint constraint) {
    return !(constraint instanceof ForeignKey) && !(constraint instanceof Check);
  }

  private Set<String> namesIn(QualifiedName table) {
    return relations.computeIfAbsent(table.schema(), schema -> new HashSet<>());
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int number = 1; !taken.add(candidate); number++) {
      candidate = name + number;
    }
    return candidate;
  }
}
