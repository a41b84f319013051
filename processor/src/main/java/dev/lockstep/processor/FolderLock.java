package dev.lockstep.processor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a folder, which one compile has at a time: a lock on a file in it, which is
 * there only meanwhile. The operating system ends the lock of a compile that is killed.
 */
final class FolderLock implements AutoCloseable {
  private static final int TOKEN_BYTES = 36;
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
    Path file = folder.resolve(".lockstep.lock");
    FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FolderLock lock = new FolderLock(file, channel);
    try {
      if (lock.isTaken()) {
        return lock;
      }
    } catch (IOException | RuntimeException e) {
      lock.forget(e);
      throw e;
    }
    channel.close();
    throw new AnotherWriterException(
        "another compile writes to " + MigrationFolder.shown(folder) + "/ at the same time");
  }

  /** Whoever had the lock before may have deleted the file that we opened: then it is not ours. */
  private boolean isTaken() throws IOException {
    @Nullable FileLock taken;
    try {
      taken = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return false;
    }
    if (taken == null) {
      return false;
    }
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    channel.truncate(0).write(ByteBuffer.wrap(token));
    return Files.exists(file) && Arrays.equals(token, Files.readAllBytes(file));
  }

  /** A file without a whole token, as a full disk leaves it, is nobody's lock. */
  private void forget(Exception cause) {
    try (channel) {
      if (Files.exists(file) && Files.size(file) < TOKEN_BYTES) {
        Files.delete(file);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      channel.close();
    }
  }
}
