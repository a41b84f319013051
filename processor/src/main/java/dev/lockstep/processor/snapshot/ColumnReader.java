package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one column of a snapshot. */
final class ColumnReader {
  private ColumnReader() {}

  static Column read(JsonObject json) {
    return new Column(
        json.text("name"),
        json.parsed("type", ColumnReader::type),
        !json.flag("notNull"),
        value(json),
        json.optionalText("collation"),
        json.optionalText("comment"));
  }

  private static SqlType type(String text) {
    SqlType type = SqlType.parse(text);
    if (!type.toString().equals(text)) {
      throw new IllegalArgumentException("type \"" + text + "\" is written \"" + type + "\" here");
    }
    return type;
  }

  private static @Nullable ColumnValue value(JsonObject json) {
    if (List.of("default", "identity", "computed").stream().filter(json::has).count() > 1) {
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

  private static Identity identity(JsonObject json) {
    Identity identity = new Identity(
        json.flag("always"),
        json.optionalNumber("start"),
        json.optionalNumber("increment"),
        json.optionalNumber("min"),
        json.optionalNumber("max"),
        json.optionalNumber("cache"),
        json.flag("cycles"));
    json.end();
    return identity;
  }

  private static Computed computed(JsonObject json) {
    Computed computed =
        new Computed(json.parsed("expression", SqlExpression::of), !json.flag("virtual"));
    json.end();
    return computed;
  }
}
