package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which views and SQL objects of a schema depend on what, as far as their SQL and their
 * {@code needs} tell. A name that their SQL holds counts as a dependency, whatever it means there:
 * to make one object too many anew does no harm, one too few does.
 */
public final class Dependents {
  private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
  private final Map<ObjectKey, List<Token>> tokens = new HashMap<>();
  private final Map<ObjectKey, Set<String>> words = new HashMap<>();
  private final Set<ObjectKey> selectingAll = new HashSet<>();
  private final Map<ObjectKey, Set<String>> sources = new HashMap<>();
  private final Map<ObjectKey, Set<ObjectKey>> uses = new HashMap<>();
  private final Map<ObjectKey, Set<ObjectKey>> usedBy = new HashMap<>();

  private Dependents(Collection<? extends SchemaObject> candidates) {
    for (SchemaObject object : candidates) {
      if (object instanceof View || object instanceof SqlObject) {
        List<Token> sql = SqlTokens.of(sql(object));
        objects.put(object.key(), object);
        tokens.put(object.key(), sql);
        SqlNames names = SqlNames.of(sql);
        words.put(object.key(), names.words());
        if (names.selectsAll()) {
          selectingAll.add(object.key());
        }
        indexExpressions(object)
            .forEach(each -> words
                .get(object.key())
                .addAll(SqlNames.of(SqlTokens.of(each.text())).words()));
      }
    }
    link();
  }

  public static Dependents in(Schema schema) {
    return of(schema.objects().values());
  }

  /** Among those objects alone. */
  public static Dependents of(Collection<? extends SchemaObject> candidates) {
    return new Dependents(candidates);
  }

  private static String sql(SchemaObject object) {
    return object instanceof View view ? view.query().text() : ((SqlObject) object).create();
  }

  /** Of a materialized view: its indexes come and go with it. */
  private static Stream<SqlExpression> indexExpressions(SchemaObject object) {
    return object instanceof View view
        ? view.indexes().stream().flatMap(Index::expressions)
        : Stream.empty();
  }

  /** Whether an object names that table, view, sequence or type. */
  public boolean names(SchemaObject object, QualifiedName thing) {
    return (object instanceof SqlObject sql
            && (sql.needs().contains(thing.toString())
                || (!thing.schema().isEmpty() && sql.needs().contains(thing.name()))))
        || words.getOrDefault(object.key(), Set.of()).contains(thing.name());
  }

  /** Whether an object shows all columns of what it selects from. */
  private boolean selectsAll(SchemaObject object) {
    return selectingAll.contains(object.key());
  }

  /** What the object's SQL creates, if it is a thing that other SQL can name. */
  public static Optional<QualifiedName> created(SqlObject object) {
    return SqlHeader.of(object.create()).filter(SqlHeader::isNamedElsewhere).map(SqlHeader::name);
  }

  /** All that depends on the table, directly or by way of another, dependents first. */
  public List<SchemaObject> onTable(QualifiedName table) {
    return closure(object -> names(object, table));
  }

  /** All that depends on those columns of the table, or may do so, dependents first. */
  public List<SchemaObject> onColumns(QualifiedName table, Set<String> columns) {
    return closure(object -> names(object, table)
        && (selectsAll(object)
            || columns.stream().anyMatch(words.getOrDefault(object.key(), Set.of())::contains)));
  }

  /** All that shows whatever columns the table has. */
  public List<SchemaObject> onAnyColumn(QualifiedName table) {
    return closure(object -> names(object, table) && selectsAll(object));
  }

  /** All that depends on one of those objects, the objects themselves apart, dependents first. */
  public List<SchemaObject> on(Collection<? extends SchemaObject> others) {
    Set<ObjectKey> keys = new HashSet<>();
    others.forEach(other -> keys.add(other.key()));
    return closure(object ->
        uses.getOrDefault(object.key(), Set.of()).stream().anyMatch(keys::contains)
            || others.stream()
                .filter(other -> !other.key().equals(object.key()))
                .anyMatch(
                    other -> calledBy(other).filter(name -> names(object, name)).isPresent()));
  }

  /** The name by which other SQL calls an object; empty for one that nobody can name. */
  private static Optional<QualifiedName> calledBy(SchemaObject object) {
    return object instanceof SqlObject sql ? created(sql) : Optional.of(object.name());
  }

  private void link() {
    Map<String, Set<ObjectKey>> called = new HashMap<>();
    for (SchemaObject object : objects.values()) {
      calledBy(object)
          .ifPresent(name ->
              called.computeIfAbsent(name.name(), key -> new HashSet<>()).add(object.key()));
    }
    for (SchemaObject object : objects.values()) {
      Set<ObjectKey> used = new TreeSet<>();
      words.getOrDefault(object.key(), Set.of()).stream()
          .flatMap(word -> called.getOrDefault(word, Set.of()).stream())
          .filter(key -> !(object instanceof View) || !key.kind().isView() || reads(object, key))
          .forEach(used::add);
      needs(object).forEach(need -> {
        used.addAll(called.getOrDefault(need.substring(need.indexOf('.') + 1), Set.of()));
        ObjectKey named = ObjectKey.of(ObjectKind.SQL_OBJECT, need);
        if (objects.containsKey(named)) {
          used.add(named);
        }
      });
      used.remove(object.key());
      uses.put(object.key(), used);
      used.forEach(each -> usedBy.computeIfAbsent(each, key -> new TreeSet<>()).add(object.key()));
    }
  }

  /** Whether a query selects from a view: a column may have its name. */
  private boolean reads(SchemaObject view, ObjectKey other) {
    return sources
        .computeIfAbsent(view.key(), key -> FromClause.names(tokens.getOrDefault(key, List.of())))
        .contains(other.name().name());
  }

  private static Set<String> needs(SchemaObject object) {
    return object instanceof SqlObject sql ? sql.needs() : Set.of();
  }

  private List<SchemaObject> closure(Predicate<SchemaObject> first) {
    Set<ObjectKey> found = new HashSet<>();
    Deque<ObjectKey> unread = new ArrayDeque<>();
    objects.values().stream().filter(first).forEach(object -> unread.add(object.key()));
    while (!unread.isEmpty()) {
      ObjectKey next = unread.poll();
      if (found.add(next)) {
        unread.addAll(usedBy.getOrDefault(next, Set.of()));
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    List<SchemaObject> ordered = new ArrayList<>(
        order().stream().filter(each -> found.contains(each.key())).toList());
    Collections.reverse(ordered);
    return ordered;
  }

  /**
   * All of them so that each comes after those that it depends on, by key otherwise; a circle
   * starts with its first key.
   */
  public List<SchemaObject> order() {
    Map<ObjectKey, Integer> waits = new HashMap<>();
    TreeSet<ObjectKey> pending = new TreeSet<>(objects.keySet());
    TreeSet<ObjectKey> ready = new TreeSet<>();
    for (ObjectKey key : objects.keySet()) {
      int number = uses.getOrDefault(key, Set.of()).size();
      waits.put(key, number);
      if (number == 0) {
        ready.add(key);
      }
    }
    List<SchemaObject> ordered = new ArrayList<>();
    while (!pending.isEmpty()) {
      ObjectKey next = ready.isEmpty() ? pending.first() : ready.first();
      pending.remove(next);
      ready.remove(next);
      ordered.add(objects.get(next));
      for (ObjectKey user : usedBy.getOrDefault(next, Set.of())) {
        if (waits.merge(user, -1, Integer::sum) == 0 && pending.contains(user)) {
          ready.add(user);
        }
      }
    }
    return ordered;
  }
}
