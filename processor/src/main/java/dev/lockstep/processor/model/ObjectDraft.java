package dev.lockstep.processor.model;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.SchemaObject;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;

/**
 * What is no table, and what declares it.
 *
 * @param element a class or a package
 * @param indexes those of a materialized view, which may still lack names
 */
record ObjectDraft(
    SchemaObject object, Element element, Attributes annotation, List<MemberDraft<Index>> indexes) {
  ObjectDraft {
    indexes = List.copyOf(indexes);
  }

  ObjectDraft(SchemaObject object, Attributes annotation) {
    this(object, annotation.element(), annotation, List.of());
  }

  ObjectDraft withIndexes(List<MemberDraft<Index>> newIndexes) {
    return new ObjectDraft(object, element, annotation, newIndexes);
  }

  ObjectDraft withObject(SchemaObject newObject) {
    return new ObjectDraft(newObject, element, annotation, indexes);
  }

  ObjectKey key() {
    return object.key();
  }

  /** Qualified name of the class or package that declares it. */
  String declarer() {
    return ((QualifiedNameable) element).getQualifiedName().toString();
  }

  /** For messages: {@code class app.State}. */
  String declarerInWords() {
    return (element instanceof PackageElement ? "package " : "class ") + declarer();
  }
}
