package dev.lockstep.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files to be written to the source tree, or to go from it: all of them or none, each in one step,
 * in the order in which they were added.
 */
final class SourceChanges {
  private final List<Change> changes = new ArrayList<>();
  private final Deque<Undo> undo = new ArrayDeque<>();

  /**
   * A file and its new content.
   *
   * @param content null for one that goes
   * @param replaces whether it may be there already
   */
  private record Change(Path file, @Nullable String content, boolean replaces) {}

  private interface Undo {
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

  List<Path> files() {
    return changes.stream().map(Change::file).toList();
  }

  /**
   * Writes all files, and deletes those that go.
   *
   * @throws IOException if one cannot be written; then everything is as it was
   */
  void write() throws IOException {
    try {
      Map<Change, Path> temporaries = new HashMap<>();
      for (Change change : changes) {
        if (change.content() != null) {
          temporaries.put(change, temporary(change.file(), change.content()));
        }
      }
      for (Change change : changes) {
        Path temporary = temporaries.get(change);
        if (temporary == null) {
          remove(change.file());
        } else {
          move(temporary, change);
        }
      }
    } catch (IOException | RuntimeException e) {
      undo(e);
      throw e;
    }
  }

  private void remove(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    undo.push(() -> restore(file, true, before));
    Files.delete(file);
  }

  private Path temporary(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    createFolder(folder);
    Path temporary = Files.createTempFile(folder, ".lockstep", ".tmp");
    undo.push(() -> Files.deleteIfExists(temporary));
    Files.delete(temporary);
    // Not the temporary file itself: it could be read by its owner alone.
    return Files.writeString(temporary, content, StandardCharsets.UTF_8);
  }

  private void createFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      createFolder(folder.getParent());
      Files.createDirectory(folder);
      undo.push(() -> Files.deleteIfExists(folder));
    }
  }

  private void move(Path temporary, Change change) throws IOException {
    Path file = change.file();
    if (change.replaces()) {
      boolean existed = Files.exists(file);
      byte[] before = existed ? Files.readAllBytes(file) : new byte[0];
      undo.push(() -> restore(file, existed, before));
      replace(temporary, file);
    } else {
      // Within one folder a rename, which fails if the file is there.
      Files.move(temporary, file);
      undo.push(() -> Files.deleteIfExists(file));
    }
  }

  private static void replace(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void restore(Path file, boolean existed, byte[] before) throws IOException {
    if (!existed) {
      Files.deleteIfExists(file);
    } else if (!Files.exists(file) || !Arrays.equals(before, Files.readAllBytes(file))) {
      Files.write(file, before);
    }
  }

  private void undo(Exception cause) {
    while (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
