package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Schema;
import java.util.stream.IntStream;

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
   * @throws SnapshotException if the text is empty, cut off, not JSON, in conflict, of a newer
   *     format or contradicts itself
   */
  public static Snapshot read(String text) {
    refuseConflict(text);
    return new SnapshotReader().read(JsonObject.parse(text));
  }

  private static void refuseConflict(String text) {
    String[] lines = text.split("\n", -1);
    IntStream.range(0, lines.length)
        .filter(i -> lines[i].startsWith("<<<<<<<") || lines[i].startsWith(">>>>>>>"))
        .findFirst()
        .ifPresent(i -> {
          throw new SnapshotException(
              "SnapshotConflict",
              i + 1,
              "the file is in a merge conflict: two branches have added a migration",
              "take the other branch's: git checkout --theirs -- {file}",
              "then delete your own branch's new migration and generate it again:"
                  + " mvn compile -Dlockstep.migrate=\"...\"");
        });
  }
}
