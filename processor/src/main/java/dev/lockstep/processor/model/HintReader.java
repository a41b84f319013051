package dev.lockstep.processor.model;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the user says about changes: old names, conversions, values for old rows. */
final class HintReader {
  private final Set<QualifiedName> recordedTables;
  private final SqlReader sql;
  private final Map<QualifiedName, QualifiedName> renamedTables = new HashMap<>();
  private final Map<Member, String> renamedColumns = new HashMap<>();
  private final Map<Member, SqlExpression> using = new HashMap<>();
  private final Map<Member, SqlExpression> backfill = new HashMap<>();

  HintReader(Set<QualifiedName> recordedTables, Findings findings) {
    this.recordedTables = recordedTables;
    this.sql = new SqlReader(findings);
  }

  DiffHints hints(List<TableParts> tables, Set<Member> derivedNames) {
    tables.forEach(this::read);
    return new DiffHints(renamedTables, renamedColumns, using, backfill, derivedNames);
  }

  private void read(TableParts table) {
    String from = table.draft().attributes().text("renamedFrom");
    if (!from.isEmpty()) {
      renamedTables.put(table.name(), oldName(table.name(), from));
    }
    for (ColumnDraft column : table.columns()) {
      column
          .attributes()
          .ifPresent(annotation -> read(new Member(table.name(), column.name()), annotation));
    }
  }

  private void read(Member column, Attributes annotation) {
    String from = annotation.text("renamedFrom");
    if (!from.isEmpty()) {
      renamedColumns.put(column, from);
    }
    if (!annotation.text("using").isEmpty()) {
      sql.expression(annotation, "using").ifPresent(sqlText -> using.put(column, sqlText));
    }
    if (!annotation.text("backfill").isEmpty()) {
      sql.expression(annotation, "backfill").ifPresent(value -> backfill.put(column, value));
    }
  }

  /**
   * The old name that {@code old} or {@code schema.old} means. A recorded table of that very name
   * comes first, in the table's schema, then in the target schema; so a dot may be part of a name.
   */
  private QualifiedName oldName(QualifiedName table, String from) {
    QualifiedName sibling = table.sibling(from);
    QualifiedName inTarget = QualifiedName.of(from);
    if (recordedTables.contains(sibling)) {
      return sibling;
    }
    if (recordedTables.contains(inTarget)) {
      return inTarget;
    }
    int dot = from.indexOf('.');
    return dot < 1 ? sibling : new QualifiedName(from.substring(0, dot), from.substring(dot + 1));
  }
}
