package dev.lockstep.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Immutable map in the order of its keys whose changed copies share what did not change: a schema
 * of 10,000 tables goes through 10,000 changes, and a full copy for each would cost their square. A
 * treap (Seidel and Aragon, 1996) whose priorities are the keys' mixed hash codes.
 */
final class PersistentMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {
  private final @Nullable Node<K, V> root;

  private PersistentMap(@Nullable Node<K, V> root) {
    this.root = root;
  }

  private record Node<K extends Comparable<K>, V>(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right, int size) {

    static <K extends Comparable<K>, V> Node<K, V> of(
        K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      return new Node<>(key, value, left, right, 1 + sizeOf(left) + sizeOf(right));
    }

    Node<K, V> withLeft(@Nullable Node<K, V> newLeft) {
      return of(key, value, newLeft, right);
    }

    Node<K, V> withRight(@Nullable Node<K, V> newRight) {
      return of(key, value, left, newRight);
    }

    int priority() {
      return key.hashCode() * 0x9E3779B9;
    }
  }

  private static int sizeOf(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.size();
  }

  static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null);
  }

  /** This map with the value at the key, in the place of another one if there is one. */
  PersistentMap<K, V> plus(K key, V value) {
    return new PersistentMap<>(plus(root, key, value));
  }

  PersistentMap<K, V> minus(K key) {
    return get(key) == null ? this : new PersistentMap<>(minus(root, key));
  }

  private static <K extends Comparable<K>, V> Node<K, V> plus(
      @Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return Node.of(key, value, null, null);
    }
    int order = key.compareTo(node.key());
    if (order == 0) {
      return Node.of(key, value, node.left(), node.right());
    }
    return order < 0
        ? risenLeft(node, plus(node.left(), key, value))
        : risenRight(node, plus(node.right(), key, value));
  }

  private static <K extends Comparable<K>, V> Node<K, V> risenLeft(
      Node<K, V> node, Node<K, V> left) {
    return left.priority() > node.priority()
        ? left.withRight(node.withLeft(left.right()))
        : node.withLeft(left);
  }

  private static <K extends Comparable<K>, V> Node<K, V> risenRight(
      Node<K, V> node, Node<K, V> right) {
    return right.priority() > node.priority()
        ? right.withLeft(node.withRight(right.left()))
        : node.withRight(right);
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> minus(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.compareTo(node.key());
    if (order == 0) {
      return merged(node.left(), node.right());
    }
    return order < 0
        ? node.withLeft(minus(node.left(), key))
        : node.withRight(minus(node.right(), key));
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> merged(
      @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.priority() > right.priority()
        ? left.withRight(merged(left.right(), right))
        : right.withLeft(merged(left, right.left()));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable V get(@Nullable Object key) {
    if (root == null || key == null || key.getClass() != root.key().getClass()) {
      return null;
    }
    K wanted = (K) key;
    Node<K, V> node = root;
    while (node != null) {
      int order = wanted.compareTo(node.key());
      if (order == 0) {
        return node.value();
      }
      node = order < 0 ? node.left() : node.right();
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return sizeOf(root);
  }

  /** Maps that share most of what they have are compared where they differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof PersistentMap<?, ?> that && isSame(root, that.root))
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
            && one.size() == other.size()
            && one.key().equals(other.key())
            && one.value().equals(other.value())
            && isSame(one.left(), other.left())
            && isSame(one.right(), other.right()));
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
      for (Node<K, V> node = from; node != null; node = node.left()) {
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
      descend(node.right());
      return new SimpleImmutableEntry<>(node.key(), node.value());
    }
  }
}
