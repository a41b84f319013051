package dev.lockstep.processor.model;

import dev.lockstep.schema.QualifiedName;
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
 * @param declarers its packages and classes in this compile that declare what is no table
 */
public record DatabaseElement(
    Element element,
    String packageName,
    String name,
    String migrationsPackage,
    String targetSchema,
    List<TypeElement> tables,
    List<Element> declarers) {
  public DatabaseElement {
    tables = List.copyOf(tables);
    declarers = List.copyOf(declarers);
  }

  DatabaseElement with(List<TypeElement> newTables, List<Element> newDeclarers) {
    return new DatabaseElement(
        element, packageName, name, migrationsPackage, targetSchema, newTables, newDeclarers);
  }

  /** The name in that schema, which the annotation names; empty for the target schema. */
  QualifiedName qualified(String schema, String objectName) {
    return new QualifiedName(schema.equals(targetSchema) ? "" : schema, objectName);
  }
}
