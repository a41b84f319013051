package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfObject;
import dev.lockstep.processor.problem.Renames.Outcome;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The things beside tables that say that they were renamed. */
final class ObjectRenames {
  private final Schema recorded;
  private final Schema declared;
  private final Map<ObjectKey, ObjectKey> hints;
  private final SortedMap<ObjectKey, ObjectKey> oldNames = new TreeMap<>();
  private final SortedMap<ObjectKey, Outcome> outcomes;

  /**
   * Judges them.
   *
   * @param hints declared key to what its {@code renamedFrom} says
   */
  ObjectRenames(Schema recorded, Schema declared, Map<ObjectKey, ObjectKey> hints) {
    this.recorded = recorded;
    this.declared = declared;
    this.hints = hints;
    hints.forEach((object, old) -> oldNames.put(object, inAnySchema(object, old)));
    this.outcomes = new Renames<>(
            recorded.objects().keySet(), declared.objects().keySet(), oldNames, this::alike)
        .outcomes();
  }

  List<Problem> problems(Predicate<String> everNamed) {
    return outcomes.entrySet().stream()
        .flatMap(each -> problem(each.getKey(), each.getValue(), everNamed).stream())
        .toList();
  }

  /** Those that are right and still to be migrated, new key to old key. */
  SortedMap<ObjectKey, ObjectKey> pending() {
    SortedMap<ObjectKey, ObjectKey> pending = new TreeMap<>(oldNames);
    pending.keySet().removeIf(object -> outcomes.get(object) != Outcome.PENDING);
    return pending;
  }

  /** The declared object as it is recorded; empty if it is new, or its rename is wrong. */
  Optional<SchemaObject> before(ObjectKey object) {
    Outcome outcome = outcomes.get(object);
    if (outcome == Outcome.PENDING) {
      return recorded.find(oldNames.getOrDefault(object, object));
    }
    boolean kept = outcome == null || outcome == Outcome.DONE || outcome == Outcome.IDLE;
    return kept && !pending().containsValue(object) ? recorded.find(object) : Optional.empty();
  }

  /** Whether nobody can tell what the object was. */
  boolean isWrong(ObjectKey object) {
    Outcome outcome = outcomes.get(object);
    return outcome != null
        && outcome != Outcome.PENDING
        && outcome != Outcome.DONE
        && outcome != Outcome.IDLE;
  }

  /** What moves to another schema is looked up there by its plain name. */
  private ObjectKey inAnySchema(ObjectKey object, ObjectKey old) {
    if (recorded.find(old).isPresent() || recorded.find(object).isPresent()) {
      return old;
    }
    List<ObjectKey> found = gone(old.kind()).stream()
        .filter(key -> key.name().name().equals(old.name().name()))
        .toList();
    return found.size() == 1 ? found.get(0) : old;
  }

  private List<ObjectKey> gone(ObjectKind kind) {
    return recorded.objects().keySet().stream()
        .filter(key -> key.kind() == kind && declared.find(key).isEmpty())
        .toList();
  }

  private boolean alike(ObjectKey ours, ObjectKey theirs) {
    return declared
        .find(ours)
        .map(object -> object.withName(theirs.name()))
        .equals(recorded.find(theirs));
  }

  private Optional<Problem> problem(
      ObjectKey object, Outcome outcome, Predicate<String> everNamed) {
    ObjectKey old = oldNames.getOrDefault(object, object);
    ObjectKey otherView = new ObjectKey(
        old.kind() == ObjectKind.VIEW ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, old.name());
    if (outcome == Outcome.UNKNOWN
        && old.kind().isView()
        && recorded.find(otherView).isPresent()) {
      return Optional.of(Problem.error(
          "RenameConflict",
          new OfObject(object, "renamedFrom"),
          Wording.object(object) + " is renamed from " + quoted(old.name()) + ", which is a "
              + otherView.kind().word() + "; PostgreSQL cannot turn one into the other",
          "not renamed: remove renamedFrom = " + Wording.javaText(written(object))));
    }
    QualifiedName hinted = hints.getOrDefault(object, old).name();
    return inWords(object, old)
        .problem(outcome, written -> RenameRules.wasNamed(everNamed, hinted));
  }

  private String written(ObjectKey object) {
    return Wording.oldName(object.name(), hints.getOrDefault(object, object).name());
  }

  private RenamedThing inWords(ObjectKey object, ObjectKey old) {
    List<String> sharers = oldNames.entrySet().stream()
        .filter(each -> each.getValue().equals(old) && !each.getKey().equals(object))
        .map(each -> Wording.object(each.getKey()))
        .toList();
    List<String> gone = gone(old.kind()).stream()
        .filter(key -> !oldNames.containsValue(key))
        .map(key -> key.name().name())
        .toList();
    String kind = old.kind().word();
    return new RenamedThing(
        new OfObject(object, "renamedFrom"),
        Wording.object(object),
        "there never was " + (old.kind() == ObjectKind.ENUM ? "an " : "a ") + kind + " "
            + quoted(old.name()),
        written(object),
        sharers,
        gone,
        ObjectWords.renamedFrom(old.kind(), gone),
        Optional.empty());
  }
}
