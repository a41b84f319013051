package dev.lockstep.processor.model;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** A message at an element of this compile, as near to what is meant as the compiler can show. */
final class PlacedMessage {
  private final ProcessingEnvironment environment;
  private final Messager messager;
  private final Diagnostic.Kind kind;
  private final String text;

  PlacedMessage(ProcessingEnvironment environment, Diagnostic.Kind kind, String text) {
    this.environment = environment;
    this.messager = environment.getMessager();
    this.kind = kind;
    this.text = text;
  }

  /** Prints it at the value, else at the annotation, else at the element. */
  void print(Element element, @Nullable Attributes annotation, @Nullable AnnotationValue value) {
    Optional<Element> shown = isEcj(environment) ? shownByEcj(element) : Optional.of(element);
    if (shown.isEmpty()) {
      messager.printMessage(kind, withName(text, element));
    } else if (annotation == null || !annotation.isAtElement() || shown.get() != element) {
      messager.printMessage(kind, text, shown.get());
    } else if (!RepeatedAnnotation.report(environment, kind, text, annotation, value)) {
      printAtAnnotation(element, annotation, value);
    }
  }

  /** ECJ fails at an annotation that has an empty array in it. */
  private void printAtAnnotation(
      Element element, Attributes annotation, @Nullable AnnotationValue value) {
    try {
      if (value == null) {
        messager.printMessage(kind, text, element, annotation.mirror());
      } else {
        messager.printMessage(kind, text, element, annotation.mirror(), value);
      }
    } catch (RuntimeException e) {
      messager.printMessage(kind, text, element);
    }
  }

  static boolean isEcj(ProcessingEnvironment environment) {
    return environment.getClass().getName().startsWith("org.eclipse.jdt.");
  }

  /** It knows no positions of packages and records; of an enum constant that of the enum. */
  private static Optional<Element> shownByEcj(Element element) {
    @Nullable Element owner = element.getEnclosingElement();
    return switch (element.getKind()) {
      case ENUM_CONSTANT -> Optional.ofNullable(owner);
      case FIELD ->
        owner != null && owner.getKind() == ElementKind.RECORD
            ? Optional.empty()
            : Optional.of(element);
      case PACKAGE, RECORD -> Optional.empty();
      default -> Optional.of(element);
    };
  }

  /** With the name of the class or package behind the first line, where no position says it. */
  static String withName(String text, Element element) {
    Element owner = element;
    while (!(owner instanceof TypeElement) && owner.getEnclosingElement() != null) {
      owner = owner.getEnclosingElement();
    }
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    String name = owner instanceof TypeElement ? owner.toString() : element.toString();
    return text.substring(0, end) + " (in " + name + ")" + text.substring(end);
  }
}
