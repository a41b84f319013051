package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChangesTest {
  @TempDir
  Path folder;

  private final SourceChanges changes = new SourceChanges();

  @Test
  void writesAllFiles() throws IOException {
    Files.writeString(folder.resolve("schema.json"), "old");
    changes.create(folder.resolve("a/b/M0001_A.java"), "class");
    changes.replace(folder.resolve("schema.json"), "new");
    changes.replace(folder.resolve("c/schema.json"), "\u8868");

    changes.write();

    assertEquals(
        Map.of(
            "a/b/M0001_A.java", "class",
            "schema.json", "new",
            "c/schema.json", "\u00e8\u00a1\u00a8"),
        Project.tree(folder));
  }

  @Test
  void deletesWhatAKilledCompileHasLeft() throws IOException {
    Files.writeString(folder.resolve(".lockstep.lock"), "token");
    Files.writeString(folder.resolve(".lockstep123.tmp"), "half");
    changes.replace(folder.resolve("schema.json"), "new");

    changes.write();

    assertEquals(Map.of("schema.json", "new"), Project.tree(folder));
  }

  @Test
  void neverOverwritesAMigration() throws IOException {
    Files.writeString(folder.resolve("M0001_A.java"), "mine");
    changes.create(folder.resolve("x/M0001_B.java"), "class");
    changes.create(folder.resolve("M0001_A.java"), "class");

    assertThrows(IOException.class, changes::write);

    assertEquals(Map.of("M0001_A.java", "mine"), Project.tree(folder));
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void leavesEverythingAsItWas() throws IOException {
    Files.writeString(folder.resolve("schema.json"), "old");
    Files.createDirectories(folder.resolve("other/schema.json/in the way"));
    changes.create(folder.resolve("new/M0001_A.java"), "class");
    changes.replace(folder.resolve("schema.json"), "new");
    changes.replace(folder.resolve("new/schema.json"), "new");
    changes.replace(folder.resolve("other/schema.json"), "new");

    assertThrows(IOException.class, changes::write);

    assertEquals(Map.of("schema.json", "old"), Project.tree(folder));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void failsBeforeItTouchesAnything() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    changes.create(folder.resolve("M0001_A.java"), "class");
    changes.create(folder.resolve("file/M0001_B.java"), "class");

    assertThrows(IOException.class, changes::write);

    assertEquals(Map.of("file", "in the way"), Project.tree(folder));
  }
}
