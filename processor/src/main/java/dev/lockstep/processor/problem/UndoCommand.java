package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.snapshot.Snapshot;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The command that takes the newest migration back by one more: {@code mvn compile
 * -Dlockstep.migrate="Undo Add fax" -Dlockstep.accept=data-loss:user.fax}.
 */
public final class UndoCommand {
  private UndoCommand() {}

  /**
   * Its text; that compile asks for what it leaves open.
   *
   * @param description of the migration
   * @param recorded what the migration leaves
   * @param declared the model, as it was before the migration
   */
  public static String of(
      String description,
      Snapshot recorded,
      DeclaredModel declared,
      Options options,
      Acceptance acceptance) {
    RenameCheck renames = RenameRules.check(recorded, declared);
    SchemaDiff undo = SchemaDiffer.diff(recorded.schema(), declared.schema(), renames.hints());
    Set<String> words = mayRename(undo)
        ? Set.of()
        : ChangeProblems.risks(recorded, declared, undo, options)
            .all()
            .map(acceptance::word)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Command("Undo " + description, words).text();
  }

  /** To accept the loss of what may have been renamed would be to guess that it was not. */
  private static boolean mayRename(SchemaDiff undo) {
    return undo.changes().stream()
        .anyMatch(change -> change instanceof Change.TableAdded
            || change instanceof Change.ColumnAdded
            || change instanceof Change.ObjectAdded
            || change instanceof Change.EnumValueAdded);
  }
}
