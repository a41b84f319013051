package dev.lockstep.processor;

import dev.lockstep.MigrationSet;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.generate.Registry;
import dev.lockstep.processor.generate.RegistryWriter;
import dev.lockstep.processor.problem.DetectedChanges;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.processor.snapshot.Squash;
import dev.lockstep.schema.SchemaFingerprint.Marks;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * What one compile writes. A new migration goes through the {@code Filer}, so that it is compiled
 * at once; its file stands in the source tree when processing ends, and not among generated
 * sources, where it would clash with itself in the next compile. The source tree is touched last.
 */
final class Output {
  private final ProcessingEnvironment environment;
  private final Filer filer;
  private final Messager messager;
  private final Options options;
  private final SourceChanges changes = new SourceChanges();
  private final List<Snapshots> snapshots = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final List<Path> obsolete = new ArrayList<>();
  private final List<FileObject> registries = new ArrayList<>();
  private final List<FileObject> migrations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  /** A snapshot to be written after all migrations. */
  private record Snapshots(Path file, Snapshot content) {}

  private record Note(String code, String message, List<String> lines) {}

  Output(ProcessingEnvironment environment, Options options) {
    this.environment = environment;
    this.filer = environment.getFiler();
    this.messager = environment.getMessager();
    this.options = options;
  }

  /**
   * Generates registries, and migrations if that is asked for.
   *
   * @param failed whether there is an error, so that no migration is generated
   */
  void generate(List<Comparison> comparisons, boolean failed) throws IOException {
    List<Comparison> chained =
        comparisons.stream().filter(each -> each.chain().isPresent()).toList();
    for (Comparison comparison : chained) {
      MigrationChain chain = comparison.chain().orElseThrow();
      comparison.folder().ifPresent(folder -> folders.add(folder.path()));
      if (!failed && comparison.squash().isPresent()) {
        squash(comparison, chain, comparison.squash().get());
      } else if (failed || !options.generates()) {
        registry(comparison, chain.entries(), comparison.recorded());
      } else {
        generate(comparison, chain, comparison.diff().orElseThrow());
      }
    }
    new ServiceFile(environment).write(chained);
  }

  private void generate(Comparison comparison, MigrationChain chain, SchemaDiff diff)
      throws IOException {
    if (diff.isEmpty() && !options.empty() && !chain.isMerge()) {
      nothingToDo(comparison, chain);
      registry(comparison, chain.entries(), comparison.recorded());
      return;
    }
    PlannedGeneration planned = PlannedGeneration.of(comparison, chain, diff, options);
    MigrationFolder folder = comparison.folder().orElseThrow();
    changes.onlyIf(() -> requireUnchanged(folder, comparison));
    planned
        .migrations()
        .forEach(each -> changes.create(folder.sourceFile(each.id()), each.source()));
    // The last one first: should this be stopped, none is without its parent.
    comparison.amended().forEach(old -> obsolete.add(0, folder.sourceFile(old.id())));
    snapshots.add(new Snapshots(folder.snapshotFile(), planned.after()));
    registry(comparison, chain.with(planned.found()), planned.after());
    for (PlannedMigration each : planned.migrations()) {
      source(migrations, comparison, each.id(), each.source());
    }
    notes.add(new Note(
        "MigrationWritten",
        planned.message(comparison.database().name()),
        Stream.of(
                DetectedChanges.of(diff).stream().map(line -> "detected: " + line),
                planned.files(folder).map(line -> "wrote: " + line),
                comparison.amended().stream()
                    .map(old -> "deleted: " + MigrationFolder.shown(folder.sourceFile(old.id()))))
            .flatMap(lines -> lines)
            .toList()));
  }

  private void squash(Comparison comparison, MigrationChain chain, Squash squash)
      throws IOException {
    PlannedSquash planned = PlannedSquash.of(comparison, chain, squash);
    MigrationFolder folder = comparison.folder().orElseThrow();
    String id = planned.migration().id();
    changes.onlyIf(() -> requireUnchanged(folder, comparison));
    changes.create(folder.sourceFile(id), planned.source());
    registry(comparison, chain.with(List.of(planned.migration())), comparison.recorded());
    source(migrations, comparison, id, planned.source());
    notes.add(new Note(
        "SquashWritten",
        "migration \"" + id + "\" of database \"" + comparison.database().name() + "\" stands for "
            + squash.replaces().size() + " others from now on",
        List.of(
            "wrote: " + MigrationFolder.shown(folder.sourceFile(id)),
            "keep the others until every database has passed \"" + squash.last() + "\"",
            "then delete them: rm " + planned.files(folder))));
  }

  /**
   * Classes may have moved all the same; a partial compile looks for them by their names. And the
   * file may be in conflict, or older than what a migration was edited to.
   */
  private void nothingToDo(Comparison comparison, MigrationChain chain) {
    Snapshot recorded = comparison.recorded();
    Snapshot moved = new Snapshot(
        recorded.heads(),
        recorded.schema(),
        comparison.declared().classes(),
        comparison.declared().objectClasses());
    List<String> lines = new ArrayList<>();
    if (!moved.equals(recorded) || chain.stale()) {
      MigrationFolder folder = comparison.folder().orElseThrow();
      Path file = folder.snapshotFile();
      changes.onlyIf(() -> requireUnchanged(folder, comparison));
      snapshots.add(new Snapshots(file, moved));
      String reason = chain.stale() ? "as the migrations leave it" : "for classes that have moved";
      lines.add("wrote: " + MigrationFolder.shown(file) + ", " + reason);
    }
    notes.add(new Note(
        "NothingToMigrate",
        "no change was detected in database \"" + comparison.database().name()
            + "\", so there is no new migration",
        lines));
  }

  /** Another compile, or git, may have written it since we read it. */
  private static void requireUnchanged(MigrationFolder folder, Comparison comparison)
      throws IOException {
    boolean unchanged;
    try {
      unchanged = folder.snapshotText().equals(comparison.snapshotText())
          || folder.snapshot().equals(comparison.snapshot());
    } catch (SnapshotException e) {
      unchanged = false;
    }
    if (!unchanged) {
      throw new AnotherWriterException(
          MigrationFolder.shown(folder.snapshotFile()) + " has changed since this compile read it");
    }
  }

  private void registry(Comparison comparison, List<MigrationSet.Entry> entries, Snapshot snapshot)
      throws IOException {
    Marks marks = comparison.marks(snapshot.schema());
    Registry registry = new Registry(
        comparison.database().migrationsPackage(),
        comparison.database().name(),
        comparison.database().targetSchema(),
        entries,
        entries.isEmpty() ? "" : marks.fingerprint(),
        entries.isEmpty() ? List.of() : marks.parts());
    String source = RegistryWriter.write(registry);
    forgetOldRegistry(comparison.database().migrationsPackage());
    source(registries, comparison, RegistryWriter.CLASS_NAME, source);
  }

  /**
   * ECJ refuses to generate a class that the last compile left on the class path; javac does not
   * mind. It must not have seen the class yet.
   */
  private void forgetOldRegistry(String packageName) throws IOException {
    if (environment.getClass().getName().startsWith("org.eclipse.jdt.")) {
      try {
        deleteAll(List.of(filer.getResource(
            StandardLocation.CLASS_OUTPUT, packageName, RegistryWriter.CLASS_NAME + ".class")));
      } catch (FileNotFoundException | NoSuchFileException e) {
        // Nothing is in the way.
        return;
      }
    }
  }

  private void source(List<FileObject> files, Comparison comparison, String className, String text)
      throws IOException {
    Element[] origins = Stream.concat(
            Stream.of(comparison.database().element()), comparison.database().tables().stream())
        .toArray(Element[]::new);
    String packageName = comparison.database().migrationsPackage();
    JavaFileObject file = filer.createSourceFile(
        packageName.isEmpty() ? className : packageName + "." + className, origins);
    // Noted before it is written, so that half of one is deleted.
    files.add(file);
    try (Writer writer = file.openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new IOException(file.getName() + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Ends the compile: touches the source tree if nothing went wrong. A registry without a class
   * file beside it would be compiled on the quiet the next time, with a warning, so it goes if
   * something did.
   *
   * @param failed whether an error was raised in any round
   */
  void finish(boolean failed) throws IOException {
    deleteAll(migrations);
    if (failed) {
      deleteAll(registries);
      return;
    }
    snapshots.forEach(each -> changes.replace(each.file(), SnapshotJson.write(each.content())));
    obsolete.forEach(changes::delete);
    try {
      changes.write();
      folders.forEach(SourceChanges::tidy);
      notes.forEach(note -> Messages.note(messager, note.code(), note.message(), note.lines()));
    } catch (AnotherWriterException e) {
      Messages.print(messager, beaten(e));
    } catch (IOException e) {
      Messages.print(messager, notWritable(e));
    }
  }

  /** By their paths: javac forbids a processor to delete what it has created. */
  private static void deleteAll(List<FileObject> files) throws IOException {
    for (FileObject file : files) {
      if ("file".equals(file.toUri().getScheme())) {
        Files.deleteIfExists(Path.of(file.toUri()));
      }
    }
  }

  /** The next compile finds what the other has written, and goes on from there. */
  private static Problem beaten(AnotherWriterException e) {
    return Problem.error(
        "AnotherCompile",
        new Place.Nowhere(),
        "nothing was written, since " + e.getMessage(),
        "compile again: once the other compile has ended");
  }

  private Problem notWritable(IOException e) {
    List<String> files = changes.files().stream().map(MigrationFolder::shown).toList();
    return Problem.error(
        "SourceTreeNotWritable",
        new Place.Nowhere(),
        "nothing was written to the source tree: " + e.getClass().getSimpleName() + ": "
            + e.getMessage(),
        "to be written: " + String.join(", ", files),
        "another source folder: -Dlockstep.sources=...");
  }
}
