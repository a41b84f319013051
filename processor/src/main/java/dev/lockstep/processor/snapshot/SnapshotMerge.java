package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Merges two schemas whose common ancestor is not known: what they agree on, and of the rest what
 * the model has, which is the branches' merged source.
 */
final class SnapshotMerge {
  private final Schema ours;
  private final Schema theirs;
  private final Schema declared;
  private final List<String> undecided = new ArrayList<>();

  SnapshotMerge(Schema ours, Schema theirs, Schema declared) {
    this.ours = ours;
    this.theirs = theirs;
    this.declared = declared;
  }

  Schema schema() {
    TreeSet<String> namespaces = new TreeSet<>(ours.namespaces());
    namespaces.addAll(theirs.namespaces());
    namespaces.removeIf(
        name -> !(ours.namespaces().contains(name) && theirs.namespaces().contains(name))
            && !declared.namespaces().contains(name));
    return new Schema(namespaces, tables(), objects());
  }

  /** What both sides have, each in another way than the other and the model. */
  List<String> undecided() {
    return List.copyOf(undecided);
  }

  private Map<QualifiedName, Table> tables() {
    return merged(ours.tables(), theirs.tables(), declared.tables(), name -> this::table);
  }

  private Map<ObjectKey, SchemaObject> objects() {
    return merged(
        ours.objects(),
        theirs.objects(),
        declared.objects(),
        key -> (one, other, wanted) -> choose(key.toString(), one, other, wanted));
  }

  /** Puts two versions of one thing together. */
  private interface Merge<T> {
    T of(T one, T other, Optional<T> wanted);
  }

  private static <K, T> Map<K, T> merged(
      Map<K, T> ours, Map<K, T> theirs, Map<K, T> declared, Function<K, Merge<T>> merge) {
    Map<K, T> all = new LinkedHashMap<>(ours);
    theirs.forEach(all::putIfAbsent);
    Map<K, T> merged = new LinkedHashMap<>();
    all.forEach((key, any) -> {
      T one = ours.get(key);
      T other = theirs.get(key);
      if (one != null && other != null) {
        merged.put(
            key,
            one.equals(other)
                ? one
                : merge.apply(key).of(one, other, Optional.ofNullable(declared.get(key))));
      } else if (declared.containsKey(key)) {
        merged.put(key, any);
      }
    });
    return merged;
  }

  private <T> T choose(String name, T one, T other, Optional<T> wanted) {
    if (wanted.filter(other::equals).isPresent()) {
      return other;
    }
    if (wanted.filter(one::equals).isEmpty()) {
      undecided.add(name);
    }
    return one;
  }

  private Table table(Table one, Table other, Optional<Table> wanted) {
    String name = "table \"" + one.name() + "\"";
    Table bare = skeleton(one);
    Table otherBare = skeleton(other);
    Optional<Table> wantedBare = wanted.map(SnapshotMerge::skeleton);
    Table chosen = bare.equals(otherBare) ? bare : choose(name, bare, otherBare, wantedBare);
    return chosen
        .withColumns(parts(name, one, other, wanted, Table::columns))
        .withConstraints(parts(name, one, other, wanted, Table::constraints))
        .withIndexes(parts(name, one, other, wanted, Table::indexes));
  }

  private static Table skeleton(Table table) {
    return table
        .withColumns(NamedList.empty())
        .withConstraints(NamedList.empty())
        .withIndexes(NamedList.empty());
  }

  private <E extends Named> NamedList<E> parts(
      String table,
      Table one,
      Table other,
      Optional<Table> wanted,
      Function<Table, NamedList<E>> of) {
    Map<String, E> model = wanted.map(each -> byName(of.apply(each))).orElse(Map.of());
    return NamedList.of(List.copyOf(merged(
            byName(of.apply(one)),
            byName(of.apply(other)),
            model,
            name -> (first, second, meant) ->
                choose("\"" + name + "\" of " + table, first, second, meant))
        .values()));
  }

  private static <E extends Named> Map<String, E> byName(NamedList<E> list) {
    Map<String, E> byName = new LinkedHashMap<>();
    list.stream().forEach(each -> byName.put(each.name(), each));
    return byName;
  }
}
