package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.schema.ObjectKey;
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
 * @param objectClasses what is no table to the qualified name of the class or package that declares
 *     it
 */
public record DeclaredModel(
    String name,
    String migrationsPackage,
    String targetSchema,
    Schema schema,
    DiffHints hints,
    Map<QualifiedName, String> classes,
    Map<ObjectKey, String> objectClasses) {
  /** With nothing beside tables. */
  public DeclaredModel(
      String name,
      String migrationsPackage,
      String targetSchema,
      Schema schema,
      DiffHints hints,
      Map<QualifiedName, String> classes) {
    this(name, migrationsPackage, targetSchema, schema, hints, classes, Map.of());
  }

  public DeclaredModel {
    classes = Map.copyOf(classes);
    objectClasses = Map.copyOf(objectClasses);
  }
}
