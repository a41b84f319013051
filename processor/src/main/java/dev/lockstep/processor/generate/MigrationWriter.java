package dev.lockstep.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Phase;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;
import dev.lockstep.SchemaElements;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of a migration.
 *
 * <pre>{@code
 * @Revision(parents = "M0001_InitialMigration", description = "Add address to User")
 * public final class M0002_AddAddressToUser implements Migration {
 *   @Override
 *   public void upgrade(SchemaEditor schema) {
 *     schema.addColumn("user", column("address", varchar(200)));
 *   }
 *
 *   @Override
 *   public void downgrade(SchemaEditor schema) {
 *     schema.dropColumn("user", "address");
 *   }
 * }
 * }</pre>
 */
public final class MigrationWriter {
  private static final String UPGRADE_HINT =
      "// Write the steps here: schema.sql(\"...\"), schema.run(\"name\", connection -> {...})\n";
  private static final String DOWNGRADE_HINT = "// Undo the steps here, the last one first\n";

  private static final String MERGED_HINT =
      "// The branches together are what the model says: nothing is left to do\n";
  private static final String MERGED_BACK_HINT = "// Nothing was done\n";

  private final NewMigration migration;
  private final ElementWords words = new ElementWords();
  private final TypeSpec.Builder type;

  private MigrationWriter(NewMigration migration) {
    this.migration = migration;
    this.type = TypeSpec.classBuilder(migration.id());
  }

  /**
   * The source; ASCII, LF.
   *
   * @throws IllegalArgumentException for an operation that has no generated form: {@code Run}
   */
  public static JavaFile write(NewMigration migration) {
    return new MigrationWriter(migration).file();
  }

  private JavaFile file() {
    type.addAnnotation(revision())
        .addAnnotations(accepted())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(Migration.class)
        .addMethod(method("upgrade", List.of(), steps("Upgrade", migration.upgrade(), false)))
        .addMethod(method("downgrade", losses(), steps("Downgrade", migration.downgrade(), true)));
    return imports(JavaFile.builder(migration.packageName(), type.build())).build();
  }

  private JavaFile.Builder imports(JavaFile.Builder file) {
    file.indent("  ").skipJavaLangImports(true);
    words.elements().forEach(word -> file.addStaticImport(SchemaElements.class, word));
    words.actions().forEach(action -> file.addStaticImport(ReferentialAction.class, action));
    if (migration.phase() != Phase.EXPAND) {
      file.addStaticImport(migration.phase());
    }
    return file;
  }

  /** JavaPoet leaves only the attribute {@code value} on the annotation's own line. */
  private AnnotationSpec revision() {
    List<String> attributes = new ArrayList<>();
    if (!migration.parents().isEmpty()) {
      attributes.add("parents = " + array(literals(migration.parents())));
    }
    if (!migration.replaces().isEmpty()) {
      attributes.add("replaces = " + lines(literals(migration.replaces())));
    }
    attributes.add("description = " + JavaLiteral.of(migration.description()));
    if (migration.phase() != Phase.EXPAND) {
      attributes.add("phase = " + migration.phase());
    }
    return AnnotationSpec.builder(Revision.class)
        .addMember("value", "$L", String.join(", ", attributes))
        .build();
  }

  private static List<String> literals(List<String> values) {
    return values.stream().map(JavaLiteral::of).toList();
  }

  /** An array with a line for each element, for there may be many. */
  private static String lines(List<String> literals) {
    return literals.stream().collect(Collectors.joining(",\n", "{\n", "}"));
  }

  private static String array(List<String> literals) {
    return literals.size() == 1
        ? literals.get(0)
        : literals.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private List<AnnotationSpec> accepted() {
    List<String> words = migration.accepted().stream().map(JavaLiteral::of).toList();
    return words.isEmpty()
        ? List.of()
        : List.of(AnnotationSpec.builder(Accepted.class)
            .addMember("value", "$L", array(words))
            .build());
  }

  private List<AnnotationSpec> losses() {
    return migration.losses().stream()
        .map(loss -> AnnotationSpec.builder(Irreversible.class)
            .addMember(
                "value",
                "$L",
                "what = " + JavaLiteral.of(loss.what()) + ", reason = "
                    + JavaLiteral.of(loss.reason()))
            .build())
        .toList();
  }

  private static MethodSpec method(String name, List<AnnotationSpec> annotations, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addAnnotations(annotations)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(SchemaEditor.class, "schema")
        .addCode(body)
        .build();
  }

  /** The steps, or the calls of nested classes that hold them if they are many. */
  private CodeBlock steps(String name, List<Operation> operations, boolean back) {
    if (migration.upgrade().isEmpty() && migration.downgrade().isEmpty()) {
      return CodeBlock.of("$L", hint(back));
    }
    List<String> parts = new MigrationSteps(words, back).parts(operations);
    if (parts.size() == 1) {
      return CodeBlock.of("$L", parts.get(0));
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int i = 0; i < parts.size(); i++) {
      String partName = name + (i + 1);
      type.addType(part(partName, parts.get(i)));
      calls.add("$L.steps(schema);\n", partName);
    }
    return calls.build();
  }

  private String hint(boolean back) {
    if (migration.parents().size() > 1) {
      return back ? MERGED_BACK_HINT : MERGED_HINT;
    }
    return back ? DOWNGRADE_HINT : UPGRADE_HINT;
  }

  private static TypeSpec part(String name, String steps) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(MethodSpec.methodBuilder("steps")
            .addModifiers(Modifier.STATIC)
            .addParameter(SchemaEditor.class, "schema")
            .addCode("$L", steps)
            .build())
        .build();
  }
}
