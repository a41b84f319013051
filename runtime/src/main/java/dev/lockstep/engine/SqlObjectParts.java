package dev.lockstep.engine;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlStatement;
import dev.lockstep.schema.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * SQL objects taken apart, so that one thing of several can come or go by itself: a CREATE
 * statement with those after it that create nothing.
 */
final class SqlObjectParts {
  private final Map<String, List<SqlObject>> parts = new HashMap<>();

  /** Of those objects of the schema that are to be taken apart. */
  SqlObjectParts(Schema schema, Predicate<SqlObject> apart) {
    schema.objects(SqlObject.class).filter(apart).forEach(object -> {
      List<SqlObject> made = split(object);
      if (made.size() > 1) {
        parts.put(object.name().name(), made);
      }
    });
  }

  /** The schema with the parts in the place of their objects. */
  Schema in(Schema schema) {
    Schema apart = schema;
    for (SqlObject object : schema.objects(SqlObject.class).toList()) {
      apart = apart.withoutObject(object.key());
      for (SqlObject part : parts.getOrDefault(object.name().name(), List.of(object))) {
        apart = apart.withObject(needing(part));
      }
    }
    return apart;
  }

  private SqlObject needing(SqlObject object) {
    Set<String> more = object.needs().stream()
        .flatMap(need -> parts.getOrDefault(need, List.of()).stream())
        .map(part -> part.name().name())
        .collect(Collectors.toSet());
    TreeSet<String> needs = new TreeSet<>(object.needs());
    needs.addAll(more);
    return new SqlObject(object.name(), object.create(), object.drop(), needs);
  }

  private static List<SqlObject> split(SqlObject object) {
    List<List<String>> groups = new ArrayList<>();
    for (SqlStatement statement : SqlStatement.of(object.create())) {
      if (groups.isEmpty() || statement.header().isPresent()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(statement.text());
    }
    List<SqlObject> made = new ArrayList<>();
    TreeSet<String> needs = new TreeSet<>(object.needs());
    for (List<String> group : groups) {
      String name = object.name().name() + " " + (made.size() + 1);
      made.add(new SqlObject(
          QualifiedName.of(name), String.join(";\n", group), drop(group.get(0)), needs));
      needs.add(name);
    }
    return made;
  }

  /** Empty for what creates nothing. */
  private static String drop(String create) {
    return SqlHeader.of(create)
        .map(header -> "DROP " + header.kind().toUpperCase(Locale.ROOT) + " "
            + name(header.name())
            + new SqlStatement(create)
                .table()
                .map(table -> " ON " + name(table))
                .orElse(""))
        .orElse("");
  }

  private static String name(QualifiedName name) {
    String own = SqlTokens.identifier(name.name());
    return name.schema().isEmpty() ? own : SqlTokens.identifier(name.schema()) + "." + own;
  }
}
