package dev.lockstep.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Files to be written to the source tree, or to go from it: all of them or none, each in one step,
 * in the order in which they were added.
 */
final class SourceChanges {
  /** One object for all class loaders of a JVM; of its threads one at a time has locks. */
  private static final String THREADS = "dev.lockstep.processor.SourceChanges";

  private final List<Change> changes = new ArrayList<>();
  private final List<Step> conditions = new ArrayList<>();
  private final Deque<Step> undo = new ArrayDeque<>();

  /**
   * A file and its new content.
   *
   * @param content null for one that goes
   * @param replaces whether it may be there already
   */
  private record Change(Path file, @Nullable String content, boolean replaces) {}

  /**
   * A change whose files are on the disk, beside the one that it changes.
   *
   * @param content null for a file that goes
   * @param backup of the file as it was; null if there is none
   */
  private record Ready(
      Change change, @Nullable Path content, @Nullable Path backup) {}

  /** Something that may fail. */
  interface Step {
    void run() throws IOException;
  }

  /** A file that must not be there yet. */
  void create(Path file, String content) {
    changes.add(new Change(file, content, false));
  }

  /** A file that may be there. */
  void replace(Path file, String content) {
    changes.add(new Change(file, content, true));
  }

  /** A file that goes. */
  void delete(Path file) {
    changes.add(new Change(file, null, true));
  }

  /** What must hold when the files are written, while no other compile writes: else it throws. */
  void onlyIf(Step condition) {
    conditions.add(condition);
  }

  List<Path> files() {
    return changes.stream().map(Change::file).toList();
  }

  /**
   * Writes all files, and deletes those that go.
   *
   * @throws IOException if one cannot be written; then everything is as it was
   */
  void write() throws IOException {
    synchronized (THREADS) {
      writeAlone();
    }
  }

  private void writeAlone() throws IOException {
    List<FolderLock> locks = new ArrayList<>();
    try {
      for (Path folder : folders()) {
        createFolder(folder);
        FolderLock lock = FolderLock.of(folder);
        undo.push(lock::close);
        locks.add(lock);
      }
      for (Step condition : conditions) {
        condition.run();
      }
      for (Path folder : folders()) {
        deleteLeftovers(folder);
      }
      writeAll();
      release(locks);
    } catch (IOException | RuntimeException e) {
      undo(e);
      throw e;
    }
  }

  /**
   * Deletes what a compile that was killed has left in a folder, so that nobody commits it; leaves
   * it where another compile writes, or where nothing can be deleted, since it does no harm.
   */
  static void tidy(Path folder) {
    synchronized (THREADS) {
      tidyAlone(folder);
    }
  }

  private static void tidyAlone(Path folder) {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".lockstep*")) {
      if (leftovers.iterator().hasNext()) {
        FolderLock lock = FolderLock.of(folder);
        try {
          deleteLeftovers(folder);
        } finally {
          lock.close();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The next compile that writes deletes them, or says why it cannot write.
      return;
    }
  }

  /** Of a compile that was killed: while we have the lock, no other one needs them. */
  private static void deleteLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".lockstep*.tmp")) {
      for (Path each : leftovers) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** What needs room on the disk comes before anything is touched. */
  private void writeAll() throws IOException {
    List<Ready> ready = new ArrayList<>();
    for (Change change : changes) {
      ready.add(ready(change));
    }
    for (Ready each : ready) {
      move(each);
    }
    for (Ready each : ready) {
      if (each.backup() != null) {
        Files.deleteIfExists(each.backup());
      }
    }
  }

  private Ready ready(Change change) throws IOException {
    String text = change.content();
    Path content =
        text == null ? null : temporary(change.file(), text.getBytes(StandardCharsets.UTF_8));
    boolean backed = change.replaces() && Files.exists(change.file());
    if (backed && !Files.isWritable(change.file())) {
      // To replace it would be possible all the same, where its folder allows that.
      throw new AccessDeniedException(change.file().toString(), null, "it is read-only");
    }
    return new Ready(
        change,
        content,
        backed ? temporary(change.file(), Files.readAllBytes(change.file())) : null);
  }

  /** Sorted, each once. */
  private Set<Path> folders() throws IOException {
    Set<Path> folders = new TreeSet<>();
    for (Path file : files()) {
      folders.add(folder(file));
    }
    return folders;
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    return folder;
  }

  private static void release(List<FolderLock> locks) throws IOException {
    for (FolderLock lock : locks) {
      lock.close();
    }
  }

  private Path temporary(Path file, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(folder(file), ".lockstep", ".tmp");
    undo.push(() -> Files.deleteIfExists(temporary));
    Files.delete(temporary);
    // Not the temporary file itself: it could be read by its owner alone.
    return Files.write(temporary, content);
  }

  private void createFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      createFolder(folder.getParent());
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        // Another compile was faster; if it is a file, the next step says so.
        return;
      }
      undo.push(() -> Files.deleteIfExists(folder));
    }
  }

  private void move(Ready ready) throws IOException {
    Path file = ready.change().file();
    @Nullable Path content = ready.content();
    @Nullable Path backup = ready.backup();
    if (content == null) {
      Files.delete(file);
    } else if (ready.change().replaces()) {
      replace(content, file);
    } else {
      create(content, file);
    }
    undo.push(backup == null ? () -> Files.deleteIfExists(file) : () -> replace(backup, file));
  }

  /** Within one folder a rename, which fails if the file is there. */
  private static void create(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file);
    } catch (FileAlreadyExistsException e) {
      throw new AnotherWriterException(
          MigrationFolder.shown(file) + " was not there when this compile began");
    }
  }

  private static void replace(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void undo(Exception cause) {
    while (!undo.isEmpty()) {
      attempt(undo.pop(), cause);
    }
  }

  private static void attempt(Step step, Exception cause) {
    try {
      step.run();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
