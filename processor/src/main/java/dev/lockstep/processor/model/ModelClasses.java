package dev.lockstep.processor.model;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import java.util.Collection;
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
    for (TypeElement table : database.tables()) {
      addTable(table);
    }
    for (Element declarer : database.declarers()) {
      addDeclarer(declarer);
    }
    Set<QualifiedName> declared = drafts.names();
    Set<String> elsewhere = new TreeSet<>();
    for (Map.Entry<QualifiedName, String> recorded : recordedClasses.entrySet()) {
      if (!declared.contains(recorded.getKey())) {
        elsewhere.add(recorded.getValue());
      }
    }
    for (String name : elsewhere) {
      addIfThere(name);
    }
    for (String name : new TreeSet<>(recordedObjectClasses.values())) {
      addIfThere(name);
    }
    for (String name : packages) {
      addPackage(name);
    }
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
      SortedMap<String, TypeElement> types = new TreeMap<>();
      for (TypeElement type : ElementFilter.typesIn(package_.getEnclosedElements())) {
        types.put(nameOf(type), type);
      }
      for (TypeElement type : types.values()) {
        addWithNested(type);
      }
    }
  }

  private void addWithNested(TypeElement type) {
    addIfOurs(type);
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addWithNested(nested);
    }
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
    Optional<DatabaseElement> owner = owners.of(element);
    return owner.isPresent() && owner.get().element().equals(database.element());
  }

  private static String nameOf(Element element) {
    return ((QualifiedNameable) element).getQualifiedName().toString();
  }
}
