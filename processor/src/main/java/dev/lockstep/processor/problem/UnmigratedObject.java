package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.enumValue;
import static dev.lockstep.processor.problem.Wording.object;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.ObjectKey;
import java.util.List;

/** The problem that a change of what there is beside tables is not migrated yet. */
record UnmigratedObject(ChangeMessage message, ObjectCandidates candidates, EnumTables tables) {

  Problem of(Change.ObjectAdded change) {
    ObjectKey key = change.object().key();
    Problem problem = message.added(Kinds.code(key.kind()) + "Added", change, object(key));
    List<String> gone =
        candidates.removedFor(key).stream().map(old -> old.name().name()).toList();
    return gone.isEmpty()
        ? problem
        : message.orRenamed(
            problem,
            change,
            ObjectWords.renamedFrom(key.kind(), gone),
            "drop " + key.kind().word() + " " + Wording.all(gone),
            Hazard.DATA_LOSS);
  }

  Problem of(Change.ObjectRemoved change) {
    ObjectKey key = change.object().key();
    return message.gone(Kinds.code(key.kind()) + "Removed", change, object(key));
  }

  Problem of(Change.ObjectRenamed change) {
    ObjectKey from = change.from();
    ObjectKey to = change.to();
    String code = Kinds.code(to.kind()) + "Renamed";
    return from.name().name().equals(to.name().name())
        ? message.moved(code, change, object(from), to.name().schema())
        : message.renamed(code, change, object(from), to.name());
  }

  Problem of(Change.ObjectChanged change) {
    ObjectKey key = change.to().key();
    return ObjectWords.isCommentAlone(change)
        ? message.changed(
            Kinds.code(key.kind()) + "CommentChanged", change, "the comment of " + object(key))
        : message.changed(Kinds.code(key.kind()) + "Changed", change, object(key));
  }

  Problem of(Change.EnumValueAdded change) {
    Problem problem =
        message.added("EnumValueAdded", change, enumValue(change.type(), change.value()));
    List<String> lost = candidates.lostValues(change.type());
    return lost.isEmpty()
        ? problem
        : message.orRenamed(
            problem,
            change,
            Candidates.renamedFrom("EnumValue", lost),
            "remove " + Wording.all(lost),
            tables.of(change.type()).isEmpty() ? new Hazard[0] : Hazard.values());
  }
}
