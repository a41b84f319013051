package dev.lockstep.processor.problem;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the things beside tables, and which values of enums, could be renamed ones: one is gone
 * and one of its kind is new. What becomes a thing of another kind under its name is none.
 */
final class ObjectCandidates {
  private final Map<ObjectKind, List<ObjectKey>> added;
  private final Map<ObjectKind, List<ObjectKey>> removed;
  private final Map<QualifiedName, List<String>> newValues;
  private final Map<QualifiedName, List<String>> lostValues;

  ObjectCandidates(List<Change> changes) {
    List<ObjectKey> allAdded = Candidates.only(changes, Change.ObjectAdded.class)
        .map(change -> change.object().key())
        .toList();
    List<ObjectKey> allRemoved = Candidates.only(changes, Change.ObjectRemoved.class)
        .map(change -> change.object().key())
        .toList();
    this.added = byKind(allAdded, allRemoved);
    this.removed = byKind(allRemoved, allAdded);
    this.newValues = Candidates.only(changes, Change.EnumValueAdded.class)
        .collect(groupingBy(
            Change.EnumValueAdded::type, mapping(Change.EnumValueAdded::value, toList())));
    this.lostValues = Candidates.only(changes, Change.EnumValueRemoved.class)
        .filter(change -> change.successor().isEmpty())
        .collect(groupingBy(
            Change.EnumValueRemoved::type, mapping(Change.EnumValueRemoved::value, toList())));
  }

  private static Map<ObjectKind, List<ObjectKey>> byKind(
      List<ObjectKey> keys, List<ObjectKey> others) {
    Set<QualifiedName> taken = others.stream().map(ObjectKey::name).collect(Collectors.toSet());
    return keys.stream()
        .filter(key -> ObjectWords.isRenamable(key.kind()) && !taken.contains(key.name()))
        .collect(groupingBy(ObjectKey::kind));
  }

  /** What the removed thing may have become. */
  List<ObjectKey> newFor(ObjectKey gone) {
    return isIn(removed, gone) ? added.getOrDefault(gone.kind(), List.of()) : List.of();
  }

  /** What the new thing may have been. */
  List<ObjectKey> removedFor(ObjectKey found) {
    return isIn(added, found) ? removed.getOrDefault(found.kind(), List.of()) : List.of();
  }

  /** The values that the enum got; a removed one may have become one of them. */
  List<String> newValues(QualifiedName type) {
    return newValues.getOrDefault(type, List.of());
  }

  /** The values that the enum lost without a replacement; a new one may have been one of them. */
  List<String> lostValues(QualifiedName type) {
    return lostValues.getOrDefault(type, List.of());
  }

  private static boolean isIn(Map<ObjectKind, List<ObjectKey>> keys, ObjectKey key) {
    return keys.getOrDefault(key.kind(), List.of()).contains(key);
  }
}
