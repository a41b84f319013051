package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Schema;
import java.util.List;

/** What the messages about the changes of one diff look things up in. */
record ChangeScope(
    DeclaredModel declared,
    Before before,
    EnumTables enums,
    DiffSteps steps,
    Candidates candidates,
    ObjectCandidates objects,
    ChangePlaces places,
    Commands commands,
    RollingRenames rolling,
    Options options) {

  static ChangeScope of(
      Snapshot recorded,
      DeclaredModel declared,
      SchemaDiff diff,
      Options options,
      Acceptance acceptance,
      Risks risks) {
    List<Change> changes = diff.changes();
    Before before = new Before(recorded.schema(), changes);
    Commands commands = new Commands(recorded, options, acceptance, risks);
    return new ChangeScope(
        declared,
        before,
        new EnumTables(before, declared.schema()),
        new DiffSteps(diff),
        new Candidates(changes, declared.classes()),
        new ObjectCandidates(changes),
        new ChangePlaces(declared.schema()),
        commands,
        new RollingRenames(recorded.schema(), diff, options, commands),
        options);
  }

  Schema schema() {
    return declared.schema();
  }
}
