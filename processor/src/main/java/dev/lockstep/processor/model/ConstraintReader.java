package dev.lockstep.processor.model;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<ColumnDraft> key = new ArrayList<>();
    Set<String> distinct = new LinkedHashSet<>();
    for (ColumnDraft column : columns) {
      if (column.isId()) {
        key.add(column);
        distinct.add(column.name());
      }
    }
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = List.copyOf(distinct);
    Attributes id = key.get(0).field().annotations().all("Id").get(0);
    return Optional.of(draft(new PrimaryKey("", names, isWithoutOverlaps(key, names)), id));
  }

  private boolean isWithoutOverlaps(List<ColumnDraft> key, List<String> names) {
    // One @Id at an @Embedded field is that of several columns, and means the last of them.
    Map<Attributes, ColumnDraft> lastOf = new LinkedHashMap<>();
    for (ColumnDraft column : key) {
      lastOf.put(column.field().annotations().all("Id").get(0), column);
    }
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
      Optional<Attributes> annotation = column.attributes();
      if (annotation.isPresent() && annotation.get().flag("unique", false)) {
        found.add(draft(unique(List.of(column.name())), annotation.get()));
      }
    }
    for (Attributes each : table.annotationsOfClasses("Unique")) {
      unique(each).ifPresent(found::add);
    }
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
    if (uniques.isEmpty()) {
      return List.of();
    }
    List<Constraint> met = new ArrayList<>();
    Optional<MemberDraft<Constraint>> primaryKey = primaryKey();
    if (primaryKey.isPresent() && primaryKey.get().value() instanceof PrimaryKey key) {
      Unique same = unique(key.columns());
      met.add(key.withoutOverlaps() ? same.notOverlapping() : same);
    }
    List<MemberDraft<Constraint>> kept = new ArrayList<>();
    for (MemberDraft<Constraint> unique : uniques) {
      if (!unique.value().name().isEmpty() || !unique.value().isAmong(met)) {
        met.add(unique.value());
        kept.add(unique);
      }
    }
    return kept;
  }

  /** Those of classes. */
  List<MemberDraft<Constraint>> exclusions() {
    List<Attributes> written = table.annotationsOfClasses("Exclude");
    if (written.isEmpty()) {
      return List.of();
    }
    ExclusionReader exclusions = new ExclusionReader(columnNames, findings);
    return written.stream().flatMap(each -> exclusions.exclusion(each).stream()).toList();
  }

  /** Of enums, of fields, of classes. */
  List<MemberDraft<Constraint>> checks() {
    List<MemberDraft<Constraint>> found = new ArrayList<>();
    for (ColumnDraft column : columns) {
      if (column.valueCheck().isPresent()) {
        Check check = new Check("", column.valueCheck().get());
        found.add(new MemberDraft<>(check, column.field().shown(), null));
      }
    }
    for (ColumnDraft column : columns) {
      for (Attributes each : column.field().annotations().all("Check")) {
        check(each).ifPresent(found::add);
      }
    }
    for (Attributes each : table.annotationsOfClasses("Check")) {
      check(each).ifPresent(found::add);
    }
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
