package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the database of a class or package: that of its package, or of the nearest package above
 * it.
 */
final class Owners {
  private final Elements elements;
  private final Findings findings;
  private final Map<String, Optional<DatabaseElement>> byPackage = new HashMap<>();

  Owners(Elements elements, Findings findings) {
    this.elements = elements;
    this.findings = findings;
  }

  /** Empty if neither the package nor one above it has a database. */
  Optional<DatabaseElement> of(Element element) {
    String packageName = elements.getPackageOf(element).getQualifiedName().toString();
    while (true) {
      Optional<DatabaseElement> database = ofPackage(packageName);
      if (database.isPresent() || !packageName.contains(".")) {
        return database;
      }
      packageName = packageName.substring(0, packageName.lastIndexOf('.'));
    }
  }

  /** The database of that very package. */
  Optional<DatabaseElement> ofPackage(String packageName) {
    Optional<DatabaseElement> known = byPackage.get(packageName);
    if (known != null) {
      return known;
    }
    List<Element> carriers = carriers(packageName);
    Optional<DatabaseElement> database =
        carriers.isEmpty() ? Optional.empty() : Optional.of(database(packageName, carriers.get(0)));
    for (int i = 1; i < carriers.size(); i++) {
      findings.add(ModelProblems.databaseTwice(at(carriers.get(i)), packageName, carriers.get(0)));
    }
    byPackage.put(packageName, database);
    return database;
  }

  /** What carries {@code @Database} in the package: itself first, then classes by name. */
  private List<Element> carriers(String packageName) {
    List<Element> carriers = new ArrayList<>();
    PackageElement package_ = elements.getPackageElement(packageName);
    if (package_ == null) {
      return carriers;
    }
    if (Annotations.has(package_, "Database")) {
      carriers.add(package_);
    }
    List<Element> types = new ArrayList<>();
    for (TypeElement type : ElementFilter.typesIn(package_.getEnclosedElements())) {
      addCarriers(type, types);
    }
    if (types.size() > 1) {
      types.sort(java.util.Comparator.comparing(Owners::outermostName));
    }
    carriers.addAll(types);
    return carriers;
  }

  private static void addCarriers(TypeElement type, List<Element> carriers) {
    if (Annotations.has(type, "Database")) {
      carriers.add(type);
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addCarriers(nested, carriers);
    }
  }

  private static String outermostName(Element type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement owner) {
      outermost = owner;
    }
    return ((TypeElement) outermost).getQualifiedName().toString();
  }

  private DatabaseElement database(String packageName, Element carrier) {
    Attributes annotation = Annotations.of(carrier).find("Database").orElseThrow();
    if (annotation.isErroneous()) {
      findings.incomplete();
    }
    String name = annotation.has("name") ? annotation.text("name") : "main";
    if (name.isBlank()) {
      findings.add(ModelProblems.databaseNameEmpty(findings.places().at(annotation, "name")));
    }
    return new DatabaseElement(
        carrier,
        packageName,
        name,
        migrations(annotation, packageName),
        annotation.text("schema"),
        List.of(),
        List.of());
  }

  private String migrations(Attributes annotation, String packageName) {
    String migrations = annotation.text("migrations");
    if (migrations.isEmpty()) {
      return packageName.isEmpty() ? "migrations" : packageName + ".migrations";
    }
    if (!SourceVersion.isName(migrations)) {
      findings.add(ModelProblems.migrationsPackageInvalid(
          findings.places().at(annotation, "migrations"), migrations));
    }
    return migrations;
  }

  private dev.lockstep.processor.problem.Place at(Element carrier) {
    return findings.places().at(Annotations.of(carrier).find("Database").orElseThrow());
  }
}
