package dev.lockstep.processor.problem;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tables, views, sequences and indexes, also those of keys and other constraints, share the names
 * of one schema, and so do types, of which each table and view has one (PostgreSQL manual, CREATE
 * TABLE, notes).
 */
final class NameTakenRule {
  private NameTakenRule() {}

  static Stream<Problem> problems(DeclaredModel declared) {
    Schema schema = declared.schema();
    if (!new NameCensus(schema).mayClash()) {
      return Stream.of();
    }
    Map<QualifiedName, NameHolder> types = new HashMap<>();
    NameHolder.rowTypes(schema).forEach(holder -> types.putIfAbsent(holder.name(), holder));
    return Stream.concat(
        taken(NameHolder.relations(schema), new HashMap<>()).stream(),
        taken(NameHolder.types(schema), types).stream());
  }

  private static List<Problem> taken(
      Stream<NameHolder> holders, Map<QualifiedName, NameHolder> owners) {
    return holders
        .flatMap(holder -> {
          NameHolder owner = owners.putIfAbsent(holder.name(), holder);
          return owner == null ? Stream.of() : Stream.of(taken(holder, owner));
        })
        .toList();
  }

  private static Problem taken(NameHolder holder, NameHolder owner) {
    String message = holder.what() + " has the name of " + owner.what();
    if (!holder.named()) {
      return Problem.error("NameTaken", holder.place(), message);
    }
    String free = NameProblem.cut(holder.name().name() + "_2");
    return Problem.error("NameTaken", holder.place(), message, "rename: " + Fix.MEMBER.with(free));
  }
}
