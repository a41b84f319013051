package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A thing that has storage parameters. */
public record Relation(Kind kind, QualifiedName name) {
  /** The kinds of relations that have parameters; each as SQL has it. */
  public enum Kind {
    TABLE,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW;

    /** {@code MATERIALIZED VIEW}. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  /** Its parameters in that schema. */
  SortedMap<String, String> parameters(Schema schema) {
    return switch (kind) {
      case TABLE -> Schemas.table(schema, name).options().with();
      case INDEX -> Schemas.index(schema, name).with();
      case VIEW, MATERIALIZED_VIEW -> Schemas.view(schema, name).with();
    };
  }

  /** The schema with its parameters changed. */
  Schema change(Schema schema, Consumer<SortedMap<String, String>> change) {
    SortedMap<String, String> parameters = new TreeMap<>(parameters(schema));
    change.accept(parameters);
    return switch (kind) {
      case TABLE -> table(schema, parameters);
      case INDEX -> {
        Index index = Schemas.index(schema, name).withParameters(parameters);
        yield Schemas.changeIndexes(schema, name, list -> list.replace(name.name(), index));
      }
      case VIEW, MATERIALIZED_VIEW -> {
        View view = Schemas.view(schema, name);
        yield schema.withObject(view.withParameters(parameters));
      }
    };
  }

  private Schema table(Schema schema, SortedMap<String, String> parameters) {
    Table table = Schemas.table(schema, name);
    return schema.withTable(table.withOptions(table.options().withParameters(parameters)));
  }
}
