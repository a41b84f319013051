package dev.lockstep.processor.model;

import dev.lockstep.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table by what annotations call them: their own names or their fields',
 * {@code home.city} for a field of an embeddable. An annotation of an embeddable means the columns
 * of that use of it first, by the names that they have there.
 */
final class ColumnNames {
  private final Findings findings;
  private final QualifiedName table;
  private final @Nullable List<ColumnDraft> columns;

  ColumnNames(Findings findings, QualifiedName table, List<ColumnDraft> columns) {
    this.findings = findings;
    this.table = table;
    this.columns = columns;
  }

  private ColumnNames(Findings findings) {
    this.findings = findings;
    this.table = QualifiedName.of("");
    this.columns = null;
  }

  /** The columns of a view, which only PostgreSQL knows: each name is taken as it is. */
  static ColumnNames ofView(Findings findings) {
    return new ColumnNames(findings);
  }

  /** The names of the columns that the attribute lists; empty if one is unknown. */
  Optional<List<String>> resolve(Attributes annotation, String attribute) {
    List<String> written = annotation.texts(attribute);
    List<String> names = new ArrayList<>();
    for (String name : written) {
      resolve(annotation, attribute, name).ifPresent(names::add);
    }
    return names.size() == written.size() ? Optional.of(names) : Optional.empty();
  }

  /** The name of that column; empty if there is none or more than one, which is reported. */
  Optional<String> resolve(Attributes annotation, String attribute, String written) {
    List<String> found = matches(annotation, written);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    findings.add(
        found.isEmpty()
            ? ModelProblems.columnUnknown(
                findings.places().at(annotation, attribute, written),
                written,
                table,
                known().stream().map(ColumnDraft::name).toList())
            : ModelProblems.columnAmbiguous(
                findings.places().at(annotation, attribute, written), written, table));
    return Optional.empty();
  }

  boolean isKnown(Attributes annotation, String written) {
    return columns != null && !matches(annotation, written).isEmpty();
  }

  /** Empty for a view. */
  List<ColumnDraft> known() {
    return columns == null ? List.of() : columns;
  }

  private List<String> matches(Attributes annotation, String written) {
    if (columns == null) {
      return List.of(written);
    }
    List<String> inside = matches(annotation.embedding(), written);
    return inside.isEmpty() ? matches(Embedding.NONE, written) : inside;
  }

  private List<String> matches(Embedding scope, String written) {
    Set<String> names = new LinkedHashSet<>();
    for (ColumnDraft column : known()) {
      if (column.isWithin(scope)
          && (column.nameIn(scope).equals(written)
              || column.field().pathIn(scope).equals(written))) {
        names.add(column.name());
      }
    }
    return List.copyOf(names);
  }
}
