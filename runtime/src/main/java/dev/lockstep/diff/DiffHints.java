package dev.lockstep.diff;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.Map;
import java.util.Set;

/**
 * What the user says about a change beyond the two schemas; all keys are names of the declared
 * schema.
 *
 * @param renamedTables new name to old name
 * @param renamedColumns new column to the raw old name of the column
 * @param using how the old values of a column become values of its new type
 * @param backfill what rows get whose column is NULL and must no longer be
 * @param derivedNames constraints and indexes whose name nobody wrote: where the recorded schema
 *     has an equal one under another name, that name stays
 * @param renamedObjects new key to old key
 * @param renamedValues new value of an enum type to the old name of the value
 * @param replacedValues recorded value that the declared type lacks to the value that rows get
 */
public record DiffHints(
    Map<QualifiedName, QualifiedName> renamedTables,
    Map<Member, String> renamedColumns,
    Map<Member, SqlExpression> using,
    Map<Member, SqlExpression> backfill,
    Set<Member> derivedNames,
    Map<ObjectKey, ObjectKey> renamedObjects,
    Map<EnumMember, String> renamedValues,
    Map<EnumMember, String> replacedValues) {
  public static final DiffHints NONE =
      new DiffHints(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

  /** Of tables and columns alone. */
  public DiffHints(
      Map<QualifiedName, QualifiedName> renamedTables,
      Map<Member, String> renamedColumns,
      Map<Member, SqlExpression> using,
      Map<Member, SqlExpression> backfill,
      Set<Member> derivedNames) {
    this(
        renamedTables, renamedColumns, using, backfill, derivedNames, Map.of(), Map.of(), Map.of());
  }

  /** Whether they give anything another name. */
  boolean rename() {
    return !renamedTables.isEmpty()
        || !renamedColumns.isEmpty()
        || !renamedObjects.isEmpty()
        || !renamedValues.isEmpty();
  }

  /** These hints with other ones of those kinds. */
  DiffHints withValues(
      Map<Member, SqlExpression> newUsing, Map<Member, SqlExpression> newBackfill) {
    return new DiffHints(
        renamedTables,
        renamedColumns,
        newUsing,
        newBackfill,
        derivedNames,
        renamedObjects,
        renamedValues,
        replacedValues);
  }

  /** These hints with other ones of that kind. */
  DiffHints withUsing(Map<Member, SqlExpression> newUsing) {
    return withValues(newUsing, backfill);
  }

  public DiffHints {
    renamedTables = Map.copyOf(renamedTables);
    renamedColumns = Map.copyOf(renamedColumns);
    using = Map.copyOf(using);
    backfill = Map.copyOf(backfill);
    derivedNames = Set.copyOf(derivedNames);
    renamedObjects = Map.copyOf(renamedObjects);
    renamedValues = Map.copyOf(renamedValues);
    replacedValues = Map.copyOf(replacedValues);
  }
}
