package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds annotations that nobody would read: those not supported yet, and those of nothing. */
final class StrayAnnotations {
  private static final Set<String> OF_TABLES =
      Set.of("Index", "Unique", "ForeignKey", "Check", "Exclude", "Partitioned");

  private static final Set<String> OF_A_KIND = Set.of("EnumType", "View", "Embeddable");

  private static final Set<String> WITH_COLUMNS = Set.of("Table", "MappedSuperclass", "Embeddable");

  private final Elements elements;
  private final ModelElements sources;
  private final Findings findings;

  StrayAnnotations(Elements elements, ModelElements sources, Findings findings) {
    this.elements = elements;
    this.sources = sources;
    this.findings = findings;
  }

  void check() {
    for (String name : sources.types()) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        checkKind(type);
      }
      if (type != null && !Annotations.has(type, "Table")) {
        checkType(type);
      }
    }
    checkMembers();
  }

  /** Sorted by type, so that each type is looked up once. */
  private void checkMembers() {
    String last = "";
    @Nullable TypeElement owner = null;
    Map<String, Element> fields = Map.of();
    for (ModelElements.Member member : sources.members()) {
      if (owner == null || !member.type().equals(last)) {
        last = member.type();
        owner = elements.getTypeElement(last);
        fields = owner == null ? Map.of() : fields(owner);
      }
      Element field = fields.get(member.name());
      if (owner != null && field != null) {
        check(owner, field);
      }
    }
  }

  private static Map<String, Element> fields(TypeElement owner) {
    Map<String, Element> fields = new HashMap<>();
    for (Element element : owner.getEnclosedElements()) {
      if (element.getKind().isField()) {
        fields.putIfAbsent(element.getSimpleName().toString(), element);
      }
    }
    return fields;
  }

  private void checkKind(TypeElement type) {
    if (!Annotations.hasAny(type, OF_A_KIND)) {
      return;
    }
    Annotations annotations = Annotations.of(type);
    if (type.getKind() != ElementKind.ENUM) {
      annotations
          .find("EnumType")
          .ifPresent(
              each -> findings.add(ObjectProblems.enumTypeKind(findings.places().at(each), type)));
    }
    annotations.find("View").ifPresent(each -> checkView(type, annotations, each));
    annotations.find("Embeddable").ifPresent(each -> new EmbeddableRules(findings).check(type));
  }

  private void checkView(TypeElement type, Annotations annotations, Attributes view) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      findings.add(ObjectProblems.viewKind(findings.places().at(view), type));
    } else if (annotations.has("Table")) {
      findings.add(ObjectProblems.viewIsTable(findings.places().at(view), type));
    }
  }

  private void checkType(TypeElement type) {
    Annotations annotations = Annotations.of(type);
    annotations.names().stream()
        .filter(name -> !isRead(name, annotations))
        .filter(OF_TABLES::contains)
        .forEach(name -> findings.add(ModelProblems.tableMissing(
            findings.places().at(annotations.all(name).get(0)), name, type)));
  }

  private static boolean isRead(String name, Annotations annotations) {
    boolean inherited = annotations.has("MappedSuperclass") || annotations.has("Embeddable");
    return (inherited && !name.equals("Partitioned"))
        || (annotations.has("View") && name.equals("Index"));
  }

  private void check(TypeElement owner, Element element) {
    if (!Annotations.has(element, "EnumValue") && Annotations.hasAny(owner, WITH_COLUMNS)) {
      return;
    }
    Annotations annotations = Annotations.of(element);
    boolean constant = element.getKind() == ElementKind.ENUM_CONSTANT;
    annotations
        .find("EnumValue")
        .filter(value -> !constant)
        .ifPresent(value -> findings.add(ModelProblems.withoutEffect(
            findings.places().at(value),
            "EnumValue",
            element.getSimpleName().toString(),
            "no constant of an enum")));
    if (!Annotations.hasAny(owner, WITH_COLUMNS)) {
      annotations.names().stream()
          .filter(name -> !name.equals("EnumValue"))
          .findFirst()
          .ifPresent(name -> findings.add(
              problem(findings.places().at(annotations.all(name).get(0)), name, owner)));
    }
  }

  private static Problem problem(Place place, String annotation, TypeElement owner) {
    return Annotations.has(owner, "View")
        ? ObjectProblems.viewMember(place, annotation, owner)
        : ModelProblems.tableMissing(place, annotation, owner);
  }
}
