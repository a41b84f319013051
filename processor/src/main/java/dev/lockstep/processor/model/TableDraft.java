package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
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

  List<Field> idFields() {
    return fields.stream().filter(field -> field.annotations().has("Id")).toList();
  }
}
