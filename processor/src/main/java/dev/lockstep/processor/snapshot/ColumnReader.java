package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a snapshot, one by one. */
final class ColumnReader {
  private static final List<String> STORAGES = List.of("plain", "main", "external", "extended");
  private static final int MOST_STATISTICS = 10_000;

  /** By their texts: a snapshot has many columns, and few types. */
  private final Map<String, SqlType> types = new HashMap<>();

  Column read(JsonObject json) {
    return new Column(
        json.text("name"),
        json.parsed("type", text -> types.computeIfAbsent(text, ColumnReader::type)),
        !json.flag("notNull"),
        value(json),
        json.optionalText("collation"),
        json.optionalText("comment"),
        new ColumnOptions(storage(json), json.optionalText("compression"), statistics(json)));
  }

  private static String storage(JsonObject json) {
    String storage = json.optionalText("storage");
    if (json.has("storage") && !STORAGES.contains(storage)) {
      throw SnapshotException.damaged(
          json.line("storage"),
          "property \"storage\" is \"" + storage + "\", not one of " + STORAGES);
    }
    return storage;
  }

  private static @Nullable Integer statistics(JsonObject json) {
    Long statistics = json.optionalNumber("statistics");
    if (statistics != null && (statistics < 0 || statistics > MOST_STATISTICS)) {
      throw SnapshotException.damaged(
          json.line("statistics"),
          "property \"statistics\" is " + statistics + ", not one of 0 to " + MOST_STATISTICS);
    }
    return statistics == null ? null : statistics.intValue();
  }

  /** The property {@code type}, which must be written as this version writes it. */
  static SqlType type(JsonObject json) {
    return json.parsed("type", ColumnReader::type);
  }

  private static SqlType type(String text) {
    SqlType type = SqlType.parse(text);
    if (!type.toString().equals(text)) {
      throw new IllegalArgumentException("type \"" + text + "\" is written \"" + type + "\" here");
    }
    return type;
  }

  private static @Nullable ColumnValue value(JsonObject json) {
    int values = count(json, "default") + count(json, "identity") + count(json, "computed");
    if (values > 1) {
      throw SnapshotException.damaged(
          json.line(),
          "column \"" + json.text("name")
              + "\" has more than one of \"default\", \"identity\" and \"computed\"");
    }
    if (json.has("default")) {
      return new DefaultValue(json.parsed("default", SqlExpression::of));
    }
    if (json.has("identity")) {
      return json.object("identity").map(ColumnReader::identity).orElseThrow();
    }
    return json.object("computed").map(ColumnReader::computed).orElse(null);
  }

  private static int count(JsonObject json, String property) {
    return json.has(property) ? 1 : 0;
  }

  private static Identity identity(JsonObject json) {
    Identity identity = options(json, json.flag("always"));
    json.end();
    return identity;
  }

  /** What an identity or a sequence says of its numbers. */
  static Identity options(JsonObject json, boolean always) {
    return new Identity(
        always,
        json.optionalNumber("start"),
        json.optionalNumber("increment"),
        json.optionalNumber("min"),
        json.optionalNumber("max"),
        json.optionalNumber("cache"),
        json.flag("cycles"));
  }

  private static Computed computed(JsonObject json) {
    Computed computed =
        new Computed(json.parsed("expression", SqlExpression::of), !json.flag("virtual"));
    json.end();
    return computed;
  }
}
