package dev.lockstep.processor;

import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.SourceRoot;
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
import org.jspecify.annotations.Nullable;

/** Reads snapshots and migrations while the compiler's thread reads the model. */
final class ReadAhead {
  private final Aside aside;
  private final boolean generates;
  private final Map<Path, Files> folders = new HashMap<>();

  /**
   * A reader by that thread.
   *
   * @param generates whether the snapshot likely is not what the model says, so that it has to be
   *     read
   */
  ReadAhead(Aside aside, boolean generates) {
    this.aside = aside;
    this.generates = generates;
  }

  /** What is read, or being read, of one folder. */
  static final class Files {
    private final MigrationFolder folder;
    private final Aside.@Nullable Later<Optional<SnapshotSides>> snapshot;
    private final Aside.Later<Map<String, MigrationText>> migrations;

    private Files(MigrationFolder folder, Aside aside, boolean generates) {
      this.folder = folder;
      this.snapshot = generates ? aside.later(folder::snapshot) : null;
      this.migrations = aside.later(() -> migrations(folder));
    }

    /** As {@link MigrationFolder#snapshotText}. */
    Optional<String> text() throws IOException {
      return folder.snapshotText();
    }

    /** As {@link MigrationFolder#snapshot}. */
    Optional<SnapshotSides> snapshot() throws IOException {
      return snapshot == null ? folder.snapshot() : snapshot.get();
    }

    /** The source of that class. */
    MigrationText migration(String className) throws IOException {
      MigrationText known = migrations.get().get(className);
      return known == null ? MigrationText.of(folder, className) : known;
    }

    /** Other classes may stand there too, which need not be migrations. */
    private static Map<String, MigrationText> migrations(MigrationFolder folder)
        throws IOException {
      List<String> names = new ArrayList<>(folder.classNames());
      names.removeIf(name -> !RevisionName.PATTERN.matcher(name).matches());
      Map<String, MigrationText> texts = new LinkedHashMap<>();
      for (String name : names) {
        texts.put(name, MigrationText.of(folder, name));
      }
      rehearse(texts.values());
      return texts;
    }

    /**
     * Goes up and back as if each migration followed the one before it by name. Most do; each
     * remembers where that led it, and is asked again when the order is known.
     */
    private static void rehearse(Collection<MigrationText> texts) {
      Schema before = Schema.EMPTY;
      try {
        for (MigrationText text : texts) {
          Schema after = text.steps().after(before);
          text.steps().before(after);
          before = after;
        }
      } catch (RuntimeException e) {
        // It fails again, and is reported, where it counts.
        return;
      }
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
      known = new Files(folder, aside, generates);
      folders.put(folder.path(), known);
    }
    return known;
  }
}
