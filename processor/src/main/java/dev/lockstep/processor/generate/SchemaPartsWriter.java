package dev.lockstep.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

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

  void addTo(TypeSpec.Builder type) {
    List<CodeBlock> calls = new ArrayList<>();
    for (String text : texts) {
      String name = "Schema" + (calls.size() + 1);
      type.addType(holder(name, text));
      calls.add(CodeBlock.of("$L.lines()", name));
    }
    type.addMethod(MethodSpec.methodBuilder("schemaParts")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(List.class, String.class))
        .addStatement(
            "return $T.of($L).flatMap($T::lines).toList()",
            Stream.class,
            CodeBlock.join(calls, ", "),
            String.class)
        .build());
  }

  /** A method, not a constant, which the compiler would copy into the registry itself. */
  private static TypeSpec holder(String name, String text) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(MethodSpec.methodBuilder("lines")
            .addModifiers(Modifier.STATIC)
            .returns(ClassName.get(String.class))
            .addStatement("return $L", JavaLiteral.of(text))
            .build())
        .build();
  }
}
