package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Unique;

/** Writes constraints and indexes, sorted by name. */
final class ConstraintWriter {
  private final JsonText json;

  ConstraintWriter(JsonText json) {
    this.json = json;
  }

  void constraints(NamedList<Constraint> constraints) {
    json.optionalObjects("constraints", RecordedOrder.sorted(constraints), this::constraint);
  }

  void indexes(NamedList<Index> indexes) {
    json.optionalObjects("indexes", RecordedOrder.sorted(indexes), this::index);
  }

  private void constraint(Constraint constraint) {
    json.text("name", constraint.name());
    json.text("kind", Words.word(Words.Kind.of(constraint)));
    if (constraint instanceof PrimaryKey key) {
      json.inline("columns", key.columns());
      json.flag("withoutOverlaps", key.withoutOverlaps());
    } else if (constraint instanceof Unique unique) {
      unique(unique);
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(key);
    } else if (constraint instanceof Exclusion exclusion) {
      exclusion(exclusion);
    } else if (constraint instanceof Check check) {
      json.text("expression", check.expression().text());
    }
  }

  private void unique(Unique unique) {
    json.inline("columns", unique.columns());
    json.flag("withoutOverlaps", unique.withoutOverlaps());
    json.flag("nullsNotDistinct", !unique.nullsDistinct());
    json.unlessDefault("deferral", unique.deferral(), Deferral.NOT_DEFERRABLE);
    json.optionalInline("include", unique.include());
  }

  private void foreignKey(ForeignKey key) {
    json.inline("columns", key.columns());
    json.text("references", key.target().name());
    json.optional("referencesIn", key.target().schema());
    json.inline("referencedColumns", key.targetColumns());
    json.flag("period", key.coversPeriod());
    json.unlessDefault("onDelete", key.onDelete(), ReferentialAction.NO_ACTION);
    json.unlessDefault("onUpdate", key.onUpdate(), ReferentialAction.NO_ACTION);
    json.unlessDefault("deferral", key.deferral(), Deferral.NOT_DEFERRABLE);
  }

  private void exclusion(Exclusion exclusion) {
    json.text("method", exclusion.method());
    json.inline(
        "elements",
        exclusion.elements().stream().map(Exclusion.Element::toString).toList());
    json.optional("where", exclusion.where() == null ? "" : exclusion.where().text());
    json.unlessDefault("deferral", exclusion.deferral(), Deferral.NOT_DEFERRABLE);
  }

  private void index(Index index) {
    json.text("name", index.name());
    json.flag("unique", index.unique());
    json.flag("nullsNotDistinct", !index.nullsDistinct());
    json.optional("method", index.method().equals("btree") ? "" : index.method());
    json.inline(
        "elements", index.elements().stream().map(IndexElement::toString).toList());
    json.optionalInline("include", index.include());
    json.optional("where", index.where() == null ? "" : index.where().text());
    json.optionalMap("with", index.with());
  }
}
