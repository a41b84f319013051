package dev.lockstep.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads storage parameters, each as {@code fillfactor=70}. */
final class Parameters {
  private Parameters() {}

  /** Name in lower case to value; those that are faulty are reported and left out. */
  static SortedMap<String, String> read(Attributes annotation, Findings findings) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String text : annotation.texts("with")) {
      List<String> parts = parts(text);
      if (parts.isEmpty()) {
        findings.add(
            ModelProblems.parameterInvalid(findings.places().at(annotation, "with", text), text));
      } else if (parameters.putIfAbsent(parts.get(0), parts.get(1)) != null) {
        findings.add(TableProblems.parameterTwice(
            findings.places().at(annotation, "with", text), parts.get(0)));
      }
    }
    return parameters;
  }

  /** Name and value; empty if the text has another form. */
  private static List<String> parts(String text) {
    int equals = text.indexOf('=');
    boolean sound = equals > 0
        && SqlSyntax.fault(text).isEmpty()
        && !text.substring(equals + 1).isBlank()
        && text.substring(0, equals).strip().matches("[A-Za-z_][A-Za-z0-9_.]*");
    return sound
        ? List.of(
            text.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            text.substring(equals + 1).strip())
        : List.of();
  }
}
