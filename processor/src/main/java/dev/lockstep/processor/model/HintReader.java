package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.processor.model.EnumConstants.Constant;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads what the user says about changes: old names, conversions, values for old rows. */
final class HintReader {
  private final Set<QualifiedName> recordedTables;
  private final Set<ObjectKey> recordedObjects;
  private final Schema recorded;
  private final Findings findings;
  private final Map<QualifiedName, QualifiedName> renamedTables = new HashMap<>();
  private final Map<Member, String> renamedColumns = new HashMap<>();
  private final Set<AnnotationMirror> settled = new HashSet<>();
  private final Map<Member, OldName> unsettled = new HashMap<>();
  private final Map<Member, SqlExpression> using = new HashMap<>();
  private final Map<Member, SqlExpression> backfill = new HashMap<>();
  private final Map<ObjectKey, ObjectKey> renamedObjects = new HashMap<>();
  private final Map<EnumMember, String> renamedValues = new HashMap<>();
  private final Map<EnumMember, String> replacedValues = new HashMap<>();

  /** The {@code renamedFrom} of an annotation, as it is meant of one column. */
  private record OldName(Attributes annotation, String name) {}

  HintReader(
      Set<QualifiedName> recordedTables,
      Set<ObjectKey> recordedObjects,
      Schema recorded,
      Findings findings) {
    this.recordedTables = recordedTables;
    this.recordedObjects = recordedObjects;
    this.recorded = recorded;
    this.findings = findings;
  }

  DiffHints hints(List<TableParts> tables, List<ObjectDraft> objects, Set<Member> derivedNames) {
    for (TableParts table : tables) {
      read(table);
    }
    for (Map.Entry<Member, OldName> each : unsettled.entrySet()) {
      addUnsettled(each.getKey(), each.getValue());
    }
    for (ObjectDraft draft : objects) {
      read(draft);
    }
    return new DiffHints(
        renamedTables,
        renamedColumns,
        using,
        backfill,
        derivedNames,
        renamedObjects,
        renamedValues,
        replacedValues);
  }

  private void read(ObjectDraft draft) {
    ObjectKey key = draft.key();
    String from = draft.annotation().text("renamedFrom");
    if (!from.isEmpty()) {
      QualifiedName old =
          oldName(key.name(), from, name -> recordedObjects.contains(key.withName(name)));
      renamedObjects.put(key, key.withName(old));
    }
    if (key.kind() == ObjectKind.ENUM && draft.element() instanceof TypeElement javaEnum) {
      readValues(key.name(), javaEnum, draft.annotation());
    }
  }

  private void readValues(QualifiedName type, TypeElement javaEnum, Attributes annotation) {
    for (Constant constant : EnumConstants.of(javaEnum, findings.places().order())) {
      if (!constant.renamedFrom().isEmpty()) {
        renamedValues.put(new EnumMember(type, constant.value()), constant.renamedFrom());
      }
    }
    for (Attributes replaced : annotation.nested("replaced")) {
      replacedValues.put(new EnumMember(type, replaced.text("value")), replaced.text("by"));
    }
  }

  private void read(TableParts table) {
    String from = table.draft().attributes().text("renamedFrom");
    if (!from.isEmpty()) {
      renamedTables.put(table.name(), oldName(table.name(), from, recordedTables::contains));
    }
    SqlReader sql = new SqlReader(findings, table.columns());
    for (ColumnDraft column : table.columns()) {
      Optional<Attributes> annotation = column.attributes();
      if (annotation.isPresent()) {
        read(new Member(table.name(), column.name()), annotation.get(), sql);
      }
    }
  }

  private void read(Member column, Attributes annotation, SqlReader sql) {
    String from = annotation.text("renamedFrom");
    if (!from.isEmpty()) {
      readRename(column, from, annotation);
    }
    if (!annotation.text("using").isEmpty()) {
      sql.expression(annotation, "using").ifPresent(sqlText -> using.put(column, sqlText));
    }
    if (!annotation.text("backfill").isEmpty()) {
      sql.expression(annotation, "backfill").ifPresent(value -> backfill.put(column, value));
    }
  }

  /**
   * That which an embeddable gives has its prefix, unless only a column without it is recorded, as
   * one that was the table's own before. It then concerns some of its tables, maybe not this one:
   * it has nothing to say of one that embeds, or extends, what has it only now.
   */
  private void readRename(Member column, String from, Attributes annotation) {
    String prefix = annotation.embedding().prefix();
    Set<String> known = recordedColumns(column.table());
    boolean own = !prefix.isEmpty() && (prefix + from).equals(column.name());
    if (known.contains(from) && (own || !known.contains(prefix + from))) {
      renamedColumns.put(column, from);
      settled.add(annotation.mirror());
    } else if (own) {
      unsettled.put(column, new OldName(annotation, from));
    } else if (known.contains(prefix + from) || known.contains(column.name())) {
      renamedColumns.put(column, prefix + from);
      settled.add(annotation.mirror());
    } else {
      unsettled.put(column, new OldName(annotation, prefix + from));
    }
  }

  /** What is said once of several columns is wrong only if it is true of none. */
  private void addUnsettled(Member column, OldName old) {
    if (!settled.contains(old.annotation().mirror())) {
      renamedColumns.put(column, old.name());
    }
  }

  private Set<String> recordedColumns(QualifiedName table) {
    return recorded
        .find(renamedTables.getOrDefault(table, table))
        .map(found -> found.columns().names())
        .orElse(Set.of());
  }

  /**
   * The old name that {@code old} or {@code schema.old} means. What is recorded under that very
   * name comes first, in the new name's schema, then in the target schema; so a dot may be part of
   * a name.
   */
  private static QualifiedName oldName(
      QualifiedName newName, String from, Predicate<QualifiedName> isRecorded) {
    QualifiedName sibling = newName.sibling(from);
    QualifiedName inTarget = QualifiedName.of(from);
    if (isRecorded.test(sibling)) {
      return sibling;
    }
    if (isRecorded.test(inTarget)) {
      return inTarget;
    }
    int dot = from.indexOf('.');
    return dot < 1 ? sibling : new QualifiedName(from.substring(0, dot), from.substring(dot + 1));
  }
}
