package dev.lockstep.engine;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which names the code has what a database has applied under others; looked up only where the
 * database has what the code does not know.
 */
final class NewNames {
  private final Configuration configuration;
  private final HistoryCheck check;

  NewNames(Configuration configuration, HistoryCheck check) {
    this.configuration = configuration;
    this.check = check;
  }

  /** Unknown revisions to the migration of the code that makes the same statements, in order. */
  Map<String, String> find() {
    List<PreparedMigration> open = open();
    Map<String, String> names = new LinkedHashMap<>();
    for (HistoryEntry entry : check.entries()) {
      List<String> same = open.stream()
          .filter(migration -> migration.checksum().equals(entry.checksum()))
          .map(PreparedMigration::id)
          .toList();
      if (check.unknown().contains(entry.revision())
          && entry.state() == State.APPLIED
          && same.size() == 1) {
        names.put(entry.revision(), same.get(0));
      }
    }
    return names;
  }

  /** What is not applied and does something; a merge without steps is like any other. */
  private List<PreparedMigration> open() {
    List<PreparedMigration> open = new ArrayList<>();
    for (Entry entry : configuration.graph().withoutReplaced()) {
      if (!check.applied().contains(entry.id())) {
        prepared(entry).filter(migration -> migration.upgradeSteps() > 0).ifPresent(open::add);
      }
    }
    return open;
  }

  /** One that cannot say what it does has no statements to compare. */
  private Optional<PreparedMigration> prepared(Entry entry) {
    try {
      return Optional.of(configuration.prepare(entry));
    } catch (LockstepException e) {
      return Optional.empty();
    }
  }
}
