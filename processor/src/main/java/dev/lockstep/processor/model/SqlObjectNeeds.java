package dev.lockstep.processor.model;

import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether what SQL objects need is there, and can be made before them. */
final class SqlObjectNeeds {
  private final DatabaseElement database;
  private final Findings findings;

  SqlObjectNeeds(DatabaseElement database, Findings findings) {
    this.database = database;
    this.findings = findings;
  }

  /**
   * The objects with what they need as the schema calls it.
   *
   * @param faulty names of what is there too, but could not be read
   */
  List<ObjectDraft> resolved(
      List<ObjectDraft> objects, List<TableParts> tables, Set<String> faulty) {
    if (!hasSqlObject(objects)) {
      return objects;
    }
    SortedSet<String> known = known(objects, tables);
    known.addAll(faulty);
    List<ObjectDraft> resolved = objects.stream()
        .map(draft -> draft.object() instanceof SqlObject sql ? resolved(draft, sql, known) : draft)
        .toList();
    checkCycles(resolved);
    return resolved;
  }

  private static boolean hasSqlObject(List<ObjectDraft> objects) {
    for (ObjectDraft draft : objects) {
      if (draft.object() instanceof SqlObject) {
        return true;
      }
    }
    return false;
  }

  private ObjectDraft resolved(ObjectDraft draft, SqlObject object, SortedSet<String> known) {
    SortedSet<String> needs = new TreeSet<>();
    for (String need : object.needs()) {
      String name = known.contains(need) ? need : withoutTarget(need);
      needs.add(name);
      if (!known.contains(name)) {
        findings.add(ObjectProblems.needUnknown(
            findings.places().at(draft.annotation(), "needs", need),
            object.name().name(),
            need,
            known));
      }
    }
    return draft.withObject(new SqlObject(object.name(), object.create(), object.drop(), needs));
  }

  private String withoutTarget(String need) {
    String prefix = database.targetSchema() + ".";
    return prefix.length() > 1 && need.startsWith(prefix) ? need.substring(prefix.length()) : need;
  }

  /** In another schema than the target schema, with that schema or without. */
  private static SortedSet<String> known(List<ObjectDraft> objects, List<TableParts> tables) {
    SortedSet<String> names = new TreeSet<>();
    for (TableParts table : tables) {
      add(names, table.name());
      if (table.partitioning() != null) {
        table
            .partitioning()
            .partitions()
            .forEach(partition -> add(names, table.name().sibling(partition.name())));
      }
    }
    for (ObjectDraft draft : objects) {
      add(names, draft.object().name());
      if (draft.object() instanceof SqlObject sql) {
        Dependents.created(sql).ifPresent(name -> add(names, name));
      }
    }
    return names;
  }

  private static void add(SortedSet<String> names, QualifiedName name) {
    names.add(name.name());
    names.add(name.toString());
  }

  private void checkCycles(List<ObjectDraft> drafts) {
    Map<String, ObjectDraft> byName = new TreeMap<>();
    Map<String, String> makers = new HashMap<>();
    for (ObjectDraft draft : drafts) {
      if (draft.object() instanceof SqlObject sql) {
        String name = sql.name().name();
        byName.putIfAbsent(name, draft);
        Dependents.created(sql).ifPresent(made -> makers.putIfAbsent(made.toString(), name));
      }
    }
    byName.keySet().forEach(name -> makers.put(name, name));
    Cycles cycles = new Cycles(byName, makers);
    byName
        .keySet()
        .forEach(name -> cycles.from(name).ifPresent(cycle -> {
          ObjectDraft draft = byName.get(cycle.get(0));
          if (draft != null) {
            findings.add(ObjectProblems.needsCycle(
                findings.places().at(draft.annotation(), "needs"), cycle));
          }
        }));
  }

  /** The search for objects that need each other; each is visited once. */
  private static final class Cycles {
    private final Map<String, ObjectDraft> objects;
    private final Map<String, String> makers;
    private final SortedSet<String> done = new TreeSet<>();
    private final List<String> path = new ArrayList<>();

    Cycles(Map<String, ObjectDraft> objects, Map<String, String> makers) {
      this.objects = objects;
      this.makers = makers;
    }

    /** The names of those on the first cycle found that was not seen before, in order of need. */
    Optional<List<String>> from(String name) {
      int start = path.indexOf(name);
      if (start >= 0) {
        return Optional.of(List.copyOf(path.subList(start, path.size())));
      }
      ObjectDraft draft = objects.get(name);
      if (draft == null || !done.add(name)) {
        return Optional.empty();
      }
      path.add(name);
      Optional<List<String>> cycle = ((SqlObject) draft.object())
          .needs().stream()
              .map(makers::get)
              .filter(Objects::nonNull)
              .flatMap(need -> from(need).stream())
              .findFirst();
      path.remove(path.size() - 1);
      return cycle;
    }
  }
}
