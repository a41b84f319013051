package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which classes may be embeddables, and which fields may embed them. */
final class EmbeddableRules {
  private final Findings findings;

  EmbeddableRules(Findings findings) {
    this.findings = findings;
  }

  /** Reports a class of this compile that has {@code @Embeddable} and cannot be one. */
  void check(TypeElement type) {
    Place place = findings.places().at(Annotations.of(type).all("Embeddable").get(0));
    problem(type, place).ifPresent(findings::add);
  }

  /** Whether nothing but the annotation is missing. */
  static boolean mayBeEmbeddable(TypeElement type) {
    return isClass(type) && !isInner(type) && !Annotations.has(type, "Table");
  }

  private static boolean isClass(TypeElement type) {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static Optional<Problem> problem(TypeElement type, Place place) {
    if (!isClass(type)) {
      return Optional.of(ModelProblems.embeddableKind(place, type));
    }
    if (isInner(type)) {
      return Optional.of(ModelProblems.embeddableInner(place, type));
    }
    return Annotations.has(type, "Table")
        ? Optional.of(ModelProblems.embeddableTable(place, type))
        : Optional.empty();
  }

  /** The embeddable that is the type of the field; empty if there is none, which is reported. */
  Optional<TypeElement> embeddable(Field embedded) {
    Place place = findings.places().at(embedded.annotations().all("Embedded").get(0));
    Optional<TypeElement> type = ColumnTypes.element(embedded.type());
    Optional<Problem> problem = type.isPresent() && Annotations.has(type.get(), "Embeddable")
        ? problem(type.get(), place)
        : Optional.of(notEmbeddable(embedded, type, place));
    // A wrong @Embeddable of this compile is reported by itself.
    boolean known = type.filter(
            found -> Annotations.has(found, "Embeddable") && findings.places().isShown(found))
        .isPresent();
    problem.filter(each -> !known).ifPresent(findings::add);
    return problem.isPresent() ? Optional.empty() : type;
  }

  private Problem notEmbeddable(Field embedded, Optional<TypeElement> type, Place place) {
    return severalOf(embedded.type())
        .map(item -> ModelProblems.embeddedMany(place, embedded.name(), item))
        .orElseGet(() -> ModelProblems.notEmbeddable(
            place,
            embedded.name(),
            ColumnTypes.name(embedded.type()),
            type.filter(found -> Annotations.has(found, "Table")).isPresent(),
            type.filter(findings.places()::isShown).isPresent()));
  }

  /** The embeddable that an array or a collection holds; empty for any other type. */
  static Optional<TypeElement> severalOf(TypeMirror type) {
    boolean several = type.getKind() == TypeKind.ARRAY || ColumnTypes.item(type).isPresent();
    return Optional.of(ColumnTypes.innermost(type))
        .filter(item -> several)
        .flatMap(ColumnTypes::element)
        .filter(item -> Annotations.has(item, "Embeddable"));
  }
}
