package dev.lockstep.processor.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The annotations on the types of fields, read from class files: javac shows those of a class file
 * only since JDK 22 (JDK-8225377), and without them a partial compile would see other nullness than
 * a full one.
 */
final class ClassFileAnnotations {
  private final ProcessingEnvironment environment;
  private final ModelElements sources;
  private final Map<String, Map<String, Set<String>>> byClass = new HashMap<>();

  ClassFileAnnotations(ProcessingEnvironment environment, ModelElements sources) {
    this.environment = environment;
    this.sources = sources;
  }

  /** Qualified names; empty for a field of a source file, and where no class file is found. */
  Set<String> of(VariableElement field) {
    if (sources.hasSourceOf(field) || !(field.getEnclosingElement() instanceof TypeElement type)) {
      return Set.of();
    }
    return fields(type).getOrDefault(field.getSimpleName().toString(), Set.of());
  }

  /** The names of its fields in the order of the class file; empty where none is found. */
  List<String> fieldNames(TypeElement type) {
    return List.copyOf(fields(type).keySet());
  }

  private Map<String, Set<String>> fields(TypeElement type) {
    return byClass.computeIfAbsent(type.getQualifiedName().toString(), name -> read(type));
  }

  /**
   * Of a module that is compiled in parts, the other classes are in the output; those of the JDK
   * are taken from the one that runs.
   */
  private Map<String, Set<String>> read(TypeElement type) {
    String binaryName = environment.getElementUtils().getBinaryName(type).toString();
    return Stream.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT)
        .flatMap(location -> read(location, binaryName).stream())
        .findFirst()
        .or(() -> binaryName.startsWith("java.") ? readOfJdk(binaryName) : Optional.empty())
        .orElse(Map.of());
  }

  private static Optional<Map<String, Set<String>>> readOfJdk(String binaryName) {
    String file = binaryName.replace('.', '/') + ".class";
    return read(() -> ClassLoader.getSystemResourceAsStream(file));
  }

  private Optional<Map<String, Set<String>>> read(StandardLocation location, String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
    String fileName = binaryName.substring(dot + 1) + ".class";
    return read(() ->
        environment.getFiler().getResource(location, packageName, fileName).openInputStream());
  }

  private interface Source {
    @Nullable
    InputStream open() throws IOException;
  }

  /** Empty without such a file, or if it is not one that we understand. */
  private static Optional<Map<String, Set<String>>> read(Source source) {
    try (InputStream file = source.open()) {
      return file == null
          ? Optional.empty()
          : Optional.of(new ClassFile(new DataInputStream(new BufferedInputStream(file))).fields());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The part of a class file up to the end of its fields (JVM specification, chapter 4). */
  private static final class ClassFile {
    private final DataInputStream data;
    private final Map<Integer, String> texts = new HashMap<>();

    ClassFile(DataInputStream data) {
      this.data = data;
    }

    Map<String, Set<String>> fields() throws IOException {
      data.skipNBytes(8);
      readConstants();
      data.skipNBytes(6);
      data.skipNBytes(2L * data.readUnsignedShort());
      Map<String, Set<String>> fields = new LinkedHashMap<>();
      int count = data.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        data.skipNBytes(2);
        String name = text();
        data.skipNBytes(2);
        fields.put(name, annotations());
      }
      return fields;
    }

    private void readConstants() throws IOException {
      int count = data.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = data.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.put(i, data.readUTF());
          case 7, 8, 16, 19, 20 -> data.skipNBytes(2);
          case 15 -> data.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
          case 5, 6 -> {
            data.skipNBytes(8);
            i++;
          }
          default -> throw new IOException("constant " + tag);
        }
      }
    }

    private String text() throws IOException {
      return texts.getOrDefault(data.readUnsignedShort(), "");
    }

    private Set<String> annotations() throws IOException {
      Set<String> names = new HashSet<>();
      int attributes = data.readUnsignedShort();
      for (int i = 0; i < attributes; i++) {
        boolean wanted = text().endsWith("isibleTypeAnnotations");
        int length = data.readInt();
        if (!wanted) {
          data.skipNBytes(length);
          continue;
        }
        int count = data.readUnsignedShort();
        for (int j = 0; j < count; j++) {
          readAnnotation(names);
        }
      }
      return names;
    }

    /** One {@code type_annotation}; only those on the type as a whole are wanted. */
    private void readAnnotation(Set<String> names) throws IOException {
      int target = data.readUnsignedByte();
      if (target != 0x13) {
        throw new IOException("target " + target + " at a field");
      }
      boolean whole = true;
      int path = data.readUnsignedByte();
      for (int i = 0; i < path; i++) {
        whole &= data.readUnsignedByte() == 1;
        data.skipNBytes(1);
      }
      String descriptor = text();
      skipElements();
      if (whole) {
        names.add(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
      }
    }

    private void skipElements() throws IOException {
      int count = data.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        data.skipNBytes(2);
        skipValue();
      }
    }

    private void skipValue() throws IOException {
      switch (data.readUnsignedByte()) {
        case 'e' -> data.skipNBytes(4);
        case '@' -> {
          data.skipNBytes(2);
          skipElements();
        }
        case '[' -> {
          int count = data.readUnsignedShort();
          for (int i = 0; i < count; i++) {
            skipValue();
          }
        }
        default -> data.skipNBytes(2);
      }
    }
  }
}
