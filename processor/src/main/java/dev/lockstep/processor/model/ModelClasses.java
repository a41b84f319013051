package dev.lockstep.processor.model;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the table classes of a database and what declares its other objects: those of this compile
 * and, where this compile has but a part of the model, those among the classes compiled before.
 */
final class ModelClasses {
  private final Elements elements;
  private final DatabaseElement database;
  private final Owners owners;
  private final TableDrafts drafts;
  private final SortedSet<String> packages = new TreeSet<>();
  private final SortedMap<String, Element> declarers = new TreeMap<>();

  ModelClasses(Elements elements, DatabaseElement database, Owners owners, TableDrafts drafts) {
    this.elements = elements;
    this.database = database;
    this.owners = owners;
    this.drafts = drafts;
  }

  /** The packages and classes that declare what is no table, by name. */
  Collection<Element> declarers() {
    return declarers.values();
  }

  /** Adds them to the drafts: of this compile, recorded, in the packages of either. */
  void addAll(
      Map<QualifiedName, String> recordedClasses, Map<ObjectKey, String> recordedObjectClasses) {
    packages.add(database.packageName());
    database.tables().forEach(this::addTable);
    database.declarers().forEach(this::addDeclarer);
    Set<QualifiedName> declared = drafts.names();
    recordedClasses.entrySet().stream()
        .filter(recorded -> !declared.contains(recorded.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .forEach(this::addIfThere);
    new TreeSet<>(recordedObjectClasses.values()).forEach(this::addIfThere);
    packages.forEach(this::addPackage);
  }

  private void addTable(TypeElement table) {
    packages.add(nameOf(elements.getPackageOf(table)));
    add(table);
  }

  private void addDeclarer(Element declarer) {
    packages.add(nameOf(elements.getPackageOf(declarer)));
    add(declarer);
  }

  private void addIfThere(String name) {
    Optional.<Element>ofNullable(elements.getTypeElement(name))
        .or(() -> Optional.ofNullable(elements.getPackageElement(name)))
        .filter(element -> isTable(element) || isDeclarer(element))
        .filter(this::isOurs)
        .ifPresent(element -> {
          packages.add(nameOf(elements.getPackageOf(element)));
          add(element);
        });
  }

  private void addPackage(String name) {
    PackageElement package_ = elements.getPackageElement(name);
    if (package_ != null) {
      addIfOurs(package_);
      ElementFilter.typesIn(package_.getEnclosedElements()).stream()
          .sorted(Comparator.comparing(ModelClasses::nameOf))
          .forEach(this::addWithNested);
    }
  }

  private void addWithNested(TypeElement type) {
    addIfOurs(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::addWithNested);
  }

  private void addIfOurs(Element element) {
    boolean known = drafts.contains(nameOf(element)) || declarers.containsKey(nameOf(element));
    if (!known && (isTable(element) || isDeclarer(element)) && isOurs(element)) {
      add(element);
    }
  }

  private void add(Element element) {
    if (element instanceof TypeElement type && isTable(type)) {
      drafts.add(type);
    }
    if (isDeclarer(element)) {
      declarers.put(nameOf(element), element);
    }
  }

  private static boolean isTable(Element element) {
    return Annotations.has(element, "Table");
  }

  private static boolean isDeclarer(Element element) {
    return Annotations.hasAny(element, ObjectDrafts.ANNOTATIONS);
  }

  private boolean isOurs(Element element) {
    return owners
        .of(element)
        .filter(owner -> owner.element().equals(database.element()))
        .isPresent();
  }

  private static String nameOf(Element element) {
    return ((QualifiedNameable) element).getQualifiedName().toString();
  }
}
