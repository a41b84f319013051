package dev.lockstep.engine;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the history fits the code.
 *
 * @param entries all rows of the history
 * @param unknown revisions that the code does not know
 * @param partWay revisions that were begun and are neither applied nor gone
 * @param changed revisions whose statements are others now
 * @param stale new fingerprints of those whose text changed but not their statements
 */
record HistoryCheck(
    List<HistoryEntry> entries,
    List<String> unknown,
    List<HistoryEntry> partWay,
    List<String> changed,
    Map<String, String> stale) {
  /** So much of a checksum is enough for people to tell it from another. */
  private static final int BRIEF = 15;

  /** Loads a migration only where its fingerprint says that its text may have changed. */
  static HistoryCheck of(List<HistoryEntry> entries, RevisionGraph graph, MigrationSet set) {
    HistoryCheck check = new HistoryCheck(
        entries, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    for (HistoryEntry entry : entries) {
      if (!graph.isKnown(entry.revision())) {
        check.unknown.add(entry.revision());
      } else if (graph.contains(entry.revision())) {
        check.compare(entry, graph.entry(entry.revision()), set);
      }
      if (entry.state() != State.APPLIED) {
        check.partWay.add(entry);
      }
    }
    return check;
  }

  private void compare(HistoryEntry entry, Entry code, MigrationSet set) {
    String fingerprint = code.fingerprint();
    if (!fingerprint.isEmpty() && fingerprint.equals(entry.fingerprint())) {
      return;
    }
    if (!isSame(entry, PreparedMigration.of(set, code))) {
      changed.add(entry.revision());
    } else if (!fingerprint.isEmpty()) {
      stale.put(entry.revision(), fingerprint);
    }
  }

  private static boolean isSame(HistoryEntry entry, PreparedMigration code) {
    return code.checksum().equals(entry.checksum())
        || (entry.state() == State.DOWNGRADING
            && code.downgradeChecksum().equals(entry.checksum()));
  }

  /** The same without those that are half-way. */
  Set<String> upgraded() {
    Set<String> upgraded = applied();
    for (HistoryEntry entry : partWay) {
      upgraded.remove(entry.revision());
    }
    return upgraded;
  }

  /** The revisions that the database has, also in part, in the order in which they were applied. */
  Set<String> applied() {
    Set<String> applied = new LinkedHashSet<>();
    for (HistoryEntry entry : entries) {
      applied.add(entry.revision());
    }
    return applied;
  }

  /** The ordinal for the next row. */
  int nextOrdinal() {
    int highest = 0;
    for (HistoryEntry entry : entries) {
      highest = Math.max(highest, entry.ordinal());
    }
    return highest + 1;
  }

  /** Fails unless the code knows everything that is applied. */
  void requireKnown(Configuration configuration) {
    if (unknown.isEmpty()) {
      return;
    }
    Map<String, String> renamed = new NewNames(configuration, this).find();
    throw renamed.isEmpty() ? Failures.databaseAhead(unknown) : Failures.renamed(renamed);
  }

  /** Fails where the row of a migration is there without that of one before it. */
  private void requireNoGap(RevisionGraph graph) {
    Set<String> applied = applied();
    for (String id : applied) {
      if (graph.contains(id)) {
        for (String parent : graph.parents(id)) {
          if (!applied.contains(parent)
              && !graph.squashes().isCovered(parent, applied)
              && !graph.squashes().isInParts(parent, applied)) {
            throw Failures.historyGap(parent, id);
          }
        }
      }
    }
  }

  /** Fails unless everything that is applied as a whole is what the code says. */
  void requireConsistent(Configuration configuration) {
    requireKnown(configuration);
    requireNoGap(configuration.graph());
    if (changed.isEmpty()) {
      return;
    }
    List<String> begun = partWay.stream().map(HistoryEntry::revision).toList();
    List<String> whole = changed.stream().filter(id -> !begun.contains(id)).toList();
    if (!whole.isEmpty()) {
      throw Failures.changed(whole, differences(whole, configuration));
    }
  }

  /** Of each of them what is recorded, and what the code has. */
  private List<String> differences(List<String> revisions, Configuration configuration) {
    return entries.stream()
        .filter(entry -> revisions.contains(entry.revision()))
        .map(entry -> {
          PreparedMigration code =
              configuration.prepare(configuration.graph().entry(entry.revision()));
          return entry.revision() + ": recorded " + brief(entry.checksum(), entry.steps())
              + "; in the code " + brief(code.checksum(), code.upgradeSteps());
        })
        .toList();
  }

  private static String brief(String checksum, int steps) {
    String beginning = checksum.substring(0, Math.min(BRIEF, checksum.length()));
    return beginning + " (" + steps + (steps == 1 ? " step)" : " steps)");
  }
}
