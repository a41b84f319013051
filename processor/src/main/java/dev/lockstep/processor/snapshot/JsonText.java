package dev.lockstep.processor.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is being written: two spaces, LF, a property a line; what is default is left out.
 * Written by hand, as most compiles need no more of JSON than this.
 */
final class JsonText {
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private final StringBuilder text = new StringBuilder();

  /** What begins a line. */
  private String indentation = "\n";

  private boolean empty = true;

  private JsonText() {}

  /** Writes the properties of an object or one of its items. */
  interface Content {
    void write();
  }

  /** Writes an item of a list. */
  interface Item<T> {
    void write(T item);
  }

  /** Writes the properties of the object that is the whole text. */
  interface Root {
    void writeTo(JsonText json);
  }

  /** The text of an object, with LF at its end. */
  static String of(Root root) {
    JsonText json = new JsonText();
    json.begin('{');
    root.writeTo(json);
    json.end('}');
    return json.text.append('\n').toString();
  }

  void number(String name, long value) {
    name(name);
    text.append(value);
  }

  void text(String name, String value) {
    name(name);
    quoted(value);
  }

  /** SQL as it is reviewed: each of its lines on a line of its own. */
  void sql(String name, String sql) {
    List<String> lines = List.of(sql.split("\n", -1));
    if (lines.size() == 1) {
      text(name, sql);
    } else {
      lines(name, lines);
    }
  }

  void optional(String name, String value) {
    if (!value.isEmpty()) {
      text(name, value);
    }
  }

  void optional(String name, @Nullable Number value) {
    if (value != null) {
      number(name, value.longValue());
    }
  }

  void flag(String name, boolean value) {
    if (value) {
      name(name);
      text.append(true);
    }
  }

  <E extends Enum<E>> void unlessDefault(String name, E value, E usual) {
    if (value != usual) {
      text(name, Words.word(value));
    }
  }

  /** A list, an item a line. */
  void lines(String name, Collection<String> values) {
    name(name);
    begin('[');
    for (String value : values) {
      next();
      quoted(value);
    }
    end(']');
  }

  /** A list in one line. */
  void inline(String name, List<String> values) {
    name(name);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? " " : ", ");
      quoted(values.get(i));
    }
    text.append(" ]");
  }

  void optionalInline(String name, List<String> values) {
    if (!values.isEmpty()) {
      inline(name, values);
    }
  }

  void optionalMap(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      object(name, () -> {
        for (Map.Entry<String, String> entry : values.entrySet()) {
          next();
          quoted(entry.getKey());
          text.append(": ");
          quoted(entry.getValue());
        }
      });
    }
  }

  void object(String name, Content content) {
    name(name);
    begin('{');
    content.write();
    end('}');
  }

  /** A list of objects. */
  <T> void objects(String name, Collection<T> items, Item<T> item) {
    name(name);
    begin('[');
    for (T each : items) {
      next();
      begin('{');
      item.write(each);
      end('}');
    }
    end(']');
  }

  <T> void optionalObjects(String name, Collection<T> items, Item<T> item) {
    if (!items.isEmpty()) {
      objects(name, items, item);
    }
  }

  private void begin(char bracket) {
    text.append(bracket);
    indentation += "  ";
    empty = true;
  }

  /** What is in brackets has more than one line, or is but a space. */
  private void end(char bracket) {
    indentation = indentation.substring(0, indentation.length() - 2);
    text.append(empty ? " " : indentation);
    text.append(bracket);
    empty = false;
  }

  private void next() {
    if (!empty) {
      text.append(',');
    }
    empty = false;
    text.append(indentation);
  }

  /** A name of ours, which has nothing to escape. */
  private void name(String name) {
    next();
    text.append('"').append(name).append("\": ");
  }

  private void quoted(String value) {
    text.append('"');
    int plain = plain(value);
    text.append(value, 0, plain);
    for (int i = plain; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isEscaped(c)) {
        escaped(c);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** How much of it, from its start, is written as it is. */
  private static int plain(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (isEscaped(value.charAt(i))) {
        return i;
      }
    }
    return length;
  }

  private static boolean isEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  /** RFC 8259, section 7. */
  private void escaped(char c) {
    text.append('\\');
    switch (c) {
      case '\b' -> text.append('b');
      case '\t' -> text.append('t');
      case '\n' -> text.append('n');
      case '\f' -> text.append('f');
      case '\r' -> text.append('r');
      case '"', '\\' -> text.append(c);
      default ->
        text.append("u00").append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 0xF));
    }
  }
}
