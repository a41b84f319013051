package dev.lockstep.processor;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.model.ModelReader;
import dev.lockstep.processor.model.ModelReading;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotSides;
import dev.lockstep.processor.snapshot.WrittenSnapshot;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;

/**
 * What the model of a database and its snapshot say. Each may need the other: the snapshot tells of
 * classes that are no part of this compile, and of old names; and the file of a snapshot that is
 * what the model says needs no reading.
 *
 * @param file empty if there is none
 */
record ModelAndSnapshot(Optional<SnapshotSides> file, ModelReading reading) {

  /** Of a database without a folder, or with a snapshot that cannot be read. */
  static ModelAndSnapshot withoutFile(ModelReader models, DatabaseElement database) {
    return new ModelAndSnapshot(Optional.empty(), read(models, database, Snapshot.EMPTY));
  }

  /**
   * Of a database with a folder. The file likely holds what the model says or, where a migration is
   * to be generated, what the migrations lead to; then it need not be read.
   *
   * @throws SnapshotException if the file is damaged
   */
  static ModelAndSnapshot of(
      ModelReader models, DatabaseElement database, ReadAhead.Files files, boolean generates)
      throws IOException {
    ModelReading reading = read(models, database, Snapshot.EMPTY);
    Optional<SnapshotSides> file = written(files, reading.model(), generates);
    if (file.isEmpty()) {
      file = files.snapshot();
    }
    Snapshot known = known(file);
    boolean enough = hasAll(database, known) && asksNothing(reading.model().hints());
    return new ModelAndSnapshot(file, enough ? reading : read(models, database, known));
  }

  /** What the file holds, if there is one. */
  Snapshot known() {
    return known(file);
  }

  private static Snapshot known(Optional<SnapshotSides> file) {
    return file.isPresent() ? file.get().union() : Snapshot.EMPTY;
  }

  private static ModelReading read(ModelReader models, DatabaseElement database, Snapshot known) {
    return models.read(database, known.classes(), known.objectClasses(), known.schema());
  }

  private static Optional<SnapshotSides> written(
      ReadAhead.Files files, DeclaredModel declared, boolean generates) throws IOException {
    Optional<String> text = files.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Schema> likely = generates ? files.end() : Optional.of(declared.schema());
    return likely.flatMap(schema ->
        WrittenSnapshot.of(text.get(), schema, declared.classes(), declared.objectClasses()));
  }

  /**
   * Whether this compile has every class that is recorded; the database's package it always has.
   */
  private static boolean hasAll(DatabaseElement database, Snapshot known) {
    Set<String> compiled = new HashSet<>();
    addNames(compiled, database.tables());
    addNames(compiled, database.declarers());
    for (Map.Entry<ObjectKey, String> each : known.objectClasses().entrySet()) {
      if (each.getKey().kind() != ObjectKind.EXTENSION && !compiled.contains(each.getValue())) {
        return false;
      }
    }
    return compiled.containsAll(known.classes().values());
  }

  private static void addNames(Set<String> names, Iterable<? extends Element> elements) {
    for (Element element : elements) {
      names.add(((QualifiedNameable) element).getQualifiedName().toString());
    }
  }

  /** What an old name means depends on what is recorded. */
  private static boolean asksNothing(DiffHints hints) {
    return hints.renamedTables().isEmpty()
        && hints.renamedColumns().isEmpty()
        && hints.renamedObjects().isEmpty();
  }
}
