package dev.lockstep.processor.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.FixedSpaceIndenter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that is being written: two spaces, LF, a property a line; what is default is left out. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private final DefaultPrettyPrinter layout = new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
      .withObjectIndenter(LINES)
      .withArrayIndenter(LINES);
  private final JsonGenerator json;

  private JsonText(StringWriter text) throws IOException {
    this.json = JSON.createGenerator(text).setPrettyPrinter(layout);
  }

  /** Writes the properties of an object or one of its items. */
  interface Content {
    void write() throws IOException;
  }

  /** Writes an item of a list. */
  interface Item<T> {
    void write(T item) throws IOException;
  }

  /** Writes the properties of the object that is the whole text. */
  interface Root {
    void writeTo(JsonText json) throws IOException;
  }

  /** The text of an object, with LF at its end. */
  static String of(Root root) {
    StringWriter text = new StringWriter();
    try {
      JsonText json = new JsonText(text);
      json.json.writeStartObject();
      root.writeTo(json);
      json.json.writeEndObject();
      json.json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  /** SQL as it is reviewed: each of its lines on a line of its own. */
  void sql(String name, String sql) throws IOException {
    List<String> lines = List.of(sql.split("\n", -1));
    if (lines.size() == 1) {
      text(name, sql);
    } else {
      lines(name, lines);
    }
  }

  void optional(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      text(name, value);
    }
  }

  void optional(String name, @Nullable Number value) throws IOException {
    if (value != null) {
      number(name, value.longValue());
    }
  }

  void flag(String name, boolean value) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }

  <E extends Enum<E>> void unlessDefault(String name, E value, E usual) throws IOException {
    if (value != usual) {
      text(name, Words.word(value));
    }
  }

  /** A list, an item a line. */
  void lines(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** A list in one line. */
  void inline(String name, List<String> values) throws IOException {
    layout.indentArraysWith(FixedSpaceIndenter.instance);
    lines(name, values);
    layout.indentArraysWith(LINES);
  }

  void optionalInline(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      inline(name, values);
    }
  }

  void optionalMap(String name, Map<String, String> values) throws IOException {
    if (!values.isEmpty()) {
      object(name, () -> {
        for (Map.Entry<String, String> entry : values.entrySet()) {
          text(entry.getKey(), entry.getValue());
        }
      });
    }
  }

  void object(String name, Content content) throws IOException {
    json.writeObjectFieldStart(name);
    content.write();
    json.writeEndObject();
  }

  /** A list of objects. */
  <T> void objects(String name, Collection<T> items, Item<T> item) throws IOException {
    json.writeArrayFieldStart(name);
    for (T each : items) {
      json.writeStartObject();
      item.write(each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  <T> void optionalObjects(String name, Collection<T> items, Item<T> item) throws IOException {
    if (!items.isEmpty()) {
      objects(name, items, item);
    }
  }
}
