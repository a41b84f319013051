package dev.lockstep.processor.problem;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import java.util.List;

/** What there is beside tables, in words. */
final class ObjectWords {
  private ObjectWords() {}

  /** Whether both say the same but for their comments. */
  static boolean isCommentAlone(Change.ObjectChanged change) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    return !from.comment().equals(to.comment()) && from.withComment("").equals(to.withComment(""));
  }

  /** Whether the annotation of that kind has a {@code renamedFrom}. */
  static boolean isRenamable(ObjectKind kind) {
    return kind != ObjectKind.EXTENSION && kind != ObjectKind.SQL_OBJECT;
  }

  /** Simple name of the annotation that declares one. */
  static String annotation(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION -> "Database";
      case ENUM -> "EnumType";
      case SEQUENCE -> "Sequence";
      case VIEW, MATERIALIZED_VIEW -> "View";
      case SQL_OBJECT -> "SqlObject";
    };
  }

  /**
   * {@code renamed: @EnumType(renamedFrom = "state")}; an annotation that cannot do without other
   * attributes is left out: {@code renamed: renamedFrom = "sales" in its @View}.
   */
  static String renamedFrom(ObjectKind kind, List<String> oldNames) {
    if (kind == ObjectKind.ENUM) {
      return Candidates.renamedFrom("EnumType", oldNames);
    }
    List<String> texts =
        oldNames.stream().map(name -> "renamedFrom = " + Wording.javaText(name)).toList();
    return "renamed: " + Wording.either(texts) + " in its @" + annotation(kind);
  }
}
