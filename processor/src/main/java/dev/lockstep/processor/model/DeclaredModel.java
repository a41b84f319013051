package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.Map;

/**
 * What the classes of one {@code @Database} say.
 *
 * @param name the database's name, {@code main} by default
 * @param migrationsPackage qualified name of the package that holds migrations and snapshot
 * @param targetSchema raw name of the schema that {@code @Database(schema = ...)} asks for; empty
 *     for none
 * @param schema with every name resolved
 * @param classes table to the qualified name of its class
 */
public record DeclaredModel(
    String name,
    String migrationsPackage,
    String targetSchema,
    Schema schema,
    DiffHints hints,
    Map<QualifiedName, String> classes) {
  public DeclaredModel {
    classes = Map.copyOf(classes);
  }
}
