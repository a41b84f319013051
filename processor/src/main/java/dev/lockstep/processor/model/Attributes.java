package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation says explicitly. An attribute that was left out is absent, whatever its
 * default is; so is one whose value the compiler could not make out.
 */
final class Attributes {
  /** What javac gives for a value that it cannot resolve, of whatever type. */
  private static final String ERRONEOUS = "<error>";

  private final Element element;
  private final Element shown;
  private final Embedding embedding;
  private final AnnotationMirror mirror;
  private final OptionalInt repetition;
  private final Map<String, AnnotationValue> values = new LinkedHashMap<>();
  private final boolean erroneous;

  /**
   * What that annotation of the element says.
   *
   * @param shown where messages about it stand: the element, or another if no compiler can show it
   * @param embedding the use of an embeddable in which it was met
   * @param repetition which of several of its kind it is, from 0, in source order; empty if it is
   *     the only one
   */
  Attributes(
      Element element,
      Element shown,
      AnnotationMirror mirror,
      OptionalInt repetition,
      Embedding embedding) {
    this.element = element;
    this.shown = shown;
    this.embedding = embedding;
    this.mirror = mirror;
    this.repetition = repetition;
    boolean anyErroneous = false;
    for (var entry : mirror.getElementValues().entrySet()) {
      if (isErroneous(entry.getValue())) {
        anyErroneous = true;
      } else {
        values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
      }
    }
    this.erroneous = anyErroneous;
  }

  private static boolean isErroneous(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof AnnotationMirror nested) {
      return anyErroneous(nested.getElementValues().values());
    }
    return content instanceof List<?> items
        ? anyErroneous(items)
        : content instanceof TypeMirror type
            ? type.getKind() == TypeKind.ERROR
            // A text of that content has quotes in its own text form.
            : ERRONEOUS.equals(content) && ERRONEOUS.equals(value.toString());
  }

  private static boolean anyErroneous(Collection<?> values) {
    for (Object value : values) {
      if (isErroneous((AnnotationValue) value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the compiler could not make out a value, perhaps because it is yet to be generated. */
  boolean isErroneous() {
    return erroneous;
  }

  /** An annotation that is a value of this one. */
  Attributes nested(AnnotationMirror inside, OptionalInt number) {
    return new Attributes(element, shown, inside, number, embedding);
  }

  /** Where messages about it stand. */
  Element element() {
    return shown;
  }

  /** Whether {@link #element} carries the annotation, so that the compiler can point at it. */
  boolean isAtElement() {
    return element.equals(shown);
  }

  Embedding embedding() {
    return embedding;
  }

  OptionalInt repetition() {
    return repetition;
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  @Nullable
  AnnotationValue value(String attribute) {
    return values.get(attribute);
  }

  boolean has(String attribute) {
    return values.containsKey(attribute);
  }

  /** The text; empty if it was left out. */
  String text(String attribute) {
    Object text = raw(attribute);
    return text == null ? "" : text.toString();
  }

  /** The texts; empty if they were left out. */
  List<String> texts(String attribute) {
    List<AnnotationValue> items = items(attribute);
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (AnnotationValue item : items) {
      texts.add(String.valueOf(item.getValue()));
    }
    return texts;
  }

  /** The values of an array; empty if it was left out. */
  List<AnnotationValue> items(String attribute) {
    if (!(raw(attribute) instanceof List<?> raw)) {
      return List.of();
    }
    List<AnnotationValue> items = new ArrayList<>();
    for (Object item : raw) {
      items.add((AnnotationValue) item);
    }
    return items;
  }

  /** The annotations that the attribute holds; empty if it was left out. */
  List<Attributes> nested(String attribute) {
    List<Attributes> nested = new ArrayList<>();
    for (AnnotationValue item : items(attribute)) {
      if (item.getValue() instanceof AnnotationMirror inside) {
        nested.add(nested(inside, OptionalInt.empty()));
      }
    }
    return nested;
  }

  @Nullable
  Long number(String attribute) {
    return raw(attribute) instanceof Number number ? (Long) number.longValue() : null;
  }

  boolean flag(String attribute, boolean ifLeftOut) {
    return raw(attribute) instanceof Boolean flag ? flag : ifLeftOut;
  }

  Optional<TypeMirror> type(String attribute) {
    return raw(attribute) instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
  }

  /** The simple name of an enum constant. */
  Optional<String> constant(String attribute) {
    return raw(attribute) instanceof VariableElement constant
        ? Optional.of(constant.getSimpleName().toString())
        : Optional.empty();
  }

  private @Nullable Object raw(String attribute) {
    AnnotationValue value = values.get(attribute);
    return value == null ? null : value.getValue();
  }
}
