package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.SqlExpression;
import java.util.List;
import java.util.Optional;

/** Reads the indexes of a table, or of a view, whose columns nobody knows. */
final class IndexReader {
  private final Optional<KnownColumns> columns;

  private IndexReader(Optional<KnownColumns> columns) {
    this.columns = columns;
  }

  static IndexReader ofTable(KnownColumns columns) {
    return new IndexReader(Optional.of(columns));
  }

  static IndexReader ofView() {
    return new IndexReader(Optional.empty());
  }

  Index read(JsonObject json) {
    return new Index(
        json.text("name"),
        elements(json, "elements"),
        json.flag("unique"),
        !json.flag("nullsNotDistinct"),
        json.has("method") ? json.text("method") : "btree",
        columns
            .map(known -> known.optional(json, "include"))
            .orElseGet(() -> json.optionalTexts("include")),
        json.has("where") ? json.parsed("where", SqlExpression::of) : null,
        json.map("with"));
  }

  /** Columns or expressions, at least one. */
  List<IndexElement> elements(JsonObject json, String property) {
    List<IndexElement> elements = json.allParsed(property, IndexElement::parse);
    elements.forEach(element -> require(element, json.line(property)));
    return elements;
  }

  void require(IndexElement element, int line) {
    String column = element.column();
    if (column != null) {
      columns.ifPresent(known -> known.require(column, line));
    }
  }
}
