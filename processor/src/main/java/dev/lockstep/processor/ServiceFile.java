package dev.lockstep.processor;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.generate.RegistryWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * {@code META-INF/services/dev.lockstep.MigrationSet} among the compiler's output: a line for each
 * database, those that are no part of this compile included.
 */
final class ServiceFile {
  private static final String NAME = "META-INF/services/" + MigrationSet.class.getName();
  private static final String SUFFIX = "." + RegistryWriter.CLASS_NAME;

  private final Filer filer;

  ServiceFile(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
  }

  /** Writes the lines, sorted; nothing if there is no database. */
  void write(List<Comparison> comparisons) throws IOException {
    if (comparisons.isEmpty()) {
      return;
    }
    TreeSet<String> lines = new TreeSet<>();
    existing().stream().filter(line -> isAlive(line, comparisons)).forEach(lines::add);
    comparisons.forEach(each -> lines.add(registryOf(each.database().migrationsPackage())));
    Element[] origins =
        comparisons.stream().map(each -> each.database().element()).toArray(Element[]::new);
    try (Writer writer =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", NAME, origins).openWriter()) {
      for (String line : lines) {
        writer.write(line + "\n");
      }
    }
  }

  private static String registryOf(String packageName) {
    return packageName.isEmpty() ? RegistryWriter.CLASS_NAME : packageName + SUFFIX;
  }

  private List<String> existing() {
    try (BufferedReader reader = new BufferedReader(
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", NAME).openReader(true))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> line.endsWith(SUFFIX))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether its class is there, and its snapshot too: a class file may outlive its sources. */
  private boolean isAlive(String line, List<Comparison> comparisons) {
    String packageName = line.substring(0, line.length() - SUFFIX.length());
    return hasClass(line)
        && comparisons.stream()
            .flatMap(each -> each.folder().stream())
            .map(folder -> snapshotFile(folder.root(), packageName))
            .anyMatch(Files::exists);
  }

  private static Path snapshotFile(Path root, String packageName) {
    return new MigrationFolder(root, packageName).snapshotFile();
  }

  private boolean hasClass(String name) {
    try (var stream = filer
        .getResource(StandardLocation.CLASS_OUTPUT, "", name.replace('.', '/') + ".class")
        .openInputStream()) {
      return stream.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
