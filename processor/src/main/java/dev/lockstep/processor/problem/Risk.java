package dev.lockstep.processor.problem;

import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.QualifiedName;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A hazard and what it threatens, as {@code lockstep.accept} names it: {@code data-loss:user.fax}.
 *
 * @param thing {@code table}, {@code table.column}, {@code type.VALUE} and the like; empty for
 *     everything
 */
public record Risk(Hazard hazard, String thing) implements Comparable<Risk> {
  /** What a shell and the comma list leave alone. */
  private static final Pattern TYPEABLE = Pattern.compile("[\\p{L}\\p{N}_.-]*");

  static Risk dataLoss(QualifiedName thing) {
    return new Risk(Hazard.DATA_LOSS, word(thing));
  }

  /** Of a member of a table, or a value of a type. */
  static Risk dataLoss(QualifiedName owner, String member) {
    return new Risk(Hazard.DATA_LOSS, word(owner) + "." + word(member));
  }

  /** Of a value that a column holds. */
  static Risk dataLoss(QualifiedName table, String column, String value) {
    return new Risk(Hazard.DATA_LOSS, word(table) + "." + word(column) + "." + word(value));
  }

  /** That a table is written anew while nobody can read or write it. */
  public static Risk rewrite(QualifiedName table) {
    return new Risk(Hazard.REWRITE, word(table));
  }

  private static String word(QualifiedName name) {
    return name.schema().isEmpty()
        ? word(name.name())
        : word(name.schema()) + "." + word(name.name());
  }

  /** With a point in it a name would read as two: {@code user.fax} is a column. */
  private static String word(String name) {
    return name.contains(".") ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
  }

  /** The same hazard, whatever it threatens. */
  Risk ofEverything() {
    return new Risk(hazard, "");
  }

  boolean isTypeable() {
    return TYPEABLE.matcher(thing).matches();
  }

  /** The word for {@code lockstep.accept}. */
  public String word() {
    return thing.isEmpty() ? hazard.word() : hazard.word() + ":" + thing;
  }

  @Override
  public int compareTo(Risk other) {
    return Comparator.comparing(Risk::hazard).thenComparing(Risk::thing).compare(this, other);
  }
}
