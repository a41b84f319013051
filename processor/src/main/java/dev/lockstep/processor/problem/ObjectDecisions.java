package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.object;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the user has to decide before something beside tables goes or is made anew. */
record ObjectDecisions(ChangeScope scope, ObjectUses uses) {
  private static final Set<String> REPLACEABLE = Set.of("function", "procedure", "aggregate");

  List<Problem> of(Change.ObjectRemoved change) {
    SchemaObject gone = change.object();
    if (gone instanceof SqlObject sql) {
      return ofSql(change, sql, " is not declared any more");
    }
    boolean counts = gone instanceof Sequence && scope.steps().heir(gone.name()).isEmpty();
    boolean open = counts || !scope.objects().newFor(gone.key()).isEmpty();
    return open && !scope.commands().accepts(Risk.dataLoss(gone.name()))
        ? List.of(dropped(change))
        : List.of();
  }

  private Problem dropped(Change.ObjectRemoved change) {
    ObjectKey gone = change.object().key();
    List<ObjectKey> found = scope.objects().newFor(gone);
    String loss = switch (gone.kind()) {
      case SEQUENCE -> "would delete its counter";
      case VIEW, MATERIALIZED_VIEW -> "would drop it with its grants";
      default -> "would drop it";
    };
    return Problem.error(
        Kinds.code(gone.kind()) + "Removed",
        change.accept(scope.places()),
        object(gone) + " is not declared any more" + besides(gone.kind(), found) + "; a migration "
            + loss,
        "renamed: " + renamed(gone, found),
        "dropped: " + scope.commands().forChange(change, Risk.dataLoss(gone.name())));
  }

  private static String besides(ObjectKind kind, List<ObjectKey> found) {
    String names =
        Wording.all(found.stream().map(ObjectKey::name).map(Wording::quoted).toList());
    return found.isEmpty() || kind == ObjectKind.SEQUENCE
        ? ""
        : ", while " + kind.word() + (found.size() == 1 ? " " : "s ") + names
            + (found.size() == 1 ? " is" : " are") + " new";
  }

  private String renamed(ObjectKey gone, List<ObjectKey> found) {
    String annotation = ObjectWords.annotation(gone.kind());
    String attribute = "renamedFrom = " + javaText(gone.name().name());
    if (found.isEmpty()) {
      return "put " + attribute + " in the @" + annotation + " that replaces it";
    }
    String where =
        Wording.oneLine(Wording.either(found.stream().map(this::shortName).toList()));
    return gone.kind() == ObjectKind.ENUM
        ? "@EnumType(" + attribute + ") on " + where
        : attribute + " in the @" + annotation + " of " + where;
  }

  /** The class that declares it; several sequences may be declared in one place. */
  private String shortName(ObjectKey object) {
    String declaring = scope.declared().objectClasses().get(object);
    return object.kind() == ObjectKind.SEQUENCE || declaring == null
        ? object.name().name()
        : Candidates.simple(declaring);
  }

  List<Problem> of(Change.ObjectChanged change) {
    return change.from() instanceof SqlObject from && change.to() instanceof SqlObject
        ? ofSql(change, from, " changed")
        : List.of();
  }

  private List<Problem> ofSql(Change change, SqlObject object, String happening) {
    if (!scope.steps().drops(object)) {
      return List.of();
    }
    List<String> users = uses.of(object);
    if (!users.isEmpty()) {
      return List.of(inUse(change, object, happening, users));
    }
    boolean table = SqlHeader.of(object.create())
        .filter(header -> header.kind().equals("table"))
        .isPresent();
    Risk risk = Risk.dataLoss(object.name());
    return table && !scope.commands().accepts(risk)
        ? List.of(Problem.error(
            Kinds.code(ObjectKind.SQL_OBJECT)
                + (change instanceof Change.ObjectRemoved ? "Removed" : "Changed"),
            change.accept(scope.places()),
            object(object.key()) + happening + "; a migration would delete the rows of its table",
            "dropped: " + scope.commands().forChange(change, risk)))
        : List.of();
  }

  private Problem inUse(Change change, SqlObject object, String happening, List<String> users) {
    String message = object(object.key()) + happening + ", but " + users.get(0)
        + " uses it, so that PostgreSQL cannot drop it";
    if (change instanceof Change.ObjectRemoved) {
      return Problem.error(
          "SqlObjectInUse",
          change.accept(scope.places()),
          message,
          "keep it until nothing uses it: " + annotation(object.name().name()));
    }
    String kind = Kinds.described(object);
    List<String> fixes = new ArrayList<>();
    if (REPLACEABLE.contains(kind)) {
      fixes.add("replace it in place: create = \"CREATE OR REPLACE "
          + kind.toUpperCase(java.util.Locale.ROOT) + " ...\"");
    }
    fixes.add(
        "make another beside it and move its users: " + annotation(object.name().name() + "_2"));
    return Problem.error(
        "SqlObjectInUse", change.accept(scope.places()), message, fixes.toArray(String[]::new));
  }

  private static String annotation(String name) {
    return "@SqlObject(name = " + javaText(name) + ", create = \"...\", drop = \"...\")";
  }
}
