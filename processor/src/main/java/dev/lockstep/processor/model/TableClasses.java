package dev.lockstep.processor.model;

import dev.lockstep.schema.QualifiedName;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the table classes of a database: those of this compile and, where this compile has but a
 * part of the model, those among the classes compiled before.
 */
final class TableClasses {
  private final Elements elements;
  private final DatabaseElement database;
  private final Owners owners;
  private final TableDrafts drafts;
  private final SortedSet<String> packages = new TreeSet<>();

  TableClasses(Elements elements, DatabaseElement database, Owners owners, TableDrafts drafts) {
    this.elements = elements;
    this.database = database;
    this.owners = owners;
    this.drafts = drafts;
  }

  /** Adds them to the drafts: of this compile, recorded, in the packages of either. */
  void addAll(Map<QualifiedName, String> recordedClasses) {
    packages.add(database.packageName());
    database.tables().forEach(this::add);
    Set<QualifiedName> declared = drafts.names();
    recordedClasses.entrySet().stream()
        .filter(recorded -> !declared.contains(recorded.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .forEach(this::addIfThere);
    packages.forEach(this::addPackage);
  }

  private void add(TypeElement table) {
    packages.add(elements.getPackageOf(table).getQualifiedName().toString());
    drafts.add(table);
  }

  private void addIfThere(String className) {
    TypeElement type = elements.getTypeElement(className);
    if (type != null && isOurs(type)) {
      add(type);
    }
  }

  private void addPackage(String name) {
    PackageElement package_ = elements.getPackageElement(name);
    if (package_ != null) {
      ElementFilter.typesIn(package_.getEnclosedElements()).stream()
          .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
          .forEach(this::addWithNested);
    }
  }

  private void addWithNested(TypeElement type) {
    if (isOurs(type)) {
      drafts.add(type);
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::addWithNested);
  }

  private boolean isOurs(TypeElement type) {
    return !drafts.contains(type.getQualifiedName().toString())
        && Annotations.has(type, "Table")
        && owners
            .of(type)
            .filter(owner -> owner.element().equals(database.element()))
            .isPresent();
  }
}
