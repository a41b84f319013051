package dev.lockstep.diff;

import dev.lockstep.schema.Schema;

/** Finds what differs between two schemas and orders what it takes to get from one to the other. */
public final class SchemaDiffer {
  private SchemaDiffer() {}

  public static SchemaDiff diff(Schema from, Schema to, DiffHints hints) {
    if (from.equals(to)) {
      return new SchemaDiff(to, java.util.List.of(), java.util.List.of());
    }
    throw new UnsupportedOperationException("not written yet");
  }
}
