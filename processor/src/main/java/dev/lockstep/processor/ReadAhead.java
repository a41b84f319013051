package dev.lockstep.processor;

import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.SourceRoot;
import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotSides;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** Reads migrations while the compiler's thread reads the model. */
final class ReadAhead implements AutoCloseable {
  private final Aside aside = new Aside();
  private final Map<Path, Files> folders = new HashMap<>();

  /** What is read, or being read, of one folder. */
  static final class Files {
    private final MigrationFolder folder;
    private final Aside.Later<Migrations> migrations;
    private final Aside.Later<Optional<String>> text;

    /**
     * The sources.
     *
     * @param end where they lead one after the other, by name; empty if they do not fit so
     */
    private record Migrations(Map<String, MigrationText> texts, Optional<Schema> end) {}

    private Files(MigrationFolder folder, Aside aside) {
      this.folder = folder;
      this.text = Aside.whenAsked(folder::snapshotText);
      this.migrations = aside.later(() -> migrations(folder));
    }

    /** As {@link MigrationFolder#snapshotText}; always the same. */
    Optional<String> text() throws IOException {
      return text.get();
    }

    /**
     * What {@link #text} holds.
     *
     * @throws SnapshotException if it is damaged
     */
    Optional<SnapshotSides> snapshot() throws IOException {
      return text().map(SnapshotSides::of);
    }

    /** Where the migrations likely lead. */
    Optional<Schema> end() throws IOException {
      return migrations.get().end();
    }

    /** The source of that class. */
    MigrationText migration(String className) throws IOException {
      MigrationText known = migrations.get().texts().get(className);
      return known == null ? MigrationText.of(folder, className) : known;
    }

    /** Other classes may stand there too, which need not be migrations. */
    private static Migrations migrations(MigrationFolder folder) throws IOException {
      List<String> names = new ArrayList<>(folder.classNames());
      names.removeIf(name -> !RevisionName.PATTERN.matcher(name).matches());
      Map<String, MigrationText> texts = new LinkedHashMap<>();
      for (String name : names) {
        texts.put(name, MigrationText.of(folder, name));
      }
      return new Migrations(texts, rehearsed(texts.values()));
    }

    /**
     * Goes up and back as if each migration followed the one before it by name. Most do; each
     * remembers where that led it, and is asked again when the order is known.
     */
    private static Optional<Schema> rehearsed(Collection<MigrationText> texts) {
      Schema before = Schema.EMPTY;
      try {
        for (MigrationText text : texts) {
          Schema after = text.steps().after(before);
          text.steps().before(after);
          before = after;
        }
      } catch (RuntimeException e) {
        // It fails again, and is reported, where it counts.
        return Optional.empty();
      }
      return Optional.of(before);
    }
  }

  /** Begins with what a database that is likely there has, if its folder can be told. */
  void begin(ProcessingEnvironment environment, DatabaseElement database) {
    List<Element> element = List.of(database.element());
    Optional<Path> root = SourceRoot.of(environment, element);
    if (root.isPresent()) {
      of(new MigrationFolder(root.get(), database.migrationsPackage()));
    }
  }

  /** Has something else done when the files have been read. */
  <T> Aside.Later<T> later(Aside.Work<T> work) {
    return aside.later(work);
  }

  /** The files of that folder. */
  Files of(MigrationFolder folder) {
    Files known = folders.get(folder.path());
    if (known == null) {
      known = new Files(folder, aside);
      folders.put(folder.path(), known);
    }
    return known;
  }

  /** As {@link Aside#close}. */
  @Override
  public void close() {
    aside.close();
  }
}
