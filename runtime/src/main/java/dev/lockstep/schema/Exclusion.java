package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which every comparison is true.
 *
 * @param method access method of its index
 * @param elements what is compared, and by which operator; at least one
 * @param where which rows are compared; null for all
 */
public record Exclusion(
    String name,
    String method,
    List<Element> elements,
    @Nullable SqlExpression where,
    Deferral deferral)
    implements Constraint {

  /**
   * One comparison; in text {@code room with =} or {@code (lower(name)) text_ops with =}.
   *
   * @param operator as SQL text: {@code &&}
   */
  public record Element(IndexElement what, String operator) {
    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Element parse(String text) {
      List<SqlTokens.Token> tokens = SqlTokens.of(text);
      for (int i = tokens.size() - 1; i > 0; i--) {
        if (tokens.get(i).is(";")) {
          break;
        }
        if (tokens.get(i).is("with") && i + 1 < tokens.size()) {
          return new Element(
              IndexElement.parse(text.substring(0, tokens.get(i).start())),
              text.substring(tokens.get(i + 1).start()).strip());
        }
      }
      throw new IllegalArgumentException(
          "\"" + text + "\" is no column or expression with an operator");
    }

    @Override
    public String toString() {
      return what + " with " + operator;
    }
  }

  public Exclusion {
    elements = List.copyOf(elements);
  }

  /** Of those comparisons, each in the text form of {@link Element}. */
  public static Exclusion of(String name, String method, String first, String... more) {
    List<Element> elements = new ArrayList<>(List.of(Element.parse(first)));
    for (String each : more) {
      elements.add(Element.parse(each));
    }
    return new Exclusion(name, method, elements, null, Deferral.NOT_DEFERRABLE);
  }

  public Exclusion where(String condition) {
    return new Exclusion(name, method, elements, SqlExpression.of(condition), deferral);
  }

  public Exclusion deferrable() {
    return withDeferral(Deferral.DEFERRABLE);
  }

  public Exclusion initiallyDeferred() {
    return withDeferral(Deferral.INITIALLY_DEFERRED);
  }

  public Exclusion withDeferral(Deferral newDeferral) {
    return new Exclusion(name, method, elements, where, newDeferral);
  }

  @Override
  public Exclusion withName(String newName) {
    return new Exclusion(newName, method, elements, where, deferral);
  }

  @Override
  public boolean mentions(String column) {
    return elements.stream().anyMatch(element -> element.what().mentions(column))
        || (where != null && where.mentions(column));
  }

  @Override
  public Exclusion renameColumn(String column, String newName) {
    return new Exclusion(
        name,
        method,
        elements.stream()
            .map(element ->
                new Element(element.what().renameColumn(column, newName), element.operator()))
            .toList(),
        where == null ? null : where.renameColumn(column, newName),
        deferral);
  }
}
