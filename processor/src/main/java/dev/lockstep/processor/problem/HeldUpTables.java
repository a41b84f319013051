package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.LongLock;
import dev.lockstep.diff.OnlineForm;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.impact.Work;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Steps that hold reads or writes of a table up for long although the migration takes its online
 * form: there is none for them. What writes a table anew has to be accepted, and was told so.
 */
record HeldUpTables(ChangeScope scope) {

  /** A step and where the model asks for it. */
  private record Asked(String what, Place place) {}

  Stream<Problem> of(SchemaDiff diff, Schema recorded) {
    return scope.options().online()
        ? LongLock.in(OnlineForm.of(diff.operations(), recorded), recorded).stream()
            .filter(lock -> !isAccepted(lock))
            .flatMap(lock -> asked(lock.operation()).map(asked -> problem(lock, asked)).stream())
        : Stream.of();
  }

  private static boolean isAccepted(LongLock lock) {
    return lock.work().contains(Work.REWRITE)
        && !(lock.operation() instanceof AddColumn add
            && add.column().computedOption().isEmpty());
  }

  private Optional<Asked> asked(Operation operation) {
    if (operation instanceof AddConstraint add) {
      Constraint constraint = add.constraint();
      return Optional.of(new Asked(
          "adding " + Wording.member(Kinds.of(constraint), add.table(), constraint.name()),
          scope.places().of(add.table(), constraint)));
    }
    if (operation instanceof AddColumn add) {
      return Optional.of(ofColumn("adding ", add.table(), add.column().name()));
    }
    if (operation instanceof AlterColumnType alter) {
      return Optional.of(ofColumn("changing the type of ", alter.table(), alter.column()));
    }
    if (operation instanceof FillNulls fill) {
      return Optional.of(ofColumn("filling ", fill.table(), fill.column()));
    }
    if (operation instanceof CreatePartition create) {
      return Optional.of(ofPartition(create.table(), create.partition().name()));
    }
    return operation instanceof AttachPartition attach
        ? Optional.of(ofPartition(attach.table(), attach.partition().name()))
        : Optional.empty();
  }

  private static Asked ofColumn(String verb, QualifiedName table, String column) {
    return new Asked(verb + Wording.column(table, column), new Place.OfColumn(table, column, ""));
  }

  private static Asked ofPartition(QualifiedName table, String partition) {
    return new Asked(
        "adding " + Wording.member("partition", table, partition),
        new Place.OfMember(table, partition));
  }

  private static Problem problem(LongLock lock, Asked asked) {
    String work = lock.work().stream().map(Work::words).collect(Collectors.joining(" and "));
    return Problem.warning(
        "BlocksTable",
        asked.place(),
        asked.what() + " " + work + " while " + (lock.lock().blocksReads() ? "reads and " : "")
            + "writes wait (" + lock.lock().sql() + " on " + quoted(lock.relation()) + ")",
        "apply it: when nobody needs the table, as there is no form that lets others work");
  }
}
