package dev.lockstep.processor.model;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads primary key, unique constraints and checks of one table. */
final class ConstraintReader {
  private final TableDraft table;
  private final List<ColumnDraft> columns;
  private final ColumnNames columnNames;
  private final SqlReader sql;
  private final Findings findings;

  ConstraintReader(TableDraft table, List<ColumnDraft> columns, Findings findings) {
    this.table = table;
    this.columns = columns;
    this.columnNames = new ColumnNames(findings, table.name(), columns);
    this.sql = new SqlReader(findings, columns);
    this.findings = findings;
  }

  /** The primary key, if there is one. */
  Optional<MemberDraft<Constraint>> primaryKey() {
    List<ColumnDraft> key = columns.stream().filter(ColumnDraft::isId).toList();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = key.stream().map(ColumnDraft::name).distinct().toList();
    Attributes id = key.get(0).field().annotations().all("Id").get(0);
    return Optional.of(draft(new PrimaryKey("", names, isWithoutOverlaps(key, names)), id));
  }

  private boolean isWithoutOverlaps(List<ColumnDraft> key, List<String> names) {
    // One @Id at an @Embedded field is that of several columns, and means the last of them.
    Map<Attributes, ColumnDraft> lastOf = new LinkedHashMap<>();
    key.forEach(column -> lastOf.put(column.field().annotations().all("Id").get(0), column));
    boolean without = false;
    for (Attributes id : lastOf.keySet()) {
      String column = lastOf.get(id).name();
      boolean last = column.equals(names.get(names.size() - 1));
      if (id.flag("withoutOverlaps", false)) {
        if (!last) {
          findings.add(TableProblems.withoutOverlapsNotLast(
              findings.places().at(id, "withoutOverlaps"), names.get(names.size() - 1)));
        }
        without |= last;
      }
    }
    return without;
  }

  /**
   * Those of fields, then those of classes. One without a name that repeats another or the primary
   * key is left out, as CREATE TABLE does.
   */
  List<MemberDraft<Constraint>> uniques() {
    List<MemberDraft<Constraint>> found = new ArrayList<>();
    for (ColumnDraft column : columns) {
      column
          .attributes()
          .filter(annotation -> annotation.flag("unique", false))
          .map(annotation -> draft(unique(List.of(column.name())), annotation))
          .ifPresent(found::add);
    }
    table.annotationsOfClasses("Unique").forEach(each -> unique(each).ifPresent(found::add));
    return withoutRepeated(found);
  }

  private static Unique unique(List<String> columns) {
    return new Unique("", columns, true, Deferral.NOT_DEFERRABLE, List.of());
  }

  private Optional<MemberDraft<Constraint>> unique(Attributes annotation) {
    if (annotation.texts("columns").isEmpty()) {
      findings.add(ModelProblems.columnsMissing(findings.places().at(annotation), "@Unique"));
      return Optional.empty();
    }
    Optional<List<String>> key = columnNames.resolve(annotation, "columns");
    Optional<List<String>> include = columnNames.resolve(annotation, "include");
    String name = annotation.text("name");
    boolean nullsDistinct = !annotation.flag("nullsNotDistinct", false);
    Deferral deferral = deferral(annotation, findings);
    if (key.isEmpty() || include.isEmpty()) {
      return Optional.empty();
    }
    boolean withoutOverlaps = annotation.flag("withoutOverlaps", false);
    return Optional.of(draft(
        new Unique(name, key.get(), nullsDistinct, deferral, include.get(), withoutOverlaps),
        annotation));
  }

  private List<MemberDraft<Constraint>> withoutRepeated(List<MemberDraft<Constraint>> uniques) {
    List<Constraint> kept = new ArrayList<>();
    primaryKey()
        .map(draft -> (PrimaryKey) draft.value())
        .map(key ->
            key.withoutOverlaps() ? unique(key.columns()).notOverlapping() : unique(key.columns()))
        .ifPresent(kept::add);
    return uniques.stream()
        .filter(unique -> !unique.value().name().isEmpty()
            || kept.stream().noneMatch(other -> other.sameBut(unique.value())))
        .peek(unique -> kept.add(unique.value()))
        .toList();
  }

  /** Those of classes. */
  List<MemberDraft<Constraint>> exclusions() {
    ExclusionReader exclusions = new ExclusionReader(columnNames, findings);
    return table.annotationsOfClasses("Exclude").stream()
        .flatMap(each -> exclusions.exclusion(each).stream())
        .toList();
  }

  /** Of enums, of fields, of classes. */
  List<MemberDraft<Constraint>> checks() {
    List<MemberDraft<Constraint>> found = new ArrayList<>();
    for (ColumnDraft column : columns) {
      column
          .valueCheck()
          .ifPresent(condition -> found.add(
              new MemberDraft<>(new Check("", condition), column.field().shown(), null)));
    }
    for (ColumnDraft column : columns) {
      column.field().annotations().all("Check").forEach(each -> check(each).ifPresent(found::add));
    }
    table.annotationsOfClasses("Check").forEach(each -> check(each).ifPresent(found::add));
    return found;
  }

  private Optional<MemberDraft<Constraint>> check(Attributes annotation) {
    String name = annotation.text("name");
    return sql.expression(annotation, "value")
        .map(condition -> draft(new Check(name, condition), annotation));
  }

  static MemberDraft<Constraint> draft(Constraint constraint, Attributes annotation) {
    return new MemberDraft<>(constraint, annotation.element(), annotation);
  }

  static Deferral deferral(Attributes annotation, Findings findings) {
    boolean deferrable = annotation.flag("deferrable", false);
    boolean deferred = annotation.flag("initiallyDeferred", false);
    if (deferred && !deferrable) {
      findings.add(ModelProblems.initiallyDeferredAlone(
          findings.places().at(annotation, "initiallyDeferred")));
    }
    return deferred
        ? Deferral.INITIALLY_DEFERRED
        : deferrable ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
  }
}
