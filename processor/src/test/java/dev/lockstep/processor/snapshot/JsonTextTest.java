package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void escapesEachCharacterAsJacksonDoes() throws IOException {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      StringWriter expected = new StringWriter();
      try (JsonGenerator jackson = new JsonFactory().createGenerator(expected)) {
        jackson.writeString("a" + c);
      }
      String text = "a" + c;
      assertEquals("{\n  \"x\": " + expected + "\n}\n", JsonText.of(json -> json.text("x", text)));
    }
  }

  @Test
  void keepsBracketsOfNothingOnOneLine() {
    assertEquals("""
        {
          "a": { },
          "b": [ ],
          "c": [ ],
          "d": [ "x", "y" ],
          "e": [
            "x",
            "y"
          ],
          "f": {
            "g": 1,
            "h": true
          },
          "i": [
            { },
            {
              "k": "v"
            }
          ]
        }
        """, JsonText.of(json -> {
      json.object("a", () -> {});
      json.lines("b", List.of());
      json.inline("c", List.of());
      json.inline("d", List.of("x", "y"));
      json.lines("e", List.of("x", "y"));
      json.object("f", () -> {
        json.number("g", 1);
        json.flag("h", true);
        json.optionalMap("none", Map.of());
      });
      json.objects("i", List.of("", "v"), item -> json.optional("k", item));
    }));
  }
}
