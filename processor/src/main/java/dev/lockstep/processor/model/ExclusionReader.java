package dev.lockstep.processor.model;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Exclusion.Element;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads exclusion constraints. */
final class ExclusionReader {
  /** PostgreSQL manual, 4.1.3 Operators; with a schema in the long form. */
  private static final Pattern OPERATOR = Pattern.compile(
      "[-+*/<>=~!@#%^&|`?]+|(?i:operator)\\s*\\(\\s*[\\w\"]+\\.[-+*/<>=~!@#%^&|`?]+\\s*\\)");

  private final ElementReader elements;
  private final SqlReader sql;
  private final Findings findings;

  ExclusionReader(ColumnNames columnNames, Findings findings) {
    this.elements = new ElementReader(columnNames, TableProblems::exclusionInvalid, findings);
    this.sql = new SqlReader(findings, columnNames.known());
    this.findings = findings;
  }

  /** Empty if it is faulty, which is reported. */
  Optional<MemberDraft<Constraint>> exclusion(Attributes annotation) {
    List<String> written = annotation.texts("elements");
    if (written.isEmpty()) {
      findings.add(TableProblems.exclusionEmpty(findings.places().at(annotation, "elements")));
      return Optional.empty();
    }
    List<Element> found =
        written.stream().flatMap(text -> element(annotation, text).stream()).toList();
    Optional<SqlExpression> where =
        annotation.text("where").isEmpty() ? Optional.empty() : sql.expression(annotation, "where");
    boolean sound = found.size() == written.size()
        && where.isPresent() == !annotation.text("where").isEmpty();
    String method = annotation.has("using") ? annotation.text("using") : "gist";
    Exclusion exclusion = new Exclusion(
        annotation.text("name"),
        method,
        found,
        where.orElse(null),
        ConstraintReader.deferral(annotation, findings));
    return sound ? Optional.of(ConstraintReader.draft(exclusion, annotation)) : Optional.empty();
  }

  private Optional<Element> element(Attributes annotation, String text) {
    List<Token> tokens = SqlTokens.of(text);
    for (int i = tokens.size() - 2; i > 0; i--) {
      if (tokens.get(i).is("with")) {
        String what = text.substring(0, tokens.get(i).start()).strip();
        String operator = text.substring(tokens.get(i + 1).start()).strip();
        return OPERATOR.matcher(operator).matches()
            ? elements
                .element(annotation, "elements", what)
                .map(element -> new Element(element, operator))
            : invalid(annotation, text);
      }
    }
    return invalid(annotation, text);
  }

  private Optional<Element> invalid(Attributes annotation, String text) {
    findings.add(
        TableProblems.exclusionInvalid(findings.places().at(annotation, "elements", text), text));
    return Optional.empty();
  }
}
