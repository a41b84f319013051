package dev.lockstep.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Immutable map in the order of its keys whose changed copies share what did not change: a schema
 * of 10,000 tables goes through 10,000 changes, and a full copy for each would cost their square. A
 * treap (Seidel and Aragon, 1996) whose priorities are the keys' mixed hash codes.
 */
final class PersistentMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {
  private final @Nullable Node<K, V> root;
  private final int size;

  private PersistentMap(@Nullable Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  private record Node<K extends Comparable<K>, V>(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right, int priority) {

    static <K extends Comparable<K>, V> Node<K, V> of(K key, V value) {
      return new Node<>(key, value, null, null, key.hashCode() * 0x9E3779B9);
    }

    Node<K, V> with(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return new Node<>(key, value, newLeft, newRight, priority);
    }
  }

  /** A node that was passed on the way down, to its left or right. */
  private record Step<K extends Comparable<K>, V>(
      Node<K, V> node, boolean left, @Nullable Step<K, V> above) {

    /** The node with another one below; which comes first if its priority is the higher one. */
    Node<K, V> over(@Nullable Node<K, V> below) {
      if (below == null || below.priority <= node.priority) {
        return left ? node.with(below, node.right) : node.with(node.left, below);
      }
      return left
          ? below.with(below.left, node.with(below.right, node.right))
          : below.with(node.with(node.left, below.left), below.right);
    }
  }

  static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null, 0);
  }

  /** A map of the same entries. */
  static <K extends Comparable<K>, V> PersistentMap<K, V> of(Map<K, V> map) {
    if (map instanceof PersistentMap<K, V> persistent) {
      return persistent;
    }
    List<Node<K, V>> sorted = new ArrayList<>(map.size());
    for (Map.Entry<K, V> entry : new TreeMap<>(map).entrySet()) {
      sorted.add(Node.of(entry.getKey(), entry.getValue()));
    }
    return new PersistentMap<>(joined(sorted), sorted.size());
  }

  /** One tree of single nodes, which are in the order of their keys. */
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> joined(List<Node<K, V>> nodes) {
    // From the root down its right side, each without what is to the right of it.
    Deque<Node<K, V>> side = new ArrayDeque<>();
    for (Node<K, V> node : nodes) {
      side.push(node.with(taken(side, node.priority), null));
    }
    return taken(side, Integer.MAX_VALUE);
  }

  /** The lowest of those nodes, as far as their priorities are not higher, as one tree. */
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> taken(
      Deque<Node<K, V>> side, int priority) {
    Node<K, V> tree = null;
    while (!side.isEmpty() && side.element().priority <= priority) {
      Node<K, V> node = side.pop();
      tree = node.with(node.left, tree);
    }
    return tree;
  }

  /** This map with the value at the key, in the place of another one if there is one. */
  PersistentMap<K, V> plus(K key, V value) {
    Step<K, V> above = null;
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        Node<K, V> replaced = new Node<>(key, value, node.left, node.right, node.priority);
        return new PersistentMap<>(below(above, replaced), size);
      }
      above = new Step<>(node, order < 0, above);
      node = order < 0 ? node.left : node.right;
    }
    return new PersistentMap<>(below(above, Node.of(key, value)), size + 1);
  }

  PersistentMap<K, V> minus(K key) {
    Step<K, V> above = null;
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return new PersistentMap<>(merged(above, node.left, node.right), size - 1);
      }
      above = new Step<>(node, order < 0, above);
      node = order < 0 ? node.left : node.right;
    }
    return this;
  }

  /** The tree whose root the first step of that way was at, with that node at its end. */
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> below(
      @Nullable Step<K, V> above, @Nullable Node<K, V> end) {
    Node<K, V> top = end;
    for (Step<K, V> step = above; step != null; step = step.above) {
      top = step.over(top);
    }
    return top;
  }

  /** The same with both trees at its end; the keys of the left one come before the others. */
  private static <K extends Comparable<K>, V> @Nullable Node<K, V> merged(
      @Nullable Step<K, V> above, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    Step<K, V> way = above;
    Node<K, V> one = left;
    Node<K, V> other = right;
    while (one != null && other != null) {
      if (one.priority > other.priority) {
        way = new Step<>(one, false, way);
        one = one.right;
      } else {
        way = new Step<>(other, true, way);
        other = other.left;
      }
    }
    return below(way, one == null ? other : one);
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable V get(@Nullable Object key) {
    if (root == null || key == null || key.getClass() != root.key.getClass()) {
      return null;
    }
    K wanted = (K) key;
    Node<K, V> node = root;
    while (node != null) {
      int order = wanted.compareTo(node.key);
      if (order == 0) {
        return node.value;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return size;
  }

  /** Maps that share most of what they have are compared where they differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof PersistentMap<?, ?> that
            && size == that.size
            && isSame(root, that.root))
        || super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** Whether they are equal and of one shape; equal maps may have two if priorities are equal. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable Node<?, ?> one, @Nullable Node<?, ?> other) {
    return one == other
        || (one != null
            && other != null
            && one.key.equals(other.key)
            && one.value.equals(other.value)
            && isSame(one.left, other.left)
            && isSame(one.right, other.right));
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return new InOrder<>(root);
      }

      @Override
      public int size() {
        return PersistentMap.this.size();
      }
    };
  }

  private static final class InOrder<K extends Comparable<K>, V> implements Iterator<Entry<K, V>> {
    private final Deque<Node<K, V>> path = new ArrayDeque<>();

    InOrder(@Nullable Node<K, V> root) {
      descend(root);
    }

    private void descend(@Nullable Node<K, V> from) {
      for (Node<K, V> node = from; node != null; node = node.left) {
        path.push(node);
      }
    }

    @Override
    public boolean hasNext() {
      return !path.isEmpty();
    }

    @Override
    public Entry<K, V> next() {
      if (path.isEmpty()) {
        throw new NoSuchElementException();
      }
      Node<K, V> node = path.pop();
      descend(node.right);
      return new SimpleImmutableEntry<>(node.key, node.value);
    }
  }
}
