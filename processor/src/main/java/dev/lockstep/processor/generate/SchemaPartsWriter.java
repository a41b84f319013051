package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code schemaParts()} of a registry. The lines stand in nested classes, which are loaded
 * only when somebody asks for them, as one long text in each: a text has at most 65,535 bytes (JVMS
 * 4.4.7).
 */
final class SchemaPartsWriter {
  private static final int LONGEST = 15_000;

  private final List<String> texts;

  private SchemaPartsWriter(List<String> texts) {
    this.texts = texts;
  }

  /** Lines without a line break in them, not empty. */
  static SchemaPartsWriter of(List<String> lines) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() > 0 && text.length() + line.length() > LONGEST) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(line).append('\n');
    }
    texts.add(text.toString());
    return new SchemaPartsWriter(texts);
  }

  /** Adds the method and the classes to the members of a class. */
  void addTo(StringBuilder source) {
    source.append("\n  @Override\n  public List<String> schemaParts() {\n    return Stream.of(");
    for (int i = 1; i <= texts.size(); i++) {
      source.append(i == 1 ? "" : ", ").append("Schema").append(i).append(".lines()");
    }
    source.append(").flatMap(String::lines).toList();\n  }\n");
    for (int i = 1; i <= texts.size(); i++) {
      holder(source, i);
    }
  }

  /** A method, not a constant, which the compiler would copy into the registry itself. */
  private void holder(StringBuilder source, int number) {
    source.append("\n  private static final class Schema").append(number).append(" {\n");
    source
        .append("    static String lines() {\n      return ")
        .append(JavaLiteral.of(texts.get(number - 1)))
        .append(";\n    }\n  }\n");
  }
}
