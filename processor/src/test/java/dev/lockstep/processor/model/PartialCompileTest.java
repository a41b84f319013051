package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class PartialCompileTest {
  private static final String USER = """
      @Table class User {
        @Id @Identity Long id;
        @Column(length = 80, nullable = false, defaultValue = "'x'") String name;
        State state;
        enum State { ON, OFF }
      }""";
  private static final String BASE =
      "@NullMarked @MappedSuperclass abstract class Base<T> { @Id T id; @Nullable String note; String[] @Nullable [] grid; Map.@Nullable Entry<String, String> @Nullable [] x() { return null; } }";
  private static final String ORDER =
      "@Index(columns = \"createdAt desc\") @Table class Order extends Base<UUID> { @References User user; @NonNull Instant createdAt; @Nullable Integer count; @Table record Line(@Id UUID order, @Id int number, @Nullable String text) {} }";
  private static final String DEEP = "package app.deep; @Table class Deep { int a; }";
  private static final List<String> ALL = List.of(Model.DATABASE, USER, BASE, ORDER, DEEP);

  private static Path classFiles() {
    return Model.compile(ALL.toArray(String[]::new)).classFiles();
  }

  @Test
  void readsTheSameFromClassFilesAsFromSources() {
    Model whole = Model.compile(ALL.toArray(String[]::new)).read();
    assertEquals(List.of(), whole.messages());
    Path classes = classFiles();
    for (String source : ALL) {
      if (source.equals(BASE)) {
        continue;
      }
      Model part = Model.compile(source)
          .classPath(classes)
          .recorded("deep", "app.deep.Deep")
          .recorded("user", "app.User")
          .recorded("dropped", "app.Dropped")
          .read();
      assertEquals(whole.schema(), part.schema(), source);
      assertEquals(whole.reading().model(), part.reading().model(), source);
    }
  }

  private static final List<String> OBJECTS = List.of(
      "@Database(extensions = \"citext\") @Sequence(name = \"own\") package app;",
      "package app.deep; @EnumType(renamedFrom = \"mood\", replaced = @ReplacedValue(value = \"C\", by = \"b\")) public enum State { A, @EnumValue(value = \"b\", renamedFrom = \"x\") B }",
      "package app.deep; @EnumType(schema = \"s\") enum Unused { A }",
      "package lib; @EnumType public enum Shared { Z, A }",
      "package app.deep; @Table public class T { State[] state; lib.Shared shared; Plain plain; enum Plain { @EnumValue(\"it's\") A } }",
      "package app.views; @Index(columns = \"a\") @View(query = \"SELECT 1 AS a\", materialized = true) class V {}",
      "package app.other; class H { @Sequence(name = \"t\", ownedBy = \"t.state\") @Sequence(name = \"u\") @SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"t\") interface Nested {} }",
      "@Sequence(name = \"v\") package app.infos;");

  @Test
  void findsObjectsOfClassesAndPackagesThatAreNotCompiled() {
    Model whole = Model.compile(OBJECTS.toArray(String[]::new)).read();
    assertEquals(List.of(), whole.messages());
    assertEquals(10, whole.schema().objects().size());
    Path classes = Model.compile(OBJECTS.toArray(String[]::new)).classFiles();
    for (String source : OBJECTS) {
      Model part = compiledBefore(whole, classes, source).read();
      if (source.startsWith("package lib;")) {
        assertEquals(Set.of(), part.readings.keySet());
      } else {
        assertEquals(List.of(), part.messages(), source);
        assertEquals(whole.reading().model(), part.reading().model(), source);
      }
    }
  }

  private static Model.Compile compiledBefore(Model whole, Path classes, String source) {
    Model.Compile compile = Model.compile(source).classPath(classes);
    DeclaredModel model = whole.reading().model();
    model.classes().forEach((table, name) -> compile.recorded(table.toString(), name));
    model.objectClasses().forEach(compile::recorded);
    return compile.recorded(ObjectKey.of(ObjectKind.ENUM, "gone"), "app.Gone");
  }

  @Test
  void takesNoObjectsThatAreNotOurs() {
    Path classes = Model.compile(
            "package lib; @EnumType public enum Shared { A }",
            "package other; @Sequence(name = \"s\") public class Other {}",
            "@Database(name = \"other\") package other;")
        .classFiles();
    assertEquals(
        Schema.EMPTY,
        Model.compile(Model.DATABASE)
            .classPath(classes)
            .recorded(ObjectKey.of(ObjectKind.ENUM, "shared"), "lib.Shared")
            .recorded(ObjectKey.of(ObjectKind.SEQUENCE, "s"), "other.Other")
            .read()
            .schema());
  }

  @Test
  void takesAClassFileForOutdatedThatDeclaresTheObjectOfASource() {
    Path classes = Model.compile(Model.DATABASE, "@EnumType enum State { OLD }").classFiles();
    Model part = Model.compile("@EnumType(name = \"state\") enum Status { NEW }")
        .classPath(classes)
        .recorded(ObjectKey.of(ObjectKind.ENUM, "state"), "app.State")
        .read();
    assertEquals(
        List.of("NEW"),
        part.schema().findEnum(QualifiedName.of("state")).orElseThrow().values());
  }

  @Test
  void namesTheClassOfAMistakeInAnEnumOfALibrary() {
    Path classes = Model.compile(
            "package lib; @EnumType public enum Shared { A, @EnumValue(\"A\") B }")
        .classFiles();
    assertEquals(
        List.of(
            "error: [lockstep:EnumValueTwice] constants A and B of enum lib.Shared have one value, \"A\" (in lib.Shared)"),
        Model.compile(Model.DATABASE, "@Table class T { lib.Shared s; }")
            .classPath(classes)
            .read()
            .messages());
  }

  @Test
  void findsTablesBesideTheDatabaseThatWereNeverRecorded() {
    Model part = Model.compile(DEEP).classPath(classFiles()).read();
    assertEquals(
        Set.of("deep", "user", "order", "line"),
        Set.copyOf(
            part.schema().tables().keySet().stream().map(Object::toString).toList()));
  }

  @Test
  void prefersTheSourceOfThisCompile() {
    Model part = Model.compile("@Table class User { @Id int other; }")
        .classPath(classFiles())
        .read();
    assertEquals(
        Set.of("other"), part.schema().table(QualifiedName.of("user")).columns().names());
  }

  @Test
  void takesAClassFileForOutdatedThatDeclaresTheTableOfASource() {
    Path classes = classFiles();
    Model part = Model.compile("@Table(\"user\") class Account { @Id int other; }")
        .classPath(classes)
        .recorded("user", "app.User")
        .read();
    assertEquals(
        Set.of("other"), part.schema().table(QualifiedName.of("user")).columns().names());
    assertEquals("app.Account", part.reading().model().classes().get(QualifiedName.of("user")));
  }

  @Test
  void refusesReferencesToClassFilesWithoutADatabase() {
    Path classes = Model.compile("package lib; @Table public class Lib { @Id public int id; }")
        .classFiles();
    assertEquals(
        List.of(
            "T.java:1 error: [lockstep:ReferenceOutside] table class lib.Lib belongs to no @Database"),
        Model.compile(Model.DATABASE, "@Table class T { @References(lib.Lib.class) int lib; }")
            .classPath(classes)
            .read()
            .messages());
  }

  @Test
  void findsAClassAsDatabaseOnTheClassPath() {
    Path classes = Model.compile("interface Holder { @Database(name = \"held\") class Config {} }")
        .classFiles();
    Model part = Model.compile(DEEP).classPath(classes).read();
    assertEquals(List.of(), part.messages());
    assertEquals(Set.of("held"), part.readings.keySet());
  }

  @Test
  void namesTheClassOfAMistakeInAClassFile() {
    Path classes =
        Model.compile(Model.DATABASE, "@Table class Bad { Thread thread; }").classFiles();
    assertEquals(
        List.of(
            "error: [lockstep:TypeUnmapped] java.lang.Thread has no PostgreSQL type (in app.Bad)"),
        Model.compile("@Table class Good {}").classPath(classes).read().messages());
  }

  @Test
  void waitsForTypesThatAnotherProcessorGenerates() {
    Model model = Model.compile(
            Model.DATABASE,
            "@Table class T extends GeneratedBase { GeneratedEnum state; @References(GeneratedTable.class) Long other; @Column(GeneratedNames.A) String a; List<GeneratedEnum> all; State own; @EnumType enum State { @EnumValue(GeneratedNames.A) A } }",
            "@Partitioned(columns = \"a\", partitions = @Partition(name = GeneratedNames.A + \"_p\", values = \"DEFAULT\")) @Table class P { int a; }",
            "@View(query = \"SELECT 1\", comment = GeneratedNames.A) class V {}")
        .beside(new Generator())
        .read();
    assertEquals(List.of(), model.messages());
    assertFalse(model.incomplete);
    assertEquals(
        Set.of("base", "state", "other", "generated", "all", "own"),
        model.schema().table(QualifiedName.of("t")).columns().names());
    assertEquals(3, model.schema().tables().size());
    assertEquals(
        List.of(
            EnumType.of(QualifiedName.of("state"), List.of("generated")),
            View.of(QualifiedName.of("v"), "SELECT 1").withComment("generated")),
        List.copyOf(model.schema().objects().values()));
  }

  @Test
  void tellsAnUnknownValueFromATextThatLooksLikeOne() {
    Model model = Model.of("@Table(comment = \"<error>\") class T {}");
    assertEquals("<error>", model.schema().table(QualifiedName.of("t")).comment());
  }

  @Test
  void leavesWhatIsNeverGeneratedToTheCompiler() {
    Model model = Model.of(
        "@Table class T extends Missing { Absent a; List<Absent> b; @References(Nowhere.class) Long c; @Column(length = None.X) String d; }");
    assertTrue(model.incomplete);
    assertEquals(List.of(), model.problems);
    assertTrue(model.compilation.errors().size() >= 5, model.messages().toString());
  }

  /** Writes the types in the first round. */
  private static final class Generator extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        write("GeneratedEnum", "enum GeneratedEnum { X }");
        write("GeneratedNames", "class GeneratedNames { static final String A = \"generated\"; }");
        write(
            "GeneratedTable",
            "@dev.lockstep.annotations.Table class GeneratedTable { @dev.lockstep.annotations.Id Long id; }");
        write(
            "GeneratedBase",
            "@dev.lockstep.annotations.MappedSuperclass class GeneratedBase { int base; }");
      }
      return false;
    }

    private void write(String name, String source) {
      try (Writer writer =
          processingEnv.getFiler().createSourceFile("app." + name).openWriter()) {
        writer.write("package app; " + source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
