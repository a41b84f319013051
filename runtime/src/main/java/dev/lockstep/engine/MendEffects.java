package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which differences a statement takes away or changes: what a report would say after it tells. */
final class MendEffects {
  private final MendGoal goal;
  private final Map<String, Integer> numbers = new HashMap<>();

  MendEffects(MendGoal goal) {
    this.goal = goal;
    for (int i = 0; i < goal.differences().size(); i++) {
      numbers.putIfAbsent(goal.differences().get(i).object(), i);
    }
  }

  /** Numbers of differences, sorted. */
  Set<Integer> of(SchemaStep step) {
    Set<Integer> serves = new TreeSet<>();
    Set<QualifiedName> tables = step.tables();
    Set<ObjectKey> objects = step.objects();
    objects.stream()
        .filter(goal.makers()::containsKey)
        .forEach(key -> serves.add(goal.makers().get(key)));
    Map<String, String> then = report(step.after(), tables, objects);
    report(step.before(), tables, objects).forEach((object, found) -> {
      if (numbers.containsKey(object) && !found.equals(then.get(object))) {
        serves.add(numbers.get(object));
      }
    });
    return serves;
  }

  /** What is found, by object, of what differs among those things. */
  private Map<String, String> report(
      Schema schema, Set<QualifiedName> tables, Set<ObjectKey> objects) {
    Map<String, String> found = new HashMap<>();
    SchemaDiffer.changes(only(goal.expected(), tables, objects), only(schema, tables, objects))
        .stream()
        .flatMap(change -> DriftWords.describe(change).stream())
        .forEach((Difference each) -> found.put(each.object(), each.found()));
    return found;
  }

  private static Schema only(Schema schema, Set<QualifiedName> tables, Set<ObjectKey> objects) {
    Schema only = Schema.EMPTY.withNamespaces(new TreeSet<>(schema.namespaces()));
    for (QualifiedName name : tables) {
      Table table = schema.tables().get(name);
      only = table == null ? only : only.withTable(table);
    }
    for (ObjectKey key : objects) {
      SchemaObject object = schema.objects().get(key);
      only = object == null || object instanceof SqlObject ? only : only.withObject(object);
    }
    return only;
  }
}
