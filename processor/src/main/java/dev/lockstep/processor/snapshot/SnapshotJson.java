package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Schema;

/**
 * The canonical text of a snapshot, the same byte for byte on every machine: two spaces, LF, a
 * property a line, what is default left out, all sorted but the columns, which stand in the
 * database's order, and the values of an enum. SQL of several lines is a list of them.
 *
 * <pre>{@code
 * {
 *   "format": 1,
 *   "heads": [
 *     "M0002_AddAddressToUser"
 *   ],
 *   "tables": [
 *     {
 *       "name": "user",
 *       "class": "com.example.shop.User",
 *       "columns": [
 *         {
 *           "name": "id",
 *           "type": "bigint",
 *           "notNull": true,
 *           "identity": { }
 *         }
 *       ],
 *       "constraints": [
 *         {
 *           "name": "user_pkey",
 *           "kind": "primary key",
 *           "columns": [ "id" ]
 *         }
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 */
public final class SnapshotJson {
  /** The newest format that this version reads; a schema is written in the oldest that holds it. */
  public static final int FORMAT = SnapshotFormat.NEWEST;

  private SnapshotJson() {}

  public static String write(Snapshot snapshot) {
    return SnapshotWriter.write(snapshot);
  }

  /** The part of the text that describes the schema alone: no heads, no classes. */
  static String write(Schema schema) {
    return SnapshotWriter.write(schema);
  }

  /**
   * The snapshot that the text holds; white space is free, so that an editor or git may change the
   * ends of lines.
   *
   * @throws SnapshotException if the text is empty, cut off, not JSON, of a newer format or
   *     contradicts itself
   */
  public static Snapshot read(String text) {
    return new SnapshotReader().read(JsonObject.parse(text));
  }
}
