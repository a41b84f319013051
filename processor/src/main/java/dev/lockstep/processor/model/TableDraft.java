package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
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
    Stream<Attributes> own =
        mappedClasses.stream().flatMap(type -> Annotations.of(type).all(name).stream());
    Stream<Attributes> embedded = fields.stream()
        .flatMap(field -> field.embedding().chain().stream())
        .distinct()
        .flatMap(each -> each.annotationsOfClasses(name).stream());
    return Stream.concat(own, embedded).toList();
  }

  List<Field> idFields() {
    return fields.stream().filter(field -> field.annotations().has("Id")).toList();
  }
}
