package dev.lockstep.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what a migration, or a class inside it, inherits from another class than those of the JDK
 * and of Lockstep. What is inherited is named nowhere in the source, so any such supertype counts.
 */
final class Supertypes {
  private final TypeElement migration;
  private final Predicate<String> isUsed;

  /**
   * Those of one migration.
   *
   * @param isUsed whether the class of that simple name inside the migration is used when its steps
   *     are recorded
   */
  Supertypes(TypeElement migration, Predicate<String> isUsed) {
    this.migration = migration;
    this.isUsed = isUsed;
  }

  /** The qualified name of the first that may change. */
  Optional<String> first() {
    return first(migration);
  }

  private Optional<String> first(TypeElement type) {
    List<TypeMirror> supertypes = new ArrayList<>(List.of(type.getSuperclass()));
    supertypes.addAll(type.getInterfaces());
    for (TypeMirror supertype : supertypes) {
      Optional<TypeElement> element = element(supertype);
      if (element.isPresent() && mayChange(element.get())) {
        return Optional.of(element.get().getQualifiedName().toString());
      }
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      Optional<String> inherited =
          isUsed.test(nested.getSimpleName().toString()) ? first(nested) : Optional.empty();
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  /** A type that is missing is the compiler's to report. */
  private static Optional<TypeElement> element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  private boolean mayChange(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement owner) {
      outermost = owner;
    }
    if (Objects.equals(outermost, migration)) {
      return false;
    }
    String packageName = outermost.getEnclosingElement() instanceof PackageElement named
        ? named.getQualifiedName().toString()
        : "";
    return !packageName.startsWith("java.") && !packageName.equals("dev.lockstep");
  }
}
