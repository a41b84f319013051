package dev.lockstep.postgres;

import dev.lockstep.postgres.NamedThingReader.NamedThing;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which of the things with names of their own that SQL objects make are not there, or differ. */
final class NamedThingCheck {
  /** A statement that makes such a thing. */
  private record Making(SqlObject object, SqlStatement statement) {}

  private final String targetSchema;

  /** By kind and name; several for a function with overloads. */
  private final Map<String, List<Making>> expected = new TreeMap<>();

  private final Set<String> schemas = new HashSet<>();

  NamedThingCheck(List<SqlObject> objects, String targetSchema) {
    this.targetSchema = targetSchema;
    for (SqlObject object : objects) {
      for (SqlStatement statement : SqlStatement.of(object.create())) {
        statement
            .header()
            .filter(SqlHeader::isNamedElsewhere)
            .ifPresent(header -> expect(header, new Making(object, statement)));
      }
    }
  }

  private void expect(SqlHeader header, Making making) {
    String schema = header.name().schema();
    if (!schema.isEmpty()) {
      schemas.add(schema);
    }
    QualifiedName name = schema.equals(targetSchema) ? header.name().in("") : header.name();
    expected
        .computeIfAbsent(thing(header.kind(), name), key -> new ArrayList<>())
        .add(making);
  }

  private static String thing(String kind, QualifiedName name) {
    return kind + " \"" + name + "\"";
  }

  boolean isEmpty() {
    return expected.isEmpty();
  }

  /** The schemas that the statements name. */
  Set<String> schemas() {
    schemas.remove(targetSchema);
    return schemas;
  }

  List<SqlObjectDrift> against(List<NamedThing> things) {
    Map<String, List<NamedThing>> found = new TreeMap<>();
    things.forEach(each -> found
        .computeIfAbsent(thing(each.kind(), each.name()), key -> new ArrayList<>())
        .add(each));
    List<SqlObjectDrift> drifts = new ArrayList<>();
    expected.forEach((thing, makings) ->
        drifts.addAll(compare(thing, makings, found.getOrDefault(thing, List.of()))));
    return drifts;
  }

  /** Overloads are told apart by their bodies. */
  private static List<SqlObjectDrift> compare(
      String thing, List<Making> makings, List<NamedThing> found) {
    List<NamedThing> others = new ArrayList<>(found);
    List<Making> unmade = new ArrayList<>();
    for (Making making : makings) {
      NamedThing made = others.stream()
          .filter(each -> each.body().isEmpty() || holds(making, each.body()))
          .findFirst()
          .orElse(null);
      if (made == null) {
        unmade.add(making);
      } else {
        others.remove(made);
      }
    }
    List<SqlObjectDrift> drifts = new ArrayList<>();
    for (Making making : unmade) {
      drifts.add(
          others.isEmpty()
              ? SqlObjectDrift.missing(
                  making.object(),
                  thing,
                  SqlObjectDrift.THERE,
                  making.statement().text(),
                  List.of())
              : body(thing, making, others.remove(0)));
    }
    return drifts;
  }

  private static boolean holds(Making making, String body) {
    return making.statement().literals().contains(body);
  }

  private static SqlObjectDrift body(String thing, Making making, NamedThing found) {
    List<String> literals = making.statement().literals();
    String body = literals.isEmpty()
        ? making.statement().text()
        : literals.stream().reduce("", (a, b) -> a.length() > b.length() ? a : b);
    return SqlObjectDrift.changed(
        making.object(),
        found.definition(),
        "body of " + thing,
        body.strip(),
        found.body().strip(),
        "",
        List.of(SqlText.orReplace(making.statement().text())));
  }
}
