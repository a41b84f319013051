package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Lockstep's annotations of one element, by simple name; repeated ones unpacked. */
final class Annotations {
  private static final String PACKAGE = "dev.lockstep.annotations.";
  private static final String CONTAINER = ".List";

  private final Map<String, List<Attributes>> byName = new LinkedHashMap<>();

  private Annotations() {}

  static Annotations of(Element element) {
    return of(element, element, Embedding.NONE);
  }

  /**
   * Those of an element that comes into a table by way of {@code @Embedded}.
   *
   * @param shown where messages about them stand: the element, or another if no compiler can show
   *     it
   */
  static Annotations of(Element element, Element shown, Embedding embedding) {
    Annotations annotations = new Annotations();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      annotations.add(new Attributes(element, shown, mirror, OptionalInt.empty(), embedding));
    }
    return annotations;
  }

  /** These, with one more before those of its name. */
  Annotations with(String name, Attributes first) {
    Annotations annotations = new Annotations();
    byName.forEach((each, all) -> annotations.byName.put(each, new ArrayList<>(all)));
    annotations.byName.computeIfAbsent(name, key -> new ArrayList<>()).add(0, first);
    return annotations;
  }

  /** Whether the element has the annotation of that simple name. */
  static boolean has(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Element type = mirror.getAnnotationType().asElement();
      if (type.getSimpleName().contentEquals(name) && nameOf(mirror).equals(PACKAGE + name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the element has one of the annotations of those simple names, repeated or not. */
  static boolean hasAny(Element element, Set<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String name = nameOf(mirror);
      int end = name.length() - (name.endsWith(CONTAINER) ? CONTAINER.length() : 0);
      if (name.startsWith(PACKAGE) && names.contains(name.substring(PACKAGE.length(), end))) {
        return true;
      }
    }
    return false;
  }

  static boolean isLockstep(TypeElement annotation) {
    return annotation.getQualifiedName().toString().startsWith(PACKAGE);
  }

  private static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }

  private void add(Attributes attributes) {
    String name = nameOf(attributes.mirror());
    if (!name.startsWith(PACKAGE)) {
      return;
    }
    String simpleName = name.substring(PACKAGE.length());
    if (!simpleName.endsWith(CONTAINER)) {
      List<Attributes> all = byName.get(simpleName);
      if (all == null) {
        all = new ArrayList<>();
        byName.put(simpleName, all);
      }
      all.add(attributes);
      return;
    }
    List<AnnotationValue> repeated = attributes.items("value");
    for (int i = 0; i < repeated.size(); i++) {
      if (repeated.get(i).getValue() instanceof AnnotationMirror each) {
        add(attributes.nested(each, OptionalInt.of(i)));
      }
    }
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  Optional<Attributes> find(String name) {
    List<Attributes> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** In source order. */
  List<Attributes> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Simple names of the annotations, in source order. */
  Set<String> names() {
    return byName.keySet();
  }

  boolean areErroneous() {
    for (List<Attributes> all : byName.values()) {
      for (Attributes each : all) {
        if (each.isErroneous()) {
          return true;
        }
      }
    }
    return false;
  }
}
