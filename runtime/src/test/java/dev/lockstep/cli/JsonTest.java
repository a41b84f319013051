package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void escapesWhatMustBe() {
    assertEquals(
        "\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f/ä\\ud83d\\ude00\\u2028\"",
        Json.write("a\"b\\c\n\r\t\0\u001f/ä\uD83D\uDE00\u2028"));
  }

  @Test
  void writesEveryKindOfValue() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("b", true);
    object.put("a", -12L);
    object.put("none", null);
    object.put("list", Arrays.asList("x", null, List.of(), Map.of()));

    assertEquals("""
        {
          "b": true,
          "a": -12,
          "none": null,
          "list": [
            "x",
            null,
            [],
            {}
          ]
        }""", Json.write(object));
  }
}
