package dev.lockstep.processor.model;

import dev.lockstep.processor.model.EnumConstants.Constant;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.schema.EnumType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** What is wrong with a Java enum as a PostgreSQL enum type or as the values of a column. */
final class EnumRules {
  private final Findings findings;

  EnumRules(Findings findings) {
    this.findings = findings;
  }

  /** Reports what is wrong with an enum that is kept as text. */
  void checkText(TypeElement javaEnum, List<Constant> constants) {
    haveOneValueEach(javaEnum, constants);
    constants.stream()
        .filter(constant -> !constant.renamedFrom().isEmpty())
        .forEach(constant -> findings.add(
            ObjectProblems.enumRenameNeedsType(place(constant, "renamedFrom"), javaEnum)));
  }

  /** Reports what is wrong with an enum type; whether there is nothing. */
  boolean isSound(
      EnumType type, TypeElement javaEnum, Attributes annotation, List<Constant> constants) {
    boolean distinct = haveOneValueEach(javaEnum, constants);
    boolean replaced = areReplaced(type, javaEnum, annotation);
    if (constants.isEmpty()) {
      findings.add(ObjectProblems.enumTypeEmpty(findings.places().at(annotation), javaEnum));
    }
    return distinct && replaced && !constants.isEmpty();
  }

  private boolean haveOneValueEach(TypeElement javaEnum, List<Constant> constants) {
    Map<String, Constant> byValue = new HashMap<>();
    boolean sound = true;
    for (Constant constant : constants) {
      Constant first = byValue.putIfAbsent(constant.value(), constant);
      if (first != null) {
        findings.add(
            ObjectProblems.enumValueTwice(place(constant, "value"), javaEnum, constant, first));
      }
      boolean storable = SqlSyntax.isStorable(constant.value());
      if (!storable) {
        findings.add(ObjectProblems.enumValueInvalid(place(constant, "value"), javaEnum));
      }
      sound &= first == null && storable;
    }
    return sound;
  }

  private boolean areReplaced(EnumType type, TypeElement javaEnum, Attributes annotation) {
    Map<String, String> successors = new HashMap<>();
    boolean sound = true;
    for (Attributes each : annotation.nested("replaced")) {
      String value = each.text("value");
      String by = each.text("by");
      String first = successors.putIfAbsent(value, by);
      if (type.values().contains(value)) {
        findings.add(
            ObjectProblems.replacedValueKept(findings.places().at(each, "value"), javaEnum, value));
      } else if (first != null) {
        findings.add(ObjectProblems.replacedValueTwice(
            findings.places().at(each, "value"), javaEnum, value, first));
      }
      if (!type.values().contains(by)) {
        findings.add(ObjectProblems.replacedByUnknown(
            findings.places().at(each, "by"), javaEnum, by, value, type.values()));
      }
      sound &= first == null && !type.values().contains(value) && type.values().contains(by);
    }
    return sound;
  }

  private Place place(Constant constant, String attribute) {
    return constant.annotation() == null
        ? findings.places().at(constant.element())
        : findings.places().at(constant.annotation(), attribute);
  }
}
