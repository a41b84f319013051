package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;

/** The description of a change of what there is beside tables: {@code Create enum state}. */
final class ObjectSuggestion {
  private ObjectSuggestion() {}

  static String of(Change.ObjectAdded change) {
    return "Create " + name(change.object());
  }

  static String of(Change.ObjectRemoved change) {
    return "Drop " + name(change.object());
  }

  static String of(Change.ObjectRenamed change) {
    ObjectKey from = change.from();
    ObjectKey to = change.to();
    String what = from.kind().word() + " " + from.name();
    boolean moved =
        from.name().name().equals(to.name().name()) && !to.name().schema().isEmpty();
    return moved
        ? "Move " + what + " to schema " + to.name().schema()
        : "Rename " + what + " to " + to.name();
  }

  static String of(Change.ObjectChanged change) {
    boolean commentAlone = ObjectWords.isCommentAlone(change);
    return "Change " + (commentAlone ? "comment of " : "") + name(change.to());
  }

  private static String name(SchemaObject object) {
    String kind =
        object instanceof SqlObject sql ? Kinds.described(sql) : object.kind().word();
    return kind + " " + object.name();
  }
}
