package dev.lockstep.processor.model;

import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The columns of one table by what annotations call them: their own names or their fields'. */
final class ColumnNames {
  private final Findings findings;
  private final QualifiedName table;
  private final List<ColumnDraft> columns;

  ColumnNames(Findings findings, QualifiedName table, List<ColumnDraft> columns) {
    this.findings = findings;
    this.table = table;
    this.columns = columns;
  }

  /** The names of the columns that the attribute lists; empty if one is unknown. */
  Optional<List<String>> resolve(Attributes annotation, String attribute) {
    List<String> written = annotation.texts(attribute);
    List<String> names = written.stream()
        .flatMap(name -> resolve(annotation, attribute, name).stream())
        .toList();
    return names.size() == written.size() ? Optional.of(names) : Optional.empty();
  }

  /** The name of that column; empty if there is none or more than one, which is reported. */
  Optional<String> resolve(Attributes annotation, String attribute, String written) {
    List<String> found = matches(written);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    findings.add(
        found.isEmpty()
            ? ModelProblems.columnUnknown(
                findings.places().at(annotation, attribute),
                written,
                table,
                columns.stream().map(ColumnDraft::name).toList())
            : ModelProblems.columnAmbiguous(
                findings.places().at(annotation, attribute), written, table));
    return Optional.empty();
  }

  boolean isKnown(String written) {
    return !matches(written).isEmpty();
  }

  private List<String> matches(String written) {
    return columns.stream()
        .filter(column -> column.name().equals(written) || column.field().name().equals(written))
        .map(ColumnDraft::name)
        .distinct()
        .toList();
  }
}
