package dev.lockstep;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the history of a database holds that has all migrations of a set as they are now, and
 * nothing else; the server can tell whether it does by one row.
 *
 * @param head the only revision that no other has for a parent
 * @param size how many migrations there are
 * @param digest {@code h1:} and a decimal number: the exclusive or, over all migrations, of
 *     {@code hashtextextended('applied', hashtextextended(fingerprint, hashtextextended(revision,
 *     0)))}, as PostgreSQL works it out. It is made to tell by chance alike from unlike, not to
 *     withstand somebody who looks for two that are alike
 */
public record CompleteHistory(String head, int size, String digest) {
  /** What a digest begins with that this version can compare with a history. */
  public static final String ALGORITHM = "h1:";

  /**
   * That of these migrations, given parents first. Empty where databases that are up to date may
   * differ in their histories, because one migration stands for others; where the text of one is
   * not known; and where there is not one head that all others come before.
   */
  public static Optional<CompleteHistory> of(List<MigrationSet.Entry> entries) {
    Set<String> before = new HashSet<>();
    Set<String> heads = new HashSet<>();
    long digest = 0;
    for (MigrationSet.Entry entry : entries) {
      if (!entry.replaces().isEmpty()
          || entry.fingerprint().isEmpty()
          || !before.containsAll(entry.parents())
          || !before.add(entry.id())) {
        return Optional.empty();
      }
      entry.parents().forEach(heads::remove);
      heads.add(entry.id());
      digest ^= hash(entry.id(), entry.fingerprint(), "applied");
    }
    return heads.size() == 1
        ? Optional.of(
            new CompleteHistory(heads.iterator().next(), entries.size(), ALGORITHM + digest))
        : Optional.empty();
  }

  /** What one row of a history adds to the digest, by exclusive or. */
  public static long hash(String revision, String fingerprint, String state) {
    return ServerHash.of(state, ServerHash.of(fingerprint, ServerHash.of(revision, 0)));
  }
}
