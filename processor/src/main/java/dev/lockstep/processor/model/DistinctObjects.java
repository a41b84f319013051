package dev.lockstep.processor.model;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Leaves out what is declared twice, and notes the places of the others. */
final class DistinctObjects {
  private final Findings findings;

  DistinctObjects(Findings findings) {
    this.findings = findings;
  }

  /**
   * By kind and name; of two of one name that of the class or package whose name comes first. A
   * class file gives way to a source, as with tables.
   */
  List<ObjectDraft> of(List<ObjectDraft> objects) {
    if (objects.isEmpty()) {
      return objects;
    }
    Map<ObjectKey, ObjectDraft> byKey = new HashMap<>();
    List<ObjectDraft> distinct = new ArrayList<>();
    List<ObjectDraft> sorted = objects.stream()
        .sorted(Comparator.comparing(ObjectDraft::key)
            .thenComparing(draft -> !isShown(draft))
            .thenComparing(ObjectDraft::declarer))
        .toList();
    for (ObjectDraft draft : sorted) {
      ObjectDraft first = byKey.putIfAbsent(draft.key(), draft);
      if (first == null) {
        distinct.add(draft);
        putPlaces(draft);
      } else if (isShown(draft) || !isShown(first)) {
        findings.add(ObjectProblems.objectTwice(
            findings.places().at(draft.annotation(), "name"),
            draft.key(),
            first.declarerInWords()));
      }
    }
    return distinct;
  }

  private boolean isShown(ObjectDraft draft) {
    return findings.places().isShown(draft.element());
  }

  private void putPlaces(ObjectDraft draft) {
    findings.places().putObject(draft.key(), draft.element(), draft.annotation());
    if (draft.key().kind() == ObjectKind.ENUM && draft.element() instanceof TypeElement javaEnum) {
      EnumConstants.of(javaEnum, findings.places().order())
          .forEach(constant -> findings
              .places()
              .putEnumValue(
                  draft.key().name(), constant.value(), constant.element(), constant.annotation()));
    }
  }
}
