package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads what indexes, exclusions and partitions are made of: columns or SQL expressions. */
final class ElementReader {
  /** The field of an embeddable, before what follows a column. */
  private static final Pattern PATH = Pattern.compile("^\\s*([\\w$]+(?:\\.[\\w$]+)+)(?=\\s|$)");

  private final ColumnNames columnNames;
  private final SqlReader sql;
  private final BiFunction<Place, String, Problem> invalid;
  private final Findings findings;

  /**
   * A reader of one kind of element.
   *
   * @param invalid what to say of a text that has not the form of one
   */
  ElementReader(
      ColumnNames columnNames, BiFunction<Place, String, Problem> invalid, Findings findings) {
    this.invalid = invalid;
    this.columnNames = columnNames;
    this.sql = new SqlReader(findings, columnNames.known());
    this.findings = findings;
  }

  /** Empty if it is neither, which is reported. */
  Optional<IndexElement> element(Attributes annotation, String attribute, String text) {
    if (columnNames.isKnown(annotation, text)) {
      return columnNames.resolve(annotation, attribute, text).map(IndexElement::ofColumn);
    }
    List<Token> tokens = SqlTokens.of(text);
    if (tokens.size() > 1 && tokens.get(0).isIdentifier() && tokens.get(1).is("(")) {
      findings.add(invalid.apply(findings.places().at(annotation, attribute, text), text));
      return Optional.empty();
    }
    IndexElement element;
    try {
      element = IndexElement.parse(PATH.matcher(text).replaceFirst("\"$1\""));
    } catch (IllegalArgumentException e) {
      findings.add(invalid.apply(findings.places().at(annotation, attribute, text), text));
      return Optional.empty();
    }
    return resolved(annotation, attribute, element);
  }

  private Optional<IndexElement> resolved(
      Attributes annotation, String attribute, IndexElement element) {
    if (element.expression() != null) {
      return sql.expression(annotation, attribute, element.expression().text())
          .map(found -> new IndexElement(
              null,
              found,
              element.collation(),
              element.operatorClass(),
              element.descending(),
              element.nullsFirst()));
    }
    String column = String.valueOf(element.column());
    return columnNames
        .resolve(annotation, attribute, column)
        .map(name -> new IndexElement(
            name,
            null,
            element.collation(),
            element.operatorClass(),
            element.descending(),
            element.nullsFirst()));
  }
}
