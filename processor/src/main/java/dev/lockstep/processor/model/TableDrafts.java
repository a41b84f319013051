package dev.lockstep.processor.model;

import dev.lockstep.schema.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The table classes of one database; those that others reference join as they are met. */
final class TableDrafts {

  private final DatabaseElement database;
  private final Owners owners;
  private final TableFields fields;
  private final Findings findings;
  private final NameReader names;
  private final Map<String, Optional<TableDraft>> drafts = new HashMap<>();
  private final Deque<TableDraft> unread = new ArrayDeque<>();

  TableDrafts(DatabaseElement database, Owners owners, Types types, Findings findings) {
    this.database = database;
    this.owners = owners;
    this.fields = new TableFields(types, findings);
    this.findings = findings;
    this.names = new NameReader(findings);
  }

  /** A table that {@link #next} has not given out; null if there is none. */
  @Nullable
  TableDraft next() {
    return unread.poll();
  }

  /** The tables that are known so far. */
  Set<QualifiedName> names() {
    Set<QualifiedName> names = new HashSet<>();
    for (Optional<TableDraft> draft : drafts.values()) {
      if (draft.isPresent()) {
        names.add(draft.get().name());
      }
    }
    return names;
  }

  boolean contains(String className) {
    return drafts.containsKey(className);
  }

  /**
   * The table of that class, which has {@code @Table}; empty if it is faulty, which is reported.
   */
  Optional<TableDraft> add(TypeElement type) {
    String className = type.getQualifiedName().toString();
    Optional<TableDraft> known = drafts.get(className);
    if (known != null) {
      return known;
    }
    Optional<TableDraft> draft = draft(type);
    drafts.put(className, draft);
    if (draft.isPresent()) {
      unread.add(draft.get());
    }
    return draft;
  }

  /** The table class that is the type, if it is one. */
  Optional<TypeElement> tableClass(TypeMirror type) {
    Optional<TypeElement> element = ColumnTypes.element(type);
    return element.isPresent() && Annotations.has(element.get(), "Table")
        ? element
        : Optional.empty();
  }

  /** The table that a reference leads to; empty if it leads to none, which is reported. */
  Optional<TableDraft> target(Attributes reference, TypeElement target) {
    String attribute = reference.has("references") ? "references" : "value";
    if (!Annotations.has(target, "Table")) {
      findings.add(
          ModelProblems.referenceNotTable(findings.places().at(reference, attribute), target));
      return Optional.empty();
    }
    Optional<DatabaseElement> owner = owners.of(target);
    if (owner.isPresent() && !owner.get().element().equals(database.element())) {
      findings.add(ModelProblems.referenceOutside(
          findings.places().at(reference, attribute), target, owner.get().name()));
      return Optional.empty();
    }
    if (owner.isEmpty() && !findings.places().isShown(target)) {
      findings.add(
          ModelProblems.referenceOutsideAll(findings.places().at(reference, attribute), target));
    }
    return owner.isPresent() ? add(target) : Optional.empty();
  }

  private Optional<TableDraft> draft(TypeElement type) {
    Annotations annotations = Annotations.of(type);
    Attributes table = annotations.find("Table").orElseThrow();
    if (annotations.areErroneous()) {
      findings.incomplete();
    }
    if (!isPossible(type, annotations, table)) {
      return Optional.empty();
    }
    QualifiedName name = name(table, type);
    findings.places().putTable(name, type, table);
    List<TypeElement> mapped = fields.mappedClasses(type);
    return Optional.of(new TableDraft(type, table, name, mapped, fields.of(type, mapped)));
  }

  private boolean isPossible(TypeElement type, Annotations annotations, Attributes table) {
    boolean kind = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    boolean inner = type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
    if (!kind) {
      findings.add(ModelProblems.tableKind(findings.places().at(table), type));
    } else if (inner) {
      findings.add(ModelProblems.tableInner(findings.places().at(type), type));
    } else if (annotations.has("MappedSuperclass")) {
      findings.add(ModelProblems.tableMapped(
          findings.places().at(annotations.all("MappedSuperclass").get(0)), type));
    }
    return kind && !inner;
  }

  private QualifiedName name(Attributes table, TypeElement type) {
    return database.qualified(table.text("schema"), names.nameOf(table, type));
  }
}
