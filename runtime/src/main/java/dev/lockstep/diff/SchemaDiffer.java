package dev.lockstep.diff;

import dev.lockstep.schema.Schema;

/** Finds what differs between two schemas and orders what it takes to get from one to the other. */
public final class SchemaDiffer {
  private SchemaDiffer() {}

  public static SchemaDiff diff(Schema from, Schema to, DiffHints hints) {
    throw new UnsupportedOperationException("not written yet");
  }
}
