package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the constraints of one table; they name only columns that are there. */
final class ConstraintReader {
  private final KnownColumns columns;
  private final Map<ForeignKey, JsonObject> foreignKeys = new LinkedHashMap<>();

  ConstraintReader(KnownColumns columns) {
    this.columns = columns;
  }

  Constraint read(JsonObject json) {
    String name = json.text("name");
    return switch (Words.constant(json, "kind", Words.Kind.values())) {
      case PRIMARY_KEY ->
        new PrimaryKey(name, columns.some(json, "columns"), json.flag("withoutOverlaps"));
      case UNIQUE -> unique(json, name);
      case FOREIGN_KEY -> foreignKey(json, name);
      case CHECK -> new Check(name, json.parsed("expression", SqlExpression::of));
      case EXCLUSION -> exclusion(json, name);
    };
  }

  private Unique unique(JsonObject json, String name) {
    return new Unique(
        name,
        columns.some(json, "columns"),
        !json.flag("nullsNotDistinct"),
        Words.optional(json, "deferral", Deferral.NOT_DEFERRABLE),
        columns.optional(json, "include"),
        json.flag("withoutOverlaps"));
  }

  private ForeignKey foreignKey(JsonObject json, String name) {
    ForeignKey key = new ForeignKey(
        name,
        columns.some(json, "columns"),
        new QualifiedName(json.optionalText("referencesIn"), json.text("references")),
        json.texts("referencedColumns"),
        Words.optional(json, "onDelete", ReferentialAction.NO_ACTION),
        Words.optional(json, "onUpdate", ReferentialAction.NO_ACTION),
        Words.optional(json, "deferral", Deferral.NOT_DEFERRABLE),
        json.flag("period"));
    if (key.columns().size() != key.targetColumns().size()) {
      throw SnapshotException.damaged(
          json.line("referencedColumns"),
          "foreign key \"" + name + "\" has " + key.columns().size() + " columns and references "
              + key.targetColumns().size());
    }
    foreignKeys.put(key, json);
    return key;
  }

  private Exclusion exclusion(JsonObject json, String name) {
    List<Exclusion.Element> elements = json.allParsed("elements", Exclusion.Element::parse);
    IndexReader index = IndexReader.ofTable(columns);
    elements.forEach(element -> index.require(element.what(), json.line("elements")));
    return new Exclusion(
        name,
        json.text("method"),
        elements,
        json.has("where") ? json.parsed("where", SqlExpression::of) : null,
        Words.optional(json, "deferral", Deferral.NOT_DEFERRABLE));
  }

  /** Refuses a foreign key to what is not there, once all tables are known. */
  void requireTargets(Map<QualifiedName, Table> tables) {
    foreignKeys.forEach((key, at) -> {
      Table target = tables.get(key.target());
      if (target == null) {
        throw SnapshotException.damaged(
            at.line("references"),
            "foreign key \"" + key.name() + "\" references table \"" + key.target()
                + "\", which is not there");
      }
      KnownColumns known = new KnownColumns(key.target(), target.columns().names());
      key.targetColumns().forEach(column -> known.require(column, at.line("referencedColumns")));
    });
  }
}
