package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;

/** The sentences that say that something is not migrated yet, with the command that migrates it. */
record ChangeMessage(ChangePlaces places, Commands commands) {

  Problem problem(String code, Change change, String message) {
    String migrate = "migrate: " + commands.forChange(change);
    return Problem.error(code, change.accept(places), message, migrate);
  }

  Problem added(String code, Change change, String what) {
    return problem(code, change, what + " is not migrated yet");
  }

  Problem gone(String code, Change change, String what) {
    return problem(code, change, what + " is not declared any more, which is not migrated yet");
  }

  Problem renamed(String code, Change change, String what, Object newName) {
    return problem(
        code, change, what + " is named " + quoted(newName) + " now, which is not migrated yet");
  }

  /** Something of the same name in another schema; empty for the database's own. */
  Problem moved(String code, Change change, String what, String schema) {
    String where = schema.isEmpty() ? "the schema of the database" : "schema " + quoted(schema);
    return problem(code, change, what + " is in " + where + " now, which is not migrated yet");
  }

  Problem changed(String code, Change change, String what) {
    return problem(code, change, what + " changed, which is not migrated yet");
  }

  /**
   * Whether something new is something old is never guessed: both answers are offered.
   *
   * @param renamed the line that says how it is renamed
   * @param drop what else the migration does if it is not: {@code drop fax}
   * @param hazards what that takes
   */
  Problem orRenamed(Problem added, Change change, String renamed, String drop, Hazard... hazards) {
    String both = Suggestion.of(change) + " and " + drop;
    return Problem.error(
        added.code(),
        added.place(),
        added.message(),
        renamed,
        "not renamed: " + commands.of(both, hazards));
  }
}
