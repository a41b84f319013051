package dev.lockstep.processor;

import dev.lockstep.processor.problem.Risk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of one compile; each is a processor option or, where that is absent, a system
 * property of the same name.
 *
 * @param migrate description of the migration to generate; null to check only
 * @param amend whether it takes the place of the newest migration
 * @param squash the migration up to which one is to stand for all; null for none
 * @param accept what is accepted for this one generation
 * @param empty whether to generate even when the model is unchanged
 * @param online whether changes take the forms that do not block a live database
 * @param rolling whether a column is renamed while code with its old name runs beside code with its
 *     new one
 * @param sources source root to write to; null to derive it
 */
public record Options(
    @Nullable String migrate,
    boolean amend,
    @Nullable String squash,
    Set<Risk> accept,
    boolean empty,
    Check check,
    boolean online,
    boolean rolling,
    @Nullable String sources) {
  /** How loud an unmigrated change is. */
  public enum Check {
    ERROR,
    WARN,
    OFF
  }

  public boolean generates() {
    return migrate != null;
  }
}
