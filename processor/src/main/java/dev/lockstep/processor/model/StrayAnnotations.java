package dev.lockstep.processor.model;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds annotations that nobody would read: those not supported yet, and those of no table. */
final class StrayAnnotations {
  private static final Set<String> NOT_SUPPORTED =
      Set.of("View", "Sequence", "SqlObject", "EnumType", "EnumValue", "Embeddable");
  private static final Set<String> OF_TABLES =
      Set.of("Index", "Unique", "ForeignKey", "Check", "Exclude", "Partitioned");

  private final Elements elements;
  private final ModelElements sources;
  private final Findings findings;

  StrayAnnotations(Elements elements, ModelElements sources, Findings findings) {
    this.elements = elements;
    this.sources = sources;
    this.findings = findings;
  }

  void check() {
    for (String name : sources.packages()) {
      PackageElement package_ = elements.getPackageElement(name);
      if (package_ != null) {
        checkSupported(package_);
      }
    }
    for (String name : sources.types()) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null && !Annotations.has(type, "Table")) {
        checkSupported(type);
        checkType(type);
      }
    }
    sources.members().forEach(this::check);
  }

  private void checkSupported(Element element) {
    findings.addNotSupported(Annotations.of(element), NOT_SUPPORTED);
  }

  private void checkType(TypeElement type) {
    if (Annotations.has(type, "MappedSuperclass")) {
      return;
    }
    Annotations annotations = Annotations.of(type);
    annotations.names().stream()
        .filter(OF_TABLES::contains)
        .forEach(name -> findings.add(ModelProblems.tableMissing(
            findings.places().at(annotations.all(name).get(0)), name, type)));
  }

  private void check(ModelElements.Member member) {
    TypeElement owner = elements.getTypeElement(member.type());
    if (owner == null
        || Annotations.has(owner, "Table")
        || Annotations.has(owner, "MappedSuperclass")
        || Annotations.has(owner, "Embeddable")
        || Annotations.has(owner, "View")) {
      return;
    }
    Optional<? extends Element> found = owner.getEnclosedElements().stream()
        .filter(element ->
            element.getKind().isField() && element.getSimpleName().contentEquals(member.name()))
        .findFirst();
    found.ifPresent(element -> checkMember(owner, element));
  }

  private void checkMember(TypeElement owner, Element element) {
    Annotations annotations = Annotations.of(element);
    if (annotations.has("EnumValue")) {
      checkSupported(element);
      return;
    }
    annotations.names().stream()
        .findFirst()
        .ifPresent(name -> findings.add(ModelProblems.tableMissing(
            findings.places().at(annotations.all(name).get(0)), name, owner)));
  }
}
