package dev.lockstep.processor.model;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads foreign keys. */
final class ForeignKeyReader {
  private final TableDrafts tables;
  private final ColumnReader columns;
  private final Findings findings;

  ForeignKeyReader(TableDrafts tables, ColumnReader columns, Findings findings) {
    this.tables = tables;
    this.columns = columns;
    this.findings = findings;
  }

  /** Those of fields, then those of classes. */
  List<MemberDraft<Constraint>> foreignKeys(TableDraft table) {
    List<MemberDraft<Constraint>> found = new ArrayList<>();
    for (ColumnDraft column : columns.columns(table)) {
      Optional<Attributes> references = column.field().annotations().find("References");
      if (references.isPresent()) {
        addIfPresent(found, ofField(table, column, references.get()));
      }
    }
    for (Attributes annotation : table.annotationsOfClasses("ForeignKey")) {
      addIfPresent(found, ofClass(table, annotation));
    }
    return found;
  }

  private static void addIfPresent(
      List<MemberDraft<Constraint>> found, Optional<MemberDraft<Constraint>> key) {
    if (key.isPresent()) {
      found.add(key.get());
    }
  }

  private Optional<MemberDraft<Constraint>> ofField(
      TableDraft table, ColumnDraft column, Attributes references) {
    Optional<TypeElement> ownType = tables.tableClass(column.field().type());
    Optional<TypeElement> named = named(references, "value");
    if (ownType.isPresent() && named.isPresent() && !named.get().equals(ownType.get())) {
      findings.add(ModelProblems.referenceTwice(
          findings.places().at(references, "value"), named.get(), ownType.get()));
      return Optional.empty();
    }
    Optional<TypeElement> target = ownType.isPresent() ? ownType : named;
    if (target.isEmpty()) {
      boolean classGiven = references
          .type("value")
          .filter(type -> type.getKind() != TypeKind.VOID)
          .isPresent();
      if (!classGiven
          && !references.isErroneous()
          && column.field().type().getKind() != TypeKind.ERROR) {
        findings.add(ModelProblems.referenceClassMissing(
            findings.places().at(references), column.field().name()));
      }
      return Optional.empty();
    }
    // A column of the target's type knows its target's key only if that was found.
    Optional<TableDraft> found = ownType.isPresent() && !column.sound()
        ? Optional.empty()
        : tables.target(references, target.get());
    Optional<List<String>> key =
        found.isPresent() ? key(references, found.get()) : Optional.empty();
    return key.isPresent()
        ? draft(references, table, List.of(column.name()), found.get(), key.get())
        : Optional.empty();
  }

  private Optional<List<String>> key(Attributes references, TableDraft target) {
    if (references.has("column") && !references.text("column").isEmpty()) {
      return names(target)
          .resolve(references, "column", references.text("column"))
          .map(List::of);
    }
    List<String> key = idColumns(target);
    if (key.size() == 1) {
      return Optional.of(key);
    }
    findings.add(
        key.isEmpty()
            ? ModelProblems.referenceKeyMissing(findings.places().at(references), target)
            : ModelProblems.referenceKeyComposite(findings.places().at(references), target));
    return Optional.empty();
  }

  private Optional<MemberDraft<Constraint>> ofClass(TableDraft table, Attributes annotation) {
    Optional<TypeElement> target = named(annotation, "references");
    if (annotation.texts("columns").isEmpty()) {
      findings.add(ModelProblems.columnsMissing(findings.places().at(annotation), "@ForeignKey"));
      return Optional.empty();
    }
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> own = names(table).resolve(annotation, "columns");
    return tables
        .target(annotation, target.get())
        .flatMap(found -> own.flatMap(from ->
            keyOf(annotation, found).flatMap(to -> draft(annotation, table, from, found, to))));
  }

  private Optional<List<String>> keyOf(Attributes annotation, TableDraft target) {
    if (!annotation.texts("referencedColumns").isEmpty()) {
      return names(target).resolve(annotation, "referencedColumns");
    }
    List<String> key = idColumns(target);
    if (key.isEmpty()) {
      findings.add(ModelProblems.referenceKeyMissing(findings.places().at(annotation), target));
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  private Optional<TypeElement> named(Attributes annotation, String attribute) {
    Optional<TypeMirror> type = annotation.type(attribute);
    if (type.isEmpty() || type.get().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Optional<TypeElement> element = ColumnTypes.element(type.get());
    if (element.isEmpty()) {
      findings.add(ModelProblems.referenceNotClass(
          findings.places().at(annotation, attribute), type.get().toString()));
    }
    return element;
  }

  private ColumnNames names(TableDraft table) {
    return new ColumnNames(findings, table.name(), columns.columns(table));
  }

  private List<String> idColumns(TableDraft table) {
    List<String> names = new ArrayList<>();
    for (ColumnDraft column : columns.columns(table)) {
      if (column.isId()) {
        names.add(column.name());
      }
    }
    return names;
  }

  /** None where the type of a column is unknown: it could only be called a wrong one. */
  private Optional<MemberDraft<Constraint>> draft(
      Attributes annotation,
      TableDraft table,
      List<String> from,
      TableDraft target,
      List<String> to) {
    return areSound(table, from) && areSound(target, to)
        ? Optional.of(draft(annotation, from, target.name(), to))
        : Optional.empty();
  }

  private boolean areSound(TableDraft table, List<String> names) {
    for (ColumnDraft column : columns.columns(table)) {
      if (names.contains(column.name()) && !column.sound()) {
        return false;
      }
    }
    return true;
  }

  private MemberDraft<Constraint> draft(
      Attributes annotation, List<String> from, QualifiedName target, List<String> to) {
    ForeignKey key = new ForeignKey(
        annotation.text("name"),
        from,
        target,
        to,
        action(annotation, "onDelete"),
        action(annotation, "onUpdate"),
        ConstraintReader.deferral(annotation, findings),
        annotation.flag("period", false));
    return new MemberDraft<>(key, annotation.element(), annotation);
  }

  private static ReferentialAction action(Attributes annotation, String attribute) {
    Optional<String> constant = annotation.constant(attribute);
    return constant.isPresent()
        ? ReferentialAction.valueOf(constant.get())
        : ReferentialAction.NO_ACTION;
  }
}
