package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Immutable list of things with unique names. It keeps its order, but equality ignores it:
 * PostgreSQL cannot reorder columns, so two tables that differ in order alone are the same table to
 * us.
 */
public final class NamedList<T extends Named> implements Iterable<T> {
  private static final NamedList<?> EMPTY = new NamedList<>(Map.of());
  private final Map<String, T> byName;

  private NamedList(Map<String, T> byName) {
    this.byName = byName;
  }

  @SuppressWarnings("unchecked")
  public static <T extends Named> NamedList<T> empty() {
    return (NamedList<T>) EMPTY;
  }

  /**
   * The items in their given order.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public static <T extends Named> NamedList<T> of(Collection<? extends T> items) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T item : items) {
      if (byName.put(item.name(), item) != null) {
        throw new IllegalArgumentException("two things are named \"" + item.name() + "\"");
      }
    }
    return byName.isEmpty() ? empty() : new NamedList<>(Collections.unmodifiableMap(byName));
  }

  public Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The item of that name.
   *
   * @throws NoSuchElementException if there is none
   */
  public T get(String name) {
    return find(name)
        .orElseThrow(
            () -> new NoSuchElementException("nothing is named \"" + name + "\" among " + names()));
  }

  public boolean contains(String name) {
    return byName.containsKey(name);
  }

  /**
   * This list with the item at its end.
   *
   * @throws IllegalArgumentException if its name is taken
   */
  public NamedList<T> with(T item) {
    List<T> items = new ArrayList<>(byName.values());
    items.add(item);
    return of(items);
  }

  /** This list without the item of that name; the same list if there is none. */
  public NamedList<T> without(String name) {
    return filter(item -> !item.name().equals(name));
  }

  /** This list with {@code item} in the place of the one named {@code name}. */
  public NamedList<T> replace(String name, T item) {
    get(name);
    return map(old -> old.name().equals(name) ? item : old);
  }

  public NamedList<T> map(UnaryOperator<T> change) {
    return of(stream().map(change).toList());
  }

  public NamedList<T> filter(Predicate<T> wanted) {
    return of(stream().filter(wanted).toList());
  }

  public Stream<T> stream() {
    return byName.values().stream();
  }

  public List<T> asList() {
    return List.copyOf(byName.values());
  }

  public Set<String> names() {
    return byName.keySet();
  }

  public int size() {
    return byName.size();
  }

  public boolean isEmpty() {
    return byName.isEmpty();
  }

  @Override
  public Iterator<T> iterator() {
    return byName.values().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedList<?> that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }
}
