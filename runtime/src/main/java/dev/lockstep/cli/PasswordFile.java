package dev.lockstep.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The file with passwords where psql looks for it, and as psql takes it (PostgreSQL manual, 34.16
 * The Password File). The driver reads it, but takes Java's idea of the home directory, and does
 * not care who may read it.
 */
final class PasswordFile {
  static final String PROPERTY = "org.postgresql.pgpassfile";

  private static final Path NOTHING = Path.of("/dev/null");
  private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_EXECUTE);

  private PasswordFile() {}

  /**
   * Tells the driver which file to read, once for the process; leaves it to the driver where it has
   * been told, and on Windows.
   *
   * @param err where it is said that a file is not used
   */
  static void choose(Map<String, String> environment, PrintStream err) {
    boolean posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix || System.getProperty(PROPERTY) != null) {
      return;
    }
    Path file = file(environment);
    if (isOpenToOthers(file)) {
      err.println(
          "warning: password file " + file + " is not used, since others have access to it");
      err.println("    mend: chmod 0600 " + file);
      file = NOTHING;
    }
    System.setProperty(PROPERTY, file.toString());
  }

  private static Path file(Map<String, String> environment) {
    String named = environment.getOrDefault("PGPASSFILE", "");
    String home = environment.getOrDefault("HOME", "");
    return named.isEmpty()
        ? Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".pgpass")
        : Path.of(named);
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      return Files.isRegularFile(file)
          && !Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS);
    } catch (IOException e) {
      // The driver cannot read it either.
      return false;
    }
  }
}
