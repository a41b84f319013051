package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.postgresql.jdbcurlresolver.PgPassParser;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PasswordFileTest {
  @TempDir
  Path home;

  private @Nullable String before;

  @BeforeEach
  void forget() {
    before = System.clearProperty(PasswordFile.PROPERTY);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(PasswordFile.PROPERTY);
    } else {
      System.setProperty(PasswordFile.PROPERTY, before);
    }
  }

  @Test
  void isThatOfTheHomeDirectoryOfTheEnvironment() throws IOException {
    write(".pgpass", "rw-------");

    assertEquals("", choose(Map.of("HOME", home.toString())));
    assertEquals("secret", password());
  }

  @Test
  void isTheOneThatIsNamed() throws IOException {
    Path other = write("other", "rw-------");

    assertEquals("", choose(Map.of("HOME", "/nowhere", "PGPASSFILE", other.toString())));
    assertEquals("secret", password());
  }

  @Test
  void isNotUsedWhereOthersMayReadIt() throws IOException {
    Path file = write(".pgpass", "rw-r-----");

    assertEquals("""
        warning: password file %1$s is not used, since others have access to it
            mend: chmod 0600 %1$s
        """.formatted(file), choose(Map.of("HOME", home.toString())));
    assertNull(password());
  }

  @Test
  void mayBeMissing() {
    assertEquals("", choose(Map.of("HOME", home.toString())));
    assertNull(password());
  }

  private Path write(String name, String permissions) throws IOException {
    Path file = Files.writeString(home.resolve(name), "*:*:*:anna:secret\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String choose(Map<String, String> environment) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PasswordFile.choose(environment, new PrintStream(err, true, StandardCharsets.UTF_8));
    return err.toString(StandardCharsets.UTF_8);
  }

  private static @Nullable String password() {
    return PgPassParser.getPassword("localhost", "5432", "shop", "anna");
  }
}
