package dev.lockstep.processor.model;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of one table or materialized view. */
final class IndexReader {
  private final List<Attributes> ofClasses;
  private final List<ColumnDraft> columns;
  private final ColumnNames columnNames;
  private final ElementReader elements;
  private final SqlReader sql;
  private final Findings findings;

  /**
   * A reader of what classes and fields say.
   *
   * @param ofClasses the annotations that are at classes, in their order
   */
  IndexReader(
      List<Attributes> ofClasses,
      List<ColumnDraft> columns,
      ColumnNames columnNames,
      Findings findings) {
    this.ofClasses = ofClasses;
    this.columns = columns;
    this.columnNames = columnNames;
    this.elements = new ElementReader(columnNames, ModelProblems::indexElementInvalid, findings);
    this.sql = new SqlReader(findings, columns);
    this.findings = findings;
  }

  /** Those of fields, then those of classes. */
  List<MemberDraft<Index>> indexes() {
    List<MemberDraft<Index>> found = new ArrayList<>();
    for (ColumnDraft column : columns) {
      for (Attributes annotation : column.field().annotations().all("Index")) {
        index(annotation, column.name()).ifPresent(found::add);
      }
    }
    for (Attributes annotation : ofClasses) {
      index(annotation, null).ifPresent(found::add);
    }
    return found;
  }

  private Optional<MemberDraft<Index>> index(Attributes annotation, @Nullable String ownColumn) {
    List<String> written = annotation.texts("columns");
    if (written.isEmpty() && ownColumn == null) {
      findings.add(ModelProblems.columnsMissing(findings.places().at(annotation), "@Index"));
      return Optional.empty();
    }
    List<IndexElement> found = new ArrayList<>();
    for (String text : written) {
      elements.element(annotation, "columns", text).ifPresent(found::add);
    }
    Optional<List<String>> include = columnNames.resolve(annotation, "include");
    Optional<SqlExpression> where =
        annotation.text("where").isEmpty() ? Optional.empty() : sql.expression(annotation, "where");
    String method = annotation.text("method");
    Index index = new Index(
        annotation.text("name"),
        withOwnColumn(found, ownColumn),
        annotation.flag("unique", false),
        !annotation.flag("nullsNotDistinct", false),
        method.isEmpty() ? "btree" : method,
        include.orElse(List.of()),
        where.orElse(null),
        Parameters.read(annotation, findings));
    return found.size() == written.size() && include.isPresent()
        ? Optional.of(new MemberDraft<>(index, annotation.element(), annotation))
        : Optional.empty();
  }

  /** An index at a field starts with that field's column, unless it says itself where that is. */
  private static List<IndexElement> withOwnColumn(
      List<IndexElement> elements, @Nullable String ownColumn) {
    if (ownColumn == null) {
      return elements;
    }
    for (IndexElement each : elements) {
      if (each.mentions(ownColumn)) {
        return elements;
      }
    }
    List<IndexElement> all = new ArrayList<>(List.of(IndexElement.ofColumn(ownColumn)));
    all.addAll(elements);
    return all;
  }
}
