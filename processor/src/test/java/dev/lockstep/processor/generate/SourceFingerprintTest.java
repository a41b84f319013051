package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFingerprintTest {
  private static final String SOURCE = """
      class M0001_A {
        String sql = "a // b \\" c"; // why
        char quote = '"';
        String block = \"""
            it's "quoted" /* text */ \\\"""
            \""";
      }
      """;

  @Test
  void ignoresCommentsAndLayout() {
    for (String same : List.of(
        SOURCE.replace("\n", "\r\n"),
        SOURCE.replace("// why", "/* because\n\"of\" */"),
        SOURCE.replace("class M0001_A {", "/** Doc's. */\nclass\tM0001_A\n\n{"),
        SOURCE.replace(" = \"a", "=\"a"),
        SOURCE.replace("\n      ", "\n            "),
        SOURCE.replace("= \"\"\"", "= \"\"\" \t"),
        SOURCE.replace("\\\"\"\"\n", "\\\"\"\"  \n"),
        SOURCE.stripTrailing())) {
      assertEquals(fingerprint(SOURCE), fingerprint(same), same);
    }
  }

  @Test
  void seesWhatChangesTheMeaning() {
    for (String other : List.of(
        SOURCE.replace("a // b", "a  // b"),
        SOURCE.replace("M0001_A", "M0001_B"),
        SOURCE.replace("/* text */", ""),
        SOURCE.replace("it's", "its"),
        SOURCE.replace("      it's", "        it's"),
        SOURCE.replace("      it's", "      \n      it's"),
        SOURCE.replace("class M", "classM"))) {
      assertNotEquals(fingerprint(SOURCE), fingerprint(other), other);
    }
  }

  @Test
  void neverFails() {
    for (String source : List.of("", "\"", "'", "\"\"\"", "/*", "//", "\"\\", "\ud83d", "\\")) {
      assertTrue(fingerprint(source).matches("t1:[0-9a-f]{64}"), source);
    }
  }

  private static String fingerprint(String source) {
    return SourceFingerprint.of(JavaTokens.of(source));
  }
}
