package dev.lockstep.processor.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner notices what goes otherwise than told. */
final class StoryTest {
  private static final String WRONG = """
      Add address

      == before ==
      -- User.java
      @Table class User { @Id long id; }

      == after ==
      -- User.java
      @Table class User { @Id long id; String address; }

      == messages ==
      User.java:1: error: [lockstep:ColumnAdded] column "address" of table "user" is not migrated yet
            migrate: mvn compile -Dlockstep.migrate="Add address to user"

      == sql up ==
      ALTER TABLE "public"."user" ADD COLUMN "address" varchar(80);

      == rows back ==
      SELECT count(*) FROM "user";
      1
      """;

  @TempDir
  Path folder;

  @Test
  void showsWhatDiffers() throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.story"), WRONG);

    AssertionError failure = assertThrows(
        AssertionError.class,
        () -> StoriesTest.check(Story.read(file), folder.resolve("play"), false));

    String shown = String.valueOf(failure.getMessage());
    assertTrue(shown.startsWith(file.toUri().toString()), shown);
    assertTrue(shown.contains("""
        == sql up == differs
        - ALTER TABLE "public"."user" ADD COLUMN "address" varchar(80);
        + ALTER TABLE "public"."user" ADD COLUMN "address" text;
        """), shown);
    assertTrue(shown.contains("== migration == is missing\n+ package shop.migrations;"), shown);
    assertTrue(shown.contains("""
        == rows back == differs
          SELECT count(*) FROM "user";
        - 1
        + 0
        """), shown);
    assertTrue(!shown.contains("== messages =="), shown);
    assertEquals(WRONG, Files.readString(file));
  }

  @Test
  void failsEvenAfterItHasRewrittenTheStory() throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.story"), WRONG);

    assertThrows(
        AssertionError.class,
        () -> StoriesTest.check(Story.read(file), folder.resolve("play"), true));

    StoriesTest.check(Story.read(file), folder.resolve("again"), false);
  }

  @Test
  void refusesSectionsThatItDoesNotKnow() throws IOException {
    Path file = Files.writeString(folder.resolve("odd.story"), "Title\n\n== sql ==\nSELECT 1\n");

    assertThrows(IllegalArgumentException.class, () -> Story.read(file));
  }
}
