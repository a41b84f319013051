package dev.lockstep.processor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a folder, which one process has at a time: a lock on a file in it, which is
 * there only meanwhile. The operating system ends the lock of a compile that is killed.
 *
 * <p>It ends it as well when any other descriptor of the file is closed in the process that has it
 * (POSIX, {@code fcntl}). So nothing else may open the file there, which is why
 * {@link SourceChanges} lets one thread do so at a time.
 */
final class FolderLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, without waiting.
   *
   * @throws AnotherWriterException if another compile has it
   * @throws IOException if the folder cannot be written to; then no file is left there
   */
  static FolderLock of(Path folder) throws IOException {
    FolderLock lock = open(folder);
    if (lock.take()) {
      return lock;
    }
    throw new AnotherWriterException(
        "another compile writes to " + MigrationFolder.shown(folder) + "/ at the same time");
  }

  /** One that is not taken yet. */
  static FolderLock open(Path folder) throws IOException {
    Path file = folder.resolve(".lockstep.lock");
    return new FolderLock(
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Takes it, or closes its file if another compile has it. */
  boolean take() throws IOException {
    boolean taken = false;
    try {
      taken = isFree() && isInPlace();
    } catch (IOException | RuntimeException e) {
      forget(e);
      throw e;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken;
  }

  private boolean isFree() throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Whoever had the lock before may have deleted the file that we opened: then it is not ours. Each
   * who takes it adds a byte. So the first one knows that nobody has deleted it, and a later one,
   * after a compile that was killed, has a longer file than any that was put in its place.
   */
  private boolean isInPlace() throws IOException {
    long takenBefore = channel.size();
    channel.write(ByteBuffer.allocate(1), takenBefore);
    try {
      return takenBefore == 0 || Files.size(file) == takenBefore + 1;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** A file that nobody could add a byte to, as on a full disk, is nobody's lock. */
  private void forget(Exception cause) {
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Lets the others have it. A second time it does nothing: the file may be theirs by then. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      boolean deleted = delete();
      channel.close();
      if (!deleted) {
        // Some systems delete no file that is open, thus none that another compile has by now.
        delete();
      }
    }
  }

  /** A file that stays does no harm: the next compile takes the lock and deletes it. */
  private boolean delete() {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
