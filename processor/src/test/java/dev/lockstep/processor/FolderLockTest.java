package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.Project.Result;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at one folder: one has its lock until it is told to go on, the other one tries. */
class FolderLockTest {
  private static final String USER = "@Table public class User { @Id Long id; String name; }";

  @TempDir
  Path folder;

  /** A program that writes, and waits for a byte of its input while it has the lock. */
  static final class Writing implements Runnable {
    private final Path folder;
    private final SourceChanges.Step meanwhile;

    /** One that does not wait; made by another class loader, too. */
    Writing(Path folder) {
      this(folder, () -> {});
    }

    private Writing(Path folder, SourceChanges.Step meanwhile) {
      this.folder = folder;
      this.meanwhile = meanwhile;
    }

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      boolean beside = arguments.length > 1;
      new Writing(folder, () -> {
            if (beside) {
              anotherThread(folder);
            }
            System.out.println("locked");
            assertEquals('\n', System.in.read());
          })
          .run();
    }

    @Override
    public void run() {
      SourceChanges changes = new SourceChanges();
      changes.replace(folder.resolve("written"), "by a process");
      changes.onlyIf(meanwhile);
      try {
        changes.write();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Goes on once it waits for us, or has given up. */
    private static void anotherThread(Path folder) {
      Thread thread = new Thread(ofAnotherClassLoader(folder));
      thread.start();
      while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    }

    private static Runnable ofAnotherClassLoader(Path folder) {
      URL[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(Writing::url)
          .toArray(URL[]::new);
      try {
        Constructor<?> writing = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())
            .loadClass(Writing.class.getName())
            .getDeclaredConstructor(Path.class);
        writing.setAccessible(true);
        return (Runnable) writing.newInstance(folder);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    private static URL url(String place) {
      try {
        return Path.of(place).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void belongsToOneProcess() throws Exception {
    Process other = locked(folder);

    assertRefused();

    goOn(other);
    FolderLock.of(folder).close();
    assertEquals(Map.of("written", "by a process"), Project.tree(folder));
  }

  @Test
  void outlastsAnotherThreadOfItsProcessThatTries() throws Exception {
    Process other = locked(folder, "and another thread");

    assertRefused();

    goOn(other);
    assertEquals(Map.of("written", "by a process"), Project.tree(folder));
  }

  @Test
  void endsWithAProcessThatIsKilled() throws Exception {
    Process other = locked(folder);
    other.destroyForcibly().waitFor();
    assertTrue(Files.exists(folder.resolve(".lockstep.lock")));

    FolderLock lock = FolderLock.of(folder);
    assertRefused();
    lock.close();

    assertEquals(Map.of(), Project.tree(folder));
  }

  /** Opened before it was deleted, locked after that: another one may be there now. */
  @Test
  void isNotThatOfAFileThatIsGone() throws IOException {
    FolderLock late = FolderLock.open(folder);
    FolderLock.of(folder).close();
    FolderLock lock = FolderLock.of(folder);

    assertFalse(late.take());

    late.close();
    assertTrue(Files.exists(folder.resolve(".lockstep.lock")));
    lock.close();
    lock.close();
    FolderLock alone = FolderLock.open(folder);
    FolderLock.of(folder).close();
    assertFalse(alone.take());
    assertEquals(Map.of(), Project.tree(folder));
  }

  @Test
  void keepsTheFilesOfACompileFromAnother() throws Exception {
    Process other = locked(folder);
    Files.writeString(folder.resolve(".lockstep1.tmp"), "to be moved");
    SourceChanges changes = new SourceChanges();
    changes.create(folder.resolve("M0001_First.java"), "class");

    assertThrows(AnotherWriterException.class, changes::write);
    SourceChanges.tidy(folder);

    assertEquals("to be moved", Files.readString(folder.resolve(".lockstep1.tmp")));
    assertFalse(Files.exists(folder.resolve("M0001_First.java")));
    goOn(other);
  }

  @Test
  void makesACompileSayThatAnotherOneWrites() throws Exception {
    Project project = Project.shop(folder).table("User", USER);
    project.generate("First").expectSuccess();
    project.table("User", USER.replace("String name;", "String name; String city;"));
    Process other = locked(project.sources().resolve(Project.MIGRATIONS));
    Map<String, String> before = project.tree();

    Result result = project.generate("Second");

    assertTrue(
        result
            .errors()
            .get(0)
            .startsWith("[lockstep:AnotherCompile] nothing was written, since another compile"),
        result.toString());
    assertEquals(before, project.tree());
    goOn(other);
    project.generate("Second").expectSuccess();
  }

  private void assertRefused() {
    AnotherWriterException refused =
        assertThrows(AnotherWriterException.class, () -> FolderLock.of(folder).close());
    assertEquals(
        "another compile writes to " + folder + "/ at the same time", refused.getMessage());
  }

  /** A process that has the lock of a folder, or else has told why not. */
  private static Process locked(Path folder, String... more) throws IOException {
    Process process = new ProcessBuilder(Stream.concat(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writing.class.getName(),
                    folder.toString())
                    .stream(),
                Stream.of(more))
            .toList())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    assertEquals(
        "locked",
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine());
    return process;
  }

  private static void goOn(Process process) throws Exception {
    process.getOutputStream().write('\n');
    process.getOutputStream().close();
    assertEquals(0, process.waitFor());
  }
}
