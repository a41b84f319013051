package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.HashMap;
import java.util.Map;

/** Hints with some more. */
final class Hints {
  private final DiffHints start;
  private final Map<QualifiedName, QualifiedName> tables;
  private final Map<Member, String> columns;
  private final Map<Member, SqlExpression> using;
  private final Map<Member, SqlExpression> backfill;
  private final Map<ObjectKey, ObjectKey> objects;
  private final Map<EnumMember, String> values;
  private final Map<EnumMember, String> replaced;

  Hints(DiffHints start) {
    this.start = start;
    this.tables = new HashMap<>(start.renamedTables());
    this.columns = new HashMap<>(start.renamedColumns());
    this.using = new HashMap<>(start.using());
    this.backfill = new HashMap<>(start.backfill());
    this.objects = new HashMap<>(start.renamedObjects());
    this.values = new HashMap<>(start.renamedValues());
    this.replaced = new HashMap<>(start.replacedValues());
  }

  Hints table(QualifiedName table, QualifiedName old) {
    tables.put(table, old);
    return this;
  }

  Hints column(Member column, String old) {
    columns.put(column, old);
    return this;
  }

  Hints using(Member column, String expression) {
    using.put(column, SqlExpression.of(expression));
    return this;
  }

  Hints backfill(Member column, String expression) {
    backfill.put(column, SqlExpression.of(expression));
    return this;
  }

  Hints object(ObjectKey object, ObjectKey old) {
    objects.put(object, old);
    return this;
  }

  Hints value(EnumMember value, String old) {
    values.put(value, old);
    return this;
  }

  Hints replaced(EnumMember value, String successor) {
    replaced.put(value, successor);
    return this;
  }

  DiffHints hints() {
    return new DiffHints(
        tables, columns, using, backfill, start.derivedNames(), objects, values, replaced);
  }
}
