package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Whether JSpecify, or Kotlin by the annotations of its compiler, says that a field may be null;
 * their classes need not be there.
 */
final class Nullness {
  private static final String JSPECIFY = "org.jspecify.annotations.";
  private static final String JETBRAINS = "org.jetbrains.annotations.";

  private final Function<VariableElement, Set<String>> classFileAnnotations;
  private final Map<Element, Boolean> nullMarked = new HashMap<>();
  private final Map<Element, Boolean> ofKotlin = new HashMap<>();

  /**
   * A reader for one compile.
   *
   * @param classFileAnnotations qualified names of the annotations on the type of a field that
   *     comes from a class file, where compilers older than JDK 22 do not show them; else empty
   */
  Nullness(Function<VariableElement, Set<String>> classFileAnnotations) {
    this.classFileAnnotations = classFileAnnotations;
  }

  /** Empty if nobody says anything of it. */
  Optional<Boolean> isNullable(Field field) {
    Set<String> names = new HashSet<>(classFileAnnotations.apply(field.element()));
    addNames(field.element().asType(), names);
    addNames(field.type(), names);
    if (isInKotlin(field.element())) {
      addNames(field.element(), names);
    } else {
      names.removeIf(name -> name.startsWith(JETBRAINS));
    }
    if (names.contains(JSPECIFY + "Nullable") || names.contains(JETBRAINS + "Nullable")) {
      return Optional.of(true);
    }
    return names.contains(JSPECIFY + "NonNull")
            || names.contains(JETBRAINS + "NotNull")
            || isInNullMarked(field.element())
        ? Optional.of(false)
        : Optional.empty();
  }

  private static void addNames(AnnotatedConstruct annotated, Set<String> names) {
    for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
      names.add(name(mirror));
    }
  }

  private boolean isInKotlin(Element field) {
    Element type = field.getEnclosingElement();
    return type == null
        ? isOfKotlin(field)
        : ofKotlin.computeIfAbsent(type, Nullness::isOfKotlin)
            || namesOn(field).contains("kotlin.Metadata");
  }

  /** Whether its class was written in Kotlin: one compiled before, or a stub of kapt. */
  static boolean isOfKotlin(Element element) {
    for (Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
      if (namesOn(scope).contains("kotlin.Metadata")) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> namesOn(Element element) {
    Set<String> names = new HashSet<>();
    addNames(element, names);
    return names;
  }

  private boolean isInNullMarked(Element field) {
    Element type = field.getEnclosingElement();
    return type != null && nullMarked.computeIfAbsent(type, Nullness::isNullMarked);
  }

  /** The nearest of the enclosing classes, the package and the module decides. */
  private static boolean isNullMarked(Element type) {
    for (Element scope = type; scope != null; scope = scope.getEnclosingElement()) {
      Set<String> names = namesOn(scope);
      if (names.contains(JSPECIFY + "NullMarked") || names.contains(JSPECIFY + "NullUnmarked")) {
        return names.contains(JSPECIFY + "NullMarked");
      }
    }
    return false;
  }

  private static String name(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }
}
