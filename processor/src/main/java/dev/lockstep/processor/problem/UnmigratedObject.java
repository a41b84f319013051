package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.enumValue;
import static dev.lockstep.processor.problem.Wording.object;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import java.util.List;
import java.util.Optional;

/** The problem that a change of what there is beside tables is not migrated yet. */
record UnmigratedObject(
    ChangeMessage message, ObjectCandidates candidates, EnumTables tables, DiffSteps steps) {

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
    String code = Kinds.code(key.kind()) + "Removed";
    Optional<Member> heir =
        key.kind() == ObjectKind.SEQUENCE ? steps.heir(key.name()) : Optional.empty();
    return heir.map(column -> handedOver(code, change, column))
        .orElseGet(() -> message.gone(code, change, object(key)));
  }

  /** To drop it is but the end of it. */
  private Problem handedOver(String code, Change.ObjectRemoved change, Member heir) {
    return Problem.error(
        code,
        change.accept(message.places()),
        object(change.object().key()) + " hands its counter to the identity of "
            + Wording.column(heir.table(), heir.name()) + ", which is not migrated yet",
        "migrate: "
            + message.commands().of("Change identity of " + heir.name() + " in " + heir.table()));
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
