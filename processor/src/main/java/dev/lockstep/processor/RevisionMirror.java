package dev.lockstep.processor;

import dev.lockstep.Phase;
import dev.lockstep.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * The {@code @Revision} of a class.
 *
 * @param parents as written; none for the first migration
 * @param description empty if left out
 * @param replaces as written; none unless it is a squash
 * @param phase the first if it is left out
 */
record RevisionMirror(
    List<String> parents, String description, List<String> replaces, Phase phase) {

  static Optional<RevisionMirror> of(TypeElement type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(Revision.class.getName())) {
        return Optional.of(of(mirror));
      }
    }
    return Optional.empty();
  }

  private static RevisionMirror of(AnnotationMirror mirror) {
    Map<String, Object> values = new HashMap<>();
    for (var entry : mirror.getElementValues().entrySet()) {
      values.put(entry.getKey().getSimpleName().toString(), entry.getValue().getValue());
    }
    return new RevisionMirror(
        texts(values.getOrDefault("parents", List.of())),
        String.valueOf(values.getOrDefault("description", "")),
        texts(values.getOrDefault("replaces", List.of())),
        phase(String.valueOf(values.getOrDefault("phase", Phase.EXPAND))));
  }

  /** A constant that is none is an error of the compiler's. */
  private static Phase phase(String constant) {
    return constant.equals(Phase.CONTRACT.name()) ? Phase.CONTRACT : Phase.EXPAND;
  }

  /** A single value may stand for a list (JLS 9.7.1); the compiler gives a list all the same. */
  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> items) {
      for (Object item : items) {
        texts.add(String.valueOf(((AnnotationValue) item).getValue()));
      }
    }
    return List.copyOf(texts);
  }
}
