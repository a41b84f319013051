package dev.lockstep.processor.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON whose values know their lines. Its properties are asked for by name and type;
 * {@link #end} refuses those that nobody asked for.
 */
final class JsonObject {
  /**
   * A value.
   *
   * @param content text, number, boolean, {@code List<Value>}, {@link JsonObject} or null
   * @param line where it begins, counted from 1
   */
  record Value(@Nullable Object content, int line) {}

  /** A value of the object, and whether somebody has asked for it. */
  private static final class Property {
    private final Value value;
    private boolean known;

    Property(Value value) {
      this.value = value;
    }
  }

  private final int line;
  private final Map<String, Property> properties = new LinkedHashMap<>();

  JsonObject(int line) {
    this.line = line;
  }

  /**
   * The object that is the whole text.
   *
   * @throws SnapshotException if the text is something else
   */
  static JsonObject parse(String text) {
    return content(JsonReader.value(text), JsonObject.class, "the file", "an object");
  }

  /** Gives it a property; false if it has one of that name. */
  boolean put(String name, Value value) {
    return properties.put(name, new Property(value)) == null;
  }

  /** Where the object begins, counted from 1. */
  int line() {
    return line;
  }

  /** Where the property's value begins; where the object begins if there is no such property. */
  int line(String name) {
    Property property = properties.get(name);
    return property == null ? line : property.value.line();
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
    require(name);
    return optionalTexts(name);
  }

  /** The texts of a list, in order, at least one. */
  List<String> someTexts(String name) {
    List<String> texts = texts(name);
    if (texts.isEmpty()) {
      throw SnapshotException.damaged(line(name), "property \"" + name + "\" is empty");
    }
    return texts;
  }

  /**
   * The texts of a list, in order, each once; empty where the property is left out.
   *
   * @param what each of them is, for the message
   */
  List<String> distinctTexts(String name, String what) {
    Set<String> seen = new HashSet<>();
    for (Value value : values(name)) {
      String text = content(value, String.class, "an item of \"" + name + "\"", "a text");
      if (!seen.add(text)) {
        throw SnapshotException.damaged(value.line(), what + " \"" + text + "\" is there twice");
      }
    }
    return optionalTexts(name);
  }

  /** A text that may stand as the list of its lines. */
  String lines(String name) {
    Property property = properties.get(name);
    return property != null && property.value.content() instanceof List<?>
        ? String.join("\n", someTexts(name))
        : text(name);
  }

  /** Empty where the property is left out. */
  List<String> optionalTexts(String name) {
    return items(name, String.class, "a text");
  }

  /** The objects of a list, in order; empty where the property is left out. */
  List<JsonObject> objects(String name) {
    return items(name, JsonObject.class, "an object");
  }

  /** The properties of an object, each a text; none where it is left out. */
  SortedMap<String, String> map(String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    object(name)
        .ifPresent(map -> map.properties.keySet().forEach(key -> texts.put(key, map.text(key))));
    return texts;
  }

  /** Refuses an object without that property. */
  void require(String name) {
    required(name, Optional.ofNullable(properties.get(name)));
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
    return parsed(name, text(name), parse);
  }

  /** As {@link #parsed(String, Function)}, of a text that may stand as the list of its lines. */
  <T> T parsedLines(String name, Function<String, T> parse) {
    return parsed(name, lines(name), parse);
  }

  /** As {@link #parsed(String, Function)}, of each text of a list; at least one. */
  <T> List<T> allParsed(String name, Function<String, T> parse) {
    return someTexts(name).stream().map(text -> parsed(name, text, parse)).toList();
  }

  private <T> T parsed(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw SnapshotException.damaged(line(name), String.valueOf(e.getMessage()));
    }
  }

  /** Refuses a property that nobody has asked for. */
  void end() {
    properties.forEach((name, property) -> {
      if (!property.known) {
        throw SnapshotException.damaged(
            property.value.line(), "property \"" + name + "\" is unknown here");
      }
    });
  }

  @SuppressWarnings("unchecked")
  private List<Value> values(String name) {
    return (List<Value>) (Object) find(name, List.class, "a list").orElse(List.of());
  }

  private <T> List<T> items(String name, Class<T> kind, String what) {
    List<Value> values = values(name);
    List<T> items = new ArrayList<>(values.size());
    for (Value item : values) {
      items.add(
          kind.isInstance(item.content())
              ? kind.cast(item.content())
              : content(item, kind, "an item of \"" + name + "\"", what));
    }
    return items;
  }

  private <T> Optional<T> find(String name, Class<T> kind, String what) {
    Property property = properties.get(name);
    if (property == null) {
      return Optional.empty();
    }
    property.known = true;
    return Optional.of(
        kind.isInstance(property.value.content())
            ? kind.cast(property.value.content())
            : content(property.value, kind, "property \"" + name + "\"", what));
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
