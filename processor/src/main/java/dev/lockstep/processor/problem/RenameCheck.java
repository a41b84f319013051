package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
import java.util.List;

/**
 * What the renames of a model come to.
 *
 * @param problems what is wrong with them, and warnings for those that can go; by table, then
 *     column
 * @param hints the model's hints with only the renames that are right and still to be migrated, for
 *     the differ
 */
public record RenameCheck(List<Problem> problems, DiffHints hints) {
  public RenameCheck {
    problems = List.copyOf(problems);
  }
}
