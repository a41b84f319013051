package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.FromClause;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Views that select from each other, also by way of SQL objects, so that none can be made first. Of
 * SQL objects alone the reader of the model knows.
 */
final class CycleRule {
  private final Schema schema;
  private final String targetSchema;
  private final Map<ObjectKey, Set<ObjectKey>> uses = new TreeMap<>();
  private final Map<QualifiedName, ObjectKey> makers = new HashMap<>();
  private final Set<ObjectKey> done = new HashSet<>();
  private final List<ObjectKey> path = new ArrayList<>();

  private CycleRule(DeclaredModel declared) {
    this.schema = declared.schema();
    this.targetSchema = declared.targetSchema();
    schema
        .objects(SqlObject.class)
        .forEach(object ->
            Dependents.created(object).ifPresent(made -> makers.putIfAbsent(made, object.key())));
    schema.objects(View.class).forEach(view -> makers.put(view.name(), view.key()));
    schema.objects().values().forEach(object -> uses.put(object.key(), uses(object)));
  }

  static Stream<Problem> problems(DeclaredModel declared) {
    return !declared.schema().objects().isEmpty()
            && declared.schema().objects(View.class).findAny().isPresent()
        ? new CycleRule(declared).problems()
        : Stream.of();
  }

  private Stream<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    uses.keySet().stream()
        .filter(key -> key.kind().isView())
        .forEach(key -> cycle(key).map(CycleRule::problem).ifPresent(problems::add));
    return problems.stream();
  }

  private Set<ObjectKey> uses(SchemaObject object) {
    Set<ObjectKey> used = new TreeSet<>();
    if (object instanceof View view) {
      List<Token> tokens = SqlTokens.of(view.query().text());
      FromClause.relations(tokens).forEach(name -> maker(name).ifPresent(used::add));
      for (int i = 0; i + 1 < tokens.size(); i++) {
        boolean called = tokens.get(i).isIdentifier() && tokens.get(i + 1).is("(");
        if (called && (i == 0 || !tokens.get(i - 1).is("."))) {
          Optional.ofNullable(makers.get(QualifiedName.of(tokens.get(i).identifier())))
              .filter(key -> !key.kind().isView())
              .ifPresent(used::add);
        }
      }
    } else if (object instanceof SqlObject sql) {
      sql.needs().forEach(need -> {
        ObjectKey named = ObjectKey.of(dev.lockstep.schema.ObjectKind.SQL_OBJECT, need);
        if (schema.find(named).isPresent()) {
          used.add(named);
        }
        int dot = need.indexOf('.');
        maker(
                dot < 0
                    ? QualifiedName.of(need)
                    : new QualifiedName(need.substring(0, dot), need.substring(dot + 1)))
            .ifPresent(used::add);
      });
    }
    return used;
  }

  /**
   * What makes the relation; empty for a table, for what is not ours, and where it is not plain.
   */
  private Optional<ObjectKey> maker(QualifiedName name) {
    QualifiedName target =
        name.schema().equals(targetSchema) ? QualifiedName.of(name.name()) : name;
    if (schema.find(target).isPresent()) {
      return Optional.empty();
    }
    ObjectKey maker = makers.get(target);
    if (maker != null || !target.schema().isEmpty()) {
      return Optional.ofNullable(maker);
    }
    List<ObjectKey> elsewhere = makers.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(target.name()))
        .map(Map.Entry::getValue)
        .toList();
    boolean table =
        schema.tables().keySet().stream().anyMatch(each -> each.name().equals(target.name()));
    return elsewhere.size() == 1 && !table ? Optional.of(elsewhere.get(0)) : Optional.empty();
  }

  /** The first cycle found from there that was not seen before, in order of use. */
  private Optional<List<ObjectKey>> cycle(ObjectKey from) {
    int start = path.indexOf(from);
    if (start >= 0) {
      return Optional.of(List.copyOf(path.subList(start, path.size())));
    }
    if (!done.add(from)) {
      return Optional.empty();
    }
    path.add(from);
    Optional<List<ObjectKey>> cycle = uses.getOrDefault(from, Set.of()).stream()
        .flatMap(used -> cycle(used).stream())
        .filter(found -> found.stream().anyMatch(key -> key.kind().isView()))
        .findFirst();
    path.remove(path.size() - 1);
    return cycle;
  }

  private static Problem problem(List<ObjectKey> cycle) {
    int first = 0;
    while (!cycle.get(first).kind().isView()) {
      first++;
    }
    ObjectKey view = cycle.get(first);
    List<String> way = new ArrayList<>();
    for (int i = 1; i < cycle.size(); i++) {
      way.add(Wording.object(cycle.get((first + i) % cycle.size())));
    }
    String message = Wording.object(view)
        + (way.isEmpty()
            ? " selects from itself"
            : " needs " + String.join(", which needs ", way) + ", which needs "
                + quoted(view.name()));
    return Problem.error(
        "ViewCycle",
        new OfObject(view, "query"),
        message,
        "let one of them select from tables alone: query = \"SELECT ...\"");
  }
}
