package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {
  @TempDir
  Path directory;

  private Path file(String path, String content) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** The root that each annotated element shows, by the element's name. */
  private Map<String, Optional<Path>> roots(List<Path> files, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    List<String> all = new ArrayList<>(List.of("-proc:only", "-d", directory.toString()));
    all.addAll(List.of(options));
    var task = compiler.getTask(
        null, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files));
    RootProcessor processor = new RootProcessor();
    task.setProcessors(List.of(processor));
    task.call();
    return processor.roots;
  }

  @Test
  void isWhereThePackagesStart() throws IOException {
    Path packageInfo = file("src main/a/b/package-info.java", "@Deprecated package a.b;");
    Path type = file(
        "src main/a/b/c/T.java", "package a.b.c; @Deprecated class T { @Deprecated class N {} }");
    Path unnamed = file("other/U.java", "@Deprecated class U {}");
    Optional<Path> root = Optional.of(directory.resolve("src main"));
    assertEquals(
        Map.of(
            "a.b", root,
            "a.b.c.T", root,
            "a.b.c.T.N", root,
            "U", Optional.of(directory.resolve("other"))),
        roots(List.of(packageInfo, type, unnamed)));
  }

  @Test
  void isUnknownOutsideThePackagesFolders() throws IOException {
    Path type = file("flat/T.java", "package a.b; @Deprecated class T {}");
    assertEquals(Map.of("a.b.T", Optional.empty()), roots(List.of(type)));
  }

  @Test
  void isUnknownForFilesInMemory() {
    RootProcessor processor = new RootProcessor();
    com.google.testing.compile.Compiler.javac()
        .withProcessors(processor)
        .compile(com.google.testing.compile.JavaFileObjects.forSourceString(
            "a.T", "package a; @Deprecated class T {}"));
    assertEquals(Map.of("a.T", Optional.empty()), processor.roots);
  }

  @Test
  void comesFromTheFirstElementThatShowsIt() throws IOException {
    Path flat = file("flat/A.java", "package a; @Deprecated class A {}");
    Path type = file("src/a/B.java", "package a; @Deprecated class B {}");
    RootProcessor processor = new RootProcessor();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    var task = compiler.getTask(
        null, manager, null, List.of("-proc:only"), null, manager.getJavaFileObjects(flat, type));
    task.setProcessors(List.of(processor));
    task.call();
    assertEquals(Optional.of(directory.resolve("src")), processor.ofAll);
  }

  private static final class RootProcessor extends AbstractProcessor {
    private final Map<String, Optional<Path>> roots = new TreeMap<>();
    private Optional<Path> ofAll = Optional.empty();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("java.lang.Deprecated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      List<Element> found = round.getElementsAnnotatedWith(Deprecated.class).stream()
          .map(Element.class::cast)
          .sorted(java.util.Comparator.comparing(Element::toString))
          .toList();
      if (!round.processingOver()) {
        found.forEach(element ->
            roots.put(element.toString(), SourceRoot.of(processingEnv, List.of(element))));
        ofAll = SourceRoot.of(processingEnv, found);
      }
      return false;
    }
  }
}
