package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which views and SQL objects of a schema depend on what, as far as their SQL and their
 * {@code needs} tell. A name that their SQL holds counts as a dependency, whatever it means there:
 * to make one object too many anew does no harm, one too few does.
 */
public final class Dependents {
  private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
  private final Map<ObjectKey, List<Token>> tokens = new HashMap<>();
  private final Map<ObjectKey, Set<String>> words = new HashMap<>();

  private Dependents(Collection<? extends SchemaObject> candidates) {
    for (SchemaObject object : candidates) {
      if (object instanceof View || object instanceof SqlObject) {
        List<Token> sql = SqlTokens.of(sql(object));
        objects.put(object.key(), object);
        tokens.put(object.key(), sql);
        words.put(object.key(), words(sql));
      }
    }
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

  private static Set<String> words(List<Token> sql) {
    Set<String> words = new HashSet<>();
    sql.stream().filter(Token::isIdentifier).forEach(token -> words.add(token.identifier()));
    return words;
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
    List<Token> sql = tokens.getOrDefault(object.key(), List.of());
    for (int i = 0; i < sql.size(); i++) {
      boolean star = sql.get(i).is("*");
      boolean first = i > 0
          && (sql.get(i - 1).is("select")
              || sql.get(i - 1).is("distinct")
              || sql.get(i - 1).is(",")
              || sql.get(i - 1).is("."));
      if (star && first) {
        return true;
      }
    }
    return false;
  }

  private boolean names(SchemaObject object, SchemaObject other) {
    if (!(other instanceof SqlObject sql)) {
      return names(object, other.name());
    }
    boolean needed =
        object instanceof SqlObject own && own.needs().contains(sql.name().name());
    return needed || created(sql).filter(made -> names(object, made)).isPresent();
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
    return closure(object -> others.stream()
        .anyMatch(other -> !other.key().equals(object.key()) && names(object, other)));
  }

  private List<SchemaObject> closure(Predicate<SchemaObject> first) {
    Set<ObjectKey> found = new TreeSet<>();
    objects.values().stream().filter(first).forEach(object -> found.add(object.key()));
    int before = -1;
    while (found.size() > before) {
      before = found.size();
      for (SchemaObject object : objects.values()) {
        if (found.stream().anyMatch(key -> !key.equals(object.key()) && names(object, get(key)))) {
          found.add(object.key());
        }
      }
    }
    List<SchemaObject> ordered = new ArrayList<>(
        order().stream().filter(each -> found.contains(each.key())).toList());
    java.util.Collections.reverse(ordered);
    return ordered;
  }

  private SchemaObject get(ObjectKey key) {
    SchemaObject object = objects.get(key);
    if (object == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return object;
  }

  /** All of them so that each comes after those that it depends on, by key otherwise. */
  public List<SchemaObject> order() {
    TreeSet<ObjectKey> pending = new TreeSet<>(objects.keySet());
    List<SchemaObject> ordered = new ArrayList<>();
    while (!pending.isEmpty()) {
      ObjectKey next = pending.stream()
          .filter(key -> pending.stream()
              .noneMatch(other -> !other.equals(key) && names(get(key), get(other))))
          .findFirst()
          .orElse(pending.first());
      pending.remove(next);
      ordered.add(get(next));
    }
    return ordered;
  }
}
