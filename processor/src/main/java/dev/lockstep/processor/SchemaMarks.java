package dev.lockstep.processor;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.util.List;

/** What the registry says of a schema, as {@link SchemaFingerprint} makes it. */
record SchemaMarks(String fingerprint, List<String> parts) {
  SchemaMarks {
    parts = List.copyOf(parts);
  }

  static SchemaMarks of(Schema schema) {
    return new SchemaMarks(SchemaFingerprint.of(schema), SchemaFingerprint.parts(schema));
  }
}
