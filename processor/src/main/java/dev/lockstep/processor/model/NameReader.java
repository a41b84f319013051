package dev.lockstep.processor.model;

import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads the names and comments of tables and columns. */
final class NameReader {
  private final Findings findings;

  NameReader(Findings findings) {
    this.findings = findings;
  }

  /** The name that {@code name} or its other spelling {@code value} gives, else the derived one. */
  String nameOf(@Nullable Attributes annotation, Element element) {
    String explicit = annotation == null ? "" : explicitName(annotation);
    return explicit.isEmpty() ? SnakeCase.of(element.getSimpleName().toString()) : explicit;
  }

  private String explicitName(Attributes annotation) {
    checkOnce(annotation);
    String name = annotation.text("name");
    return name.isEmpty() ? annotation.text("value") : name;
  }

  /** Reports a name that is given in both spellings, and not the same. */
  void checkOnce(Attributes annotation) {
    String name = annotation.text("name");
    String value = annotation.text("value");
    if (!name.isEmpty() && !value.isEmpty() && !name.equals(value)) {
      findings.add(ModelProblems.nameTwice(findings.places().at(annotation, "value"), value, name));
    }
  }

  String comment(Attributes annotation) {
    String comment = annotation.text("comment");
    if (comment.indexOf('\0') < 0) {
      return comment;
    }
    findings.add(ModelProblems.nulCharacter(findings.places().at(annotation, "comment")));
    return "";
  }
}
