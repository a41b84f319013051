package dev.lockstep.processor.generate;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.common.io.ByteSource;
import com.google.testing.compile.Compilation;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Sources compiled by the real compiler and loaded. */
final class CompiledSource extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  private CompiledSource(Compilation compilation) {
    super(CompiledSource.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        classes.put(nameOf(file), bytes(file));
      }
    }
  }

  /** The classes of sources that must compile without a warning. */
  static CompiledSource of(List<JavaFile> sources) {
    return ofFiles(sources.stream().map(JavaFile::toJavaFileObject).toList());
  }

  /** As {@link #of}. */
  static CompiledSource ofFiles(List<JavaFileObject> sources) {
    Compilation compilation =
        javac().withOptions("-Xlint:all,-processing", "-proc:none").compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    return new CompiledSource(compilation);
  }

  <T> T newInstance(String name, Class<T> type) {
    try {
      return type.cast(loadClass(name).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static String nameOf(JavaFileObject file) {
    return file.getName()
        .replaceFirst("^/CLASS_OUTPUT/", "")
        .replaceFirst("\\.class$", "")
        .replace('/', '.');
  }

  private static byte[] bytes(JavaFileObject file) {
    try {
      return new ByteSource() {
        @Override
        public java.io.InputStream openStream() throws IOException {
          return file.openInputStream();
        }
      }.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
