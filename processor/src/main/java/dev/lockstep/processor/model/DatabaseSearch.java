package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the databases that the packages and classes of one compile belong to. */
final class DatabaseSearch {
  private final Elements elements;
  private final ModelElements sources;
  private final Findings findings;
  private final Owners owners;
  private final Map<String, DatabaseElement> found = new TreeMap<>();
  private final Map<String, List<TypeElement>> tables = new TreeMap<>();
  private final Map<String, List<Element>> declarers = new TreeMap<>();

  DatabaseSearch(Elements elements, ModelElements sources, Findings findings) {
    this.elements = elements;
    this.sources = sources;
    this.findings = findings;
    this.owners = new Owners(elements, findings);
  }

  /** By name of their package; what belongs to none is reported. */
  List<DatabaseElement> databases() {
    for (String name : sources.packages()) {
      Optional<DatabaseElement> database = owners.ofPackage(name);
      if (database.isPresent()) {
        put(database.get());
      }
      PackageElement package_ = elements.getPackageElement(name);
      if (package_ != null) {
        addDeclarer(package_);
      }
    }
    for (String name : sources.types()) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        add(type);
      }
    }
    return found.values().stream()
        .map(each -> each.with(
            tables.getOrDefault(each.packageName(), List.of()),
            declarers.getOrDefault(each.packageName(), List.of())))
        .toList();
  }

  private void put(DatabaseElement database) {
    found.put(database.packageName(), database);
  }

  private void add(TypeElement type) {
    if (Annotations.has(type, "Database")) {
      owners.ofPackage(packageOf(type)).ifPresent(this::put);
    }
    if (Annotations.has(type, "Table")) {
      Optional<DatabaseElement> owner = owners.of(type);
      if (owner.isEmpty()) {
        findings.add(
            ModelProblems.databaseMissing(findings.places().at(type), type, packageOf(type)));
      }
      if (owner.isPresent()) {
        put(owner.get(), tables, type);
      }
    }
    addDeclarer(type);
  }

  /** An enum type without a database is left to those whose columns use it. */
  private void addDeclarer(Element declarer) {
    if (!Annotations.hasAny(declarer, ObjectDrafts.ANNOTATIONS)) {
      return;
    }
    Optional<DatabaseElement> owner = owners.of(declarer);
    owner.ifPresent(database -> put(database, declarers, declarer));
    Annotations annotations = Annotations.of(declarer);
    if (owner.isEmpty()) {
      annotations.names().stream()
          .filter(name -> ObjectDrafts.ANNOTATIONS.contains(name) && !name.equals("EnumType"))
          .findFirst()
          .ifPresent(name -> findings.add(ObjectProblems.databaseMissing(
              findings.places().at(annotations.all(name).get(0)), name, packageOf(declarer))));
    }
  }

  private <E extends Element> void put(
      DatabaseElement database, Map<String, List<E>> members, E member) {
    put(database);
    List<E> known = members.get(database.packageName());
    if (known == null) {
      known = new ArrayList<>();
      members.put(database.packageName(), known);
    }
    known.add(member);
  }

  private String packageOf(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }
}
