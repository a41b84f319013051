package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Whether JSpecify, or Kotlin by the annotations of its compiler, says that a field may be null;
 * their classes need not be there.
 */
final class Nullness {
  private static final String JSPECIFY = "org.jspecify.annotations.";
  private static final String JETBRAINS = "org.jetbrains.annotations.";

  private final Function<VariableElement, Set<String>> classFileAnnotations;
  private final Map<Element, Boolean> nullMarked = new HashMap<>();

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
    Set<String> names = onType(field.element().asType());
    names.addAll(onType(field.type()));
    names.addAll(classFileAnnotations.apply(field.element()));
    if (isOfKotlin(field.element())) {
      names.addAll(namesOn(field.element()));
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

  private static Set<String> onType(TypeMirror type) {
    return type.getAnnotationMirrors().stream().map(Nullness::name).collect(Collectors.toSet());
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
    return element.getAnnotationMirrors().stream().map(Nullness::name).collect(Collectors.toSet());
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
