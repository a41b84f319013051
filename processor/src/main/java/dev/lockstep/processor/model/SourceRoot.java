package dev.lockstep.processor.model;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Finds the directory below which the source files stand in the folders of their packages. */
public final class SourceRoot {
  private static final String EXTENSION = ".java";

  private SourceRoot() {}

  /**
   * The source root of the first element that shows one.
   *
   * @return empty if the files are not on disk, come as class files or from Kotlin, or do not stand
   *     in the folders of their packages
   */
  public static Optional<Path> of(
      ProcessingEnvironment environment, List<? extends Element> candidates) {
    for (Element element : candidates) {
      // The file of one of Kotlin's is a stub that kapt has made, among other output.
      Optional<Path> root =
          Nullness.isOfKotlin(element) ? Optional.empty() : of(environment, element);
      if (root.isPresent()) {
        return root;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> of(ProcessingEnvironment environment, Element element) {
    String packageName =
        environment.getElementUtils().getPackageOf(element).getQualifiedName().toString();
    Optional<Path> file = file(environment, element);
    return file.isPresent() ? root(file.get(), packageName) : Optional.empty();
  }

  private static Optional<Path> root(Path file, String packageName) {
    Path directory = file.getParent();
    String[] parts = packageName.isEmpty() ? new String[0] : packageName.split("\\.");
    for (int i = parts.length - 1; i >= 0; i--) {
      if (directory == null
          || directory.getFileName() == null
          || !directory.getFileName().toString().equals(parts[i])) {
        return Optional.empty();
      }
      directory = directory.getParent();
    }
    return Optional.ofNullable(directory);
  }

  private static Optional<Path> file(ProcessingEnvironment environment, Element element) {
    Optional<Path> file = byType(element);
    if (file.isEmpty()) {
      file = onDisk(byElements(environment, element));
    }
    if (file.isEmpty()) {
      file = onDisk(byTrees(environment, element));
    }
    return file.isPresent() ? file : onDisk(bySourcePath(environment, element));
  }

  /**
   * Types of ECJ name their files, those of class files without folders. Its
   * {@code getFileObjectOf} knows no types before JDK 18.
   */
  private static Optional<Path> byType(Element element) {
    try {
      String name = (String) MethodHandles.publicLookup()
          .findVirtual(element.getClass(), "getFileName", MethodType.methodType(String.class))
          .invoke(element);
      return Optional.ofNullable(name)
          .map(Path::of)
          .filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
          .map(file -> file.toAbsolutePath().normalize());
    } catch (Throwable e) {
      return Optional.empty();
    }
  }

  /**
   * {@code Elements.getFileObjectOf}, which the JDK has since 18, and ECJ under any JDK. Looked up
   * without its siblings, whose types an older JDK may lack.
   */
  private static @Nullable FileObject byElements(
      ProcessingEnvironment environment, Element element) {
    Elements elements = environment.getElementUtils();
    FileObject file = byElements(Elements.class, elements, element);
    return file != null ? file : byElements(elements.getClass(), elements, element);
  }

  /** Null if the class has no such method, keeps it to itself, or knows no file of the element. */
  private static @Nullable FileObject byElements(
      Class<?> owner, Elements elements, Element element) {
    try {
      return (FileObject) MethodHandles.publicLookup()
          .findVirtual(
              owner, "getFileObjectOf", MethodType.methodType(JavaFileObject.class, Element.class))
          .invoke(elements, element);
    } catch (Throwable e) {
      return null;
    }
  }

  /** Under javac. */
  private static @Nullable FileObject byTrees(ProcessingEnvironment environment, Element element) {
    Optional<Trees> trees = CompilerTrees.of(environment);
    TreePath path = trees.isPresent() ? trees.get().getPath(element) : null;
    return path == null ? null : path.getCompilationUnit().getSourceFile();
  }

  private static @Nullable FileObject bySourcePath(
      ProcessingEnvironment environment, Element element) {
    String packageName =
        environment.getElementUtils().getPackageOf(element).getQualifiedName().toString();
    try {
      return environment
          .getFiler()
          .getResource(StandardLocation.SOURCE_PATH, packageName, fileName(element));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static String fileName(Element element) {
    Element outermost = element;
    while (outermost instanceof TypeElement
        && outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return outermost instanceof PackageElement || outermost.getKind() == ElementKind.PACKAGE
        ? "package-info" + EXTENSION
        : outermost.getSimpleName() + EXTENSION;
  }

  private static Optional<Path> onDisk(@Nullable FileObject file) {
    if (file == null) {
      return Optional.empty();
    }
    URI uri = file.toUri();
    if (!"file".equals(uri.getScheme()) || !uri.getPath().endsWith(EXTENSION)) {
      return Optional.empty();
    }
    return Optional.of(Path.of(uri).toAbsolutePath().normalize());
  }
}
