package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import java.util.Comparator;

/**
 * What an operation takes away and its reverse does not bring back; prints as {@code user.fax: its
 * values are deleted}.
 *
 * @param owner a table, a partition or a sequence
 * @param column empty for all of it
 * @param reason in words
 */
public record Loss(QualifiedName owner, String column, String reason) implements Comparable<Loss> {

  static Loss of(QualifiedName owner, String reason) {
    return new Loss(owner, "", reason);
  }

  /** What is gone: {@code table}, {@code table.column} and the like, by raw names. */
  public String what() {
    return column.isEmpty() ? owner.toString() : owner + "." + column;
  }

  @Override
  public int compareTo(Loss other) {
    return Comparator.comparing(Loss::what).thenComparing(Loss::reason).compare(this, other);
  }

  @Override
  public String toString() {
    return what() + ": " + reason;
  }
}
