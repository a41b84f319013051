package dev.lockstep.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A {@code @Database} that classes of this compile belong to.
 *
 * @param element the package or class that carries the annotation; may come from a class file
 * @param packageName qualified name of its package
 * @param name its name, {@code main} by default
 * @param migrationsPackage qualified name of the package that holds migrations and snapshot
 * @param targetSchema raw name of the schema that {@code @Database(schema = ...)} asks for; empty
 *     for none
 * @param tables its table classes in this compile, by name; may be empty
 */
public record DatabaseElement(
    Element element,
    String packageName,
    String name,
    String migrationsPackage,
    String targetSchema,
    List<TypeElement> tables) {
  public DatabaseElement {
    tables = List.copyOf(tables);
  }

  DatabaseElement withTables(List<TypeElement> newTables) {
    return new DatabaseElement(
        element, packageName, name, migrationsPackage, targetSchema, newTables);
  }
}
