package dev.lockstep.processor.model;

import dev.lockstep.processor.model.EnumConstants.Constant;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What is wrong with a Java enum as a PostgreSQL enum type or as the values of a column. */
final class EnumRules {
  /** Of {@code pg_catalog}, beside those that {@link SqlType} knows (PostgreSQL 14 to 18). */
  private static final Set<String> SYSTEM_TYPES =
      Set.of(("aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange"
              + " anycompatiblenonarray anycompatiblerange anyelement anyenum anymultirange"
              + " anynonarray anyrange bool cid cstring event_trigger fdw_handler float4 float8"
              + " gtsvector index_am_handler int2 int2vector int4 int8 internal language_handler"
              + " oidvector record refcursor regcollation regdictionary regnamespace regoper"
              + " regoperator regprocedure regrole table_am_handler tid trigger tsm_handler"
              + " unknown void")
          .split(" "));

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
    boolean named = hasNameOfItsOwn(type, annotation);
    boolean distinct = haveOneValueEach(javaEnum, constants);
    boolean fitting = constants.stream().filter(each -> !fits(javaEnum, each)).count() == 0;
    boolean replaced = areReplaced(type, javaEnum, annotation);
    if (constants.isEmpty()) {
      findings.add(ObjectProblems.enumTypeEmpty(findings.places().at(annotation), javaEnum));
    }
    return named && distinct && fitting && replaced && !constants.isEmpty();
  }

  /** PostgreSQL finds its own types first, unless a schema stands before the name. */
  private boolean hasNameOfItsOwn(EnumType type, Attributes annotation) {
    String name = type.name().name();
    String sql = SqlTokens.identifier(name);
    boolean taken = type.name().schema().isEmpty()
        && (SYSTEM_TYPES.contains(name)
            || (!name.isBlank() && SqlType.parse(sql).element().isBuiltIn()));
    if (taken) {
      findings.add(ObjectProblems.enumTypeBuiltIn(findings.places().at(annotation, "name"), name));
    }
    return !taken;
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

  private boolean fits(TypeElement javaEnum, Constant constant) {
    boolean fits = DefaultNames.fits(constant.value());
    if (!fits) {
      findings.add(
          ObjectProblems.enumValueTooLong(place(constant, "value"), javaEnum, constant.value()));
    }
    return fits;
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
