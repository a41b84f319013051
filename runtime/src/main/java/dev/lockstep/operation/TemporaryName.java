package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;

/** The name that a thing has while another one of its name is there. */
public final class TemporaryName {
  /** NAMEDATALEN - 1. */
  private static final int MOST_BYTES = 63;

  private TemporaryName() {}

  /** Of what goes when its successor is there. */
  public static QualifiedName old(QualifiedName name) {
    return with("lockstep_old_", name);
  }

  /** Of what comes while its predecessor is there. */
  public static QualifiedName successor(QualifiedName name) {
    return with("lockstep_new_", name);
  }

  /** Of a check that is there until the column is NOT NULL, in its table. */
  public static String notNull(String column) {
    return with("lockstep_not_null_", QualifiedName.of(column)).name();
  }

  /** A name as long as one can be; what is cut off still tells it from others. */
  public static String cut(String name) {
    return bytes(name) <= MOST_BYTES
        ? name
        : cut(name, MOST_BYTES - 9) + "_" + String.format("%08x", name.hashCode());
  }

  private static QualifiedName with(String prefix, QualifiedName name) {
    return name.sibling(cut(prefix + name.name(), MOST_BYTES));
  }

  private static String cut(String name, int most) {
    String cut = name;
    while (bytes(cut) > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  /** In UTF-8. */
  private static int bytes(String name) {
    return name.codePoints()
        .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
        .sum();
  }
}
