package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A table class whose columns are still to be read.
 *
 * @param mappedClasses the mapped superclasses, base first, and the class itself
 * @param fields those that are columns, in declaration order
 */
record TableDraft(
    TypeElement type,
    Attributes attributes,
    QualifiedName name,
    List<TypeElement> mappedClasses,
    List<Field> fields) {
  TableDraft {
    mappedClasses = List.copyOf(mappedClasses);
    fields = List.copyOf(fields);
  }

  /**
   * The annotations of that name of the mapped classes, then of the embeddables in the order of
   * their fields.
   */
  List<Attributes> annotationsOfClasses(String name) {
    List<Attributes> found = new ArrayList<>();
    for (TypeElement type : mappedClasses) {
      found.addAll(Annotations.of(type).all(name));
    }
    Set<Embedding> embeddings = new LinkedHashSet<>();
    for (Field field : fields) {
      embeddings.addAll(field.embedding().chain());
    }
    for (Embedding each : embeddings) {
      found.addAll(each.annotationsOfClasses(name));
    }
    return found;
  }

  List<Field> idFields() {
    List<Field> found = new ArrayList<>();
    for (Field field : fields) {
      if (field.annotations().has("Id")) {
        found.add(field);
      }
    }
    return found;
  }
}
