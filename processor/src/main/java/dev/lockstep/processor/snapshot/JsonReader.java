package dev.lockstep.processor.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lockstep.processor.snapshot.JsonObject.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON into values that know their lines. */
final class JsonReader {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonReader() {}

  /**
   * The one value that the text is.
   *
   * @throws SnapshotException if it is empty, cut off or no JSON
   */
  static Value value(String text) {
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
      return root;
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
      if (!object.put(name, value(parser))) {
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
}
