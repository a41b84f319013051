package dev.lockstep.processor.model;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of one table. */
final class IndexReader {
  private final TableDraft table;
  private final List<ColumnDraft> columns;
  private final ColumnNames columnNames;
  private final SqlReader sql;
  private final Findings findings;

  IndexReader(TableDraft table, List<ColumnDraft> columns, Findings findings) {
    this.table = table;
    this.columns = columns;
    this.columnNames = new ColumnNames(findings, table.name(), columns);
    this.sql = new SqlReader(findings);
    this.findings = findings;
  }

  /** Those of fields, then those of classes. */
  List<MemberDraft<Index>> indexes() {
    List<MemberDraft<Index>> found = new ArrayList<>();
    for (ColumnDraft column : columns) {
      column
          .field()
          .annotations()
          .all("Index")
          .forEach(annotation -> index(annotation, column.name()).ifPresent(found::add));
    }
    for (TypeElement mapped : table.mappedClasses()) {
      Annotations.of(mapped)
          .all("Index")
          .forEach(annotation -> index(annotation, null).ifPresent(found::add));
    }
    return found;
  }

  private Optional<MemberDraft<Index>> index(Attributes annotation, @Nullable String ownColumn) {
    List<String> written = annotation.texts("columns");
    if (written.isEmpty() && ownColumn == null) {
      findings.add(ModelProblems.columnsMissing(findings.places().at(annotation), "@Index"));
      return Optional.empty();
    }
    List<IndexElement> elements =
        written.stream().flatMap(text -> element(annotation, text).stream()).toList();
    Optional<List<String>> include = columnNames.resolve(annotation, "include");
    Optional<SqlExpression> where =
        annotation.text("where").isEmpty() ? Optional.empty() : sql.expression(annotation, "where");
    String method = annotation.text("method");
    Index index = new Index(
        annotation.text("name"),
        withOwnColumn(elements, ownColumn),
        annotation.flag("unique", false),
        !annotation.flag("nullsNotDistinct", false),
        method.isEmpty() ? "btree" : method,
        include.orElse(List.of()),
        where.orElse(null),
        with(annotation));
    return elements.size() == written.size() && include.isPresent()
        ? Optional.of(new MemberDraft<>(index, annotation.element(), annotation))
        : Optional.empty();
  }

  /** An index at a field starts with that field's column, unless it says itself where that is. */
  private static List<IndexElement> withOwnColumn(
      List<IndexElement> elements, @Nullable String ownColumn) {
    if (ownColumn == null || elements.stream().anyMatch(each -> each.mentions(ownColumn))) {
      return elements;
    }
    List<IndexElement> all = new ArrayList<>(List.of(IndexElement.ofColumn(ownColumn)));
    all.addAll(elements);
    return all;
  }

  private Optional<IndexElement> element(Attributes annotation, String text) {
    if (columnNames.isKnown(text)) {
      return columnNames.resolve(annotation, "columns", text).map(IndexElement::ofColumn);
    }
    IndexElement element;
    try {
      element = IndexElement.parse(text);
    } catch (IllegalArgumentException e) {
      findings.add(
          ModelProblems.indexElementInvalid(findings.places().at(annotation, "columns"), text));
      return Optional.empty();
    }
    if (element.expression() != null) {
      return sql.expression(annotation, "columns", element.expression().text())
          .map(found -> element);
    }
    String column = String.valueOf(element.column());
    return columnNames
        .resolve(annotation, "columns", column)
        .map(name -> new IndexElement(
            name,
            null,
            element.collation(),
            element.operatorClass(),
            element.descending(),
            element.nullsFirst()));
  }

  private SortedMap<String, String> with(Attributes annotation) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String text : annotation.texts("with")) {
      int equals = text.indexOf('=');
      boolean sound = equals > 0
          && SqlSyntax.fault(text).isEmpty()
          && !text.substring(equals + 1).isBlank()
          && text.substring(0, equals).strip().matches("[A-Za-z_][A-Za-z0-9_.]*");
      if (sound) {
        parameters.put(
            text.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            text.substring(equals + 1).strip());
      } else {
        findings.add(
            ModelProblems.parameterInvalid(findings.places().at(annotation, "with"), text));
      }
    }
    return parameters;
  }
}
