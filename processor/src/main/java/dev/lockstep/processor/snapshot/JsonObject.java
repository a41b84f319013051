package dev.lockstep.processor.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON whose values know their lines. Its properties are asked for by name and type;
 * {@link #end} refuses those that nobody asked for.
 */
final class JsonObject {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A value.
   *
   * @param content text, number, boolean, {@code List<Value>}, {@link JsonObject} or null
   */
  private record Value(@Nullable Object content, int line) {}

  private final int line;
  private final Map<String, Value> properties = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  private JsonObject(int line) {
    this.line = line;
  }

  /**
   * The object that is the whole text.
   *
   * @throws SnapshotException if the text is something else
   */
  static JsonObject parse(String text) {
    String content = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (content.isBlank()) {
      throw SnapshotException.damaged(1, "the file is empty");
    }
    try (JsonParser parser = JSON.createParser(content)) {
      parser.nextToken();
      Value root = value(parser);
      if (parser.nextToken() != null) {
        throw SnapshotException.damaged(lineOf(parser), "text follows the end of the snapshot");
      }
      return content(root, JsonObject.class, "the file", "an object");
    } catch (JsonProcessingException e) {
      throw SnapshotException.damaged(lineOf(e), description(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lineOf(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** Jackson has a type of its own for some ends of input alone. */
  private static String description(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return message.startsWith("Unexpected end-of-input")
        ? "the file is cut off"
        : "the file is not JSON: " + message;
  }

  private static Value value(JsonParser parser) throws IOException {
    int line = lineOf(parser);
    Object content = switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
    return new Value(content, line);
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    JsonObject object = new JsonObject(lineOf(parser));
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int line = lineOf(parser);
      parser.nextToken();
      if (object.properties.put(name, value(parser)) != null) {
        throw SnapshotException.damaged(line, "property \"" + name + "\" is there twice");
      }
    }
    return object;
  }

  private static List<Value> list(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  /** Where the object begins, counted from 1. */
  int line() {
    return line;
  }

  /** Where the property's value begins; where the object begins if there is no such property. */
  int line(String name) {
    Value value = properties.get(name);
    return value == null ? line : value.line();
  }

  String text(String name) {
    return required(name, find(name, String.class, "a text"));
  }

  /** Empty where the property is left out. */
  String optionalText(String name) {
    return find(name, String.class, "a text").orElse("");
  }

  long number(String name) {
    Long number = optionalNumber(name);
    return required(name, Optional.ofNullable(number));
  }

  @Nullable
  Long optionalNumber(String name) {
    try {
      return find(name, java.math.BigInteger.class, "a whole number")
          .map(java.math.BigInteger::longValueExact)
          .orElse(null);
    } catch (ArithmeticException e) {
      throw SnapshotException.damaged(
          line(name), "property \"" + name + "\" is out of range for a whole number");
    }
  }

  /** False where the property is left out. */
  boolean flag(String name) {
    return find(name, Boolean.class, "true or false").orElse(false);
  }

  Optional<JsonObject> object(String name) {
    return find(name, JsonObject.class, "an object");
  }

  /** The texts of a list, in order. */
  List<String> texts(String name) {
    required(name, Optional.ofNullable(properties.get(name)));
    return optionalTexts(name);
  }

  /** Empty where the property is left out. */
  List<String> optionalTexts(String name) {
    return items(name, String.class, "a text");
  }

  /** The objects of a list, in order; empty where the property is left out. */
  List<JsonObject> objects(String name) {
    return items(name, JsonObject.class, "an object");
  }

  /** All properties, each a text. */
  Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    properties.keySet().forEach(name -> texts.put(name, text(name)));
    return texts;
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  /**
   * What {@code parse} makes of the text.
   *
   * @throws SnapshotException with the message of the IllegalArgumentException that {@code parse}
   *     throws
   */
  <T> T parsed(String name, Function<String, T> parse) {
    try {
      return parse.apply(text(name));
    } catch (IllegalArgumentException e) {
      throw SnapshotException.damaged(line(name), String.valueOf(e.getMessage()));
    }
  }

  /** Refuses a property that nobody has asked for. */
  void end() {
    properties.forEach((name, value) -> {
      if (!known.contains(name)) {
        throw SnapshotException.damaged(value.line(), "property \"" + name + "\" is unknown here");
      }
    });
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> items(String name, Class<T> kind, String what) {
    List<Value> values = (List<Value>) (Object) find(name, List.class, "a list").orElse(List.of());
    return values.stream()
        .map(item -> content(item, kind, "an item of \"" + name + "\"", what))
        .toList();
  }

  private <T> Optional<T> find(String name, Class<T> kind, String what) {
    known.add(name);
    return Optional.ofNullable(properties.get(name))
        .map(value -> content(value, kind, "property \"" + name + "\"", what));
  }

  private static <T> T content(Value value, Class<T> kind, String which, String what) {
    if (!kind.isInstance(value.content())) {
      throw SnapshotException.damaged(value.line(), which + " must be " + what);
    }
    return kind.cast(value.content());
  }

  private <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> SnapshotException.damaged(line, "property \"" + name + "\" is missing"));
  }
}
