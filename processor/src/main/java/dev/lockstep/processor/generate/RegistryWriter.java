package dev.lockstep.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lockstep.CompleteHistory;
import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the registry of a database's migrations. The migrations stand in nested classes, a few
 * hundred in each, so that no method reaches 64 kB and no class 65,535 constants (JVMS 4.11).
 *
 * <pre>{@code
 * public final class Migrations implements MigrationSet {
 *   ...
 *   @Override
 *   public Migration migration(String id) {
 *     return Part1.migration(id);
 *   }
 *
 *   @Override
 *   public Optional<CompleteHistory> completeHistory() {
 *     return Optional.of(new CompleteHistory("M0001_InitialMigration", "d1:..."));
 *   }
 *
 *   private static final class Part1 {
 *     static void entries(List<Entry> entries) {
 *       entries.add(new Entry("M0001_InitialMigration", List.of(), "Initial migration", "t1:..."));
 *     }
 *
 *     static Migration migration(String id) {
 *       return switch (id) {
 *         case "M0001_InitialMigration" -> new M0001_InitialMigration();
 *         default -> throw new IllegalArgumentException("...");
 *       };
 *     }
 *   }
 * }
 * }</pre>
 */
public final class RegistryWriter {
  /** Simple name of the generated class. */
  public static final String CLASS_NAME = "Migrations";

  private static final int PART = 400;
  private static final ClassName ENTRY = ClassName.get(MigrationSet.Entry.class);
  private static final TypeName ENTRIES =
      ParameterizedTypeName.get(ClassName.get(List.class), ENTRY);

  private final Registry registry;

  private RegistryWriter(Registry registry) {
    this.registry = registry;
  }

  /** The source; ASCII, LF. */
  public static JavaFile write(Registry registry) {
    return new RegistryWriter(registry).file();
  }

  private JavaFile file() {
    TypeSpec.Builder type = TypeSpec.classBuilder(CLASS_NAME)
        .addJavadoc("The migrations of one database; generated, never edited.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(MigrationSet.class)
        .addMethod(constant("name", registry.name()))
        .addMethod(constant("schema", registry.targetSchema()))
        .addMethod(constant("schemaFingerprint", registry.schemaFingerprint()));
    List<TypeSpec> parts = parts();
    type.addMethod(entries(parts)).addMethod(migration(parts)).addTypes(parts);
    CompleteHistory.of(registry.entries())
        .ifPresent(complete -> type.addMethod(completeHistory(complete)));
    if (!registry.schemaParts().isEmpty()) {
      SchemaPartsWriter.of(registry.schemaParts()).addTo(type);
    }
    return JavaFile.builder(registry.packageName(), type.build())
        .indent("  ")
        .skipJavaLangImports(true)
        .build();
  }

  private static MethodSpec constant(String name, String value) {
    return overriding(name, ClassName.get(String.class))
        .addStatement("return $L", JavaLiteral.of(value))
        .build();
  }

  private static MethodSpec completeHistory(CompleteHistory complete) {
    return overriding(
            "completeHistory", ParameterizedTypeName.get(Optional.class, CompleteHistory.class))
        .addStatement(
            "return $T.of(new $T($L, $L))",
            Optional.class,
            CompleteHistory.class,
            JavaLiteral.of(complete.head()),
            JavaLiteral.of(complete.digest()))
        .build();
  }

  private static MethodSpec.Builder overriding(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private static MethodSpec entries(List<TypeSpec> parts) {
    MethodSpec.Builder method = overriding("entries", ENTRIES)
        .addStatement("$T entries = new $T<>()", ENTRIES, ArrayList.class);
    parts.forEach(part -> method.addStatement("$L.entries(entries)", part.name()));
    return method.addStatement("return $T.copyOf(entries)", List.class).build();
  }

  private MethodSpec migration(List<TypeSpec> parts) {
    return overriding("migration", ClassName.get(Migration.class))
        .addParameter(String.class, "id")
        .addStatement(
            parts.isEmpty()
                ? refusal()
                : CodeBlock.of("return $L", migrationIn(parts.get(0).name())))
        .build();
  }

  private static CodeBlock migrationIn(String part) {
    return CodeBlock.of("$L.migration(id)", part);
  }

  private CodeBlock refusal() {
    String message = "migration set \"" + registry.name() + "\" has no migration ";
    return CodeBlock.of(
        "throw new $T($L + id)", IllegalArgumentException.class, JavaLiteral.of(message));
  }

  private List<TypeSpec> parts() {
    List<TypeSpec> parts = new ArrayList<>();
    List<MigrationSet.Entry> entries = registry.entries();
    for (int from = 0; from < entries.size(); from += PART) {
      int to = Math.min(entries.size(), from + PART);
      String next = to < entries.size() ? partName(parts.size() + 1) : "";
      parts.add(TypeSpec.classBuilder(partName(parts.size()))
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
          .addMethod(partEntries(entries.subList(from, to)))
          .addMethod(partMigration(entries.subList(from, to), next))
          .build());
    }
    return parts;
  }

  private static String partName(int index) {
    return "Part" + (index + 1);
  }

  private static MethodSpec partEntries(List<MigrationSet.Entry> entries) {
    MethodSpec.Builder method = MethodSpec.methodBuilder("entries")
        .addModifiers(Modifier.STATIC)
        .addParameter(ENTRIES, "entries");
    entries.forEach(entry -> method.addStatement(
        "entries.add(new $T($L, $L, $L, $L$L$L))",
        ENTRY,
        JavaLiteral.of(entry.id()),
        list(entry.parents()),
        JavaLiteral.of(entry.description()),
        JavaLiteral.of(entry.fingerprint()),
        entry.replaces().isEmpty() && entry.phase() == Phase.EXPAND
            ? ""
            : CodeBlock.of(", $L", list(entry.replaces())),
        entry.phase() == Phase.EXPAND ? "" : CodeBlock.of(", $T.$L", Phase.class, entry.phase())));
    return method.build();
  }

  private static CodeBlock list(List<String> ids) {
    CodeBlock literals = ids.stream()
        .map(id -> CodeBlock.of("$L", JavaLiteral.of(id)))
        .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", List.class, literals);
  }

  private MethodSpec partMigration(List<MigrationSet.Entry> entries, String next) {
    MethodSpec.Builder method = MethodSpec.methodBuilder("migration")
        .addModifiers(Modifier.STATIC)
        .returns(Migration.class)
        .addParameter(String.class, "id")
        .addCode("return switch (id) {\n$>");
    entries.forEach(entry -> method.addStatement(
        "case $L -> new $T()",
        JavaLiteral.of(entry.id()),
        ClassName.get(registry.packageName(), entry.id())));
    return method
        .addStatement("default -> $L", next.isEmpty() ? refusal() : migrationIn(next))
        .addCode("$<};\n")
        .build();
  }
}
