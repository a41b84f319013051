package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.SqlType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the value of a column comes from: default, identity or computation. */
final class ValueReader {
  private final Findings findings;
  private final SqlReader sql;

  /**
   * Defaults without a fault, by what is written: most models have the same few again and again.
   */
  private final Map<String, DefaultValue> sound = new HashMap<>();

  ValueReader(Findings findings) {
    this.findings = findings;
    this.sql = new SqlReader(findings);
  }

  /** Null for a column that has none of them. */
  @Nullable
  ColumnValue read(Field field, SqlType type) {
    Optional<Attributes> identity = field.annotations().find("Identity");
    Optional<Attributes> computed = field.annotations().find("Computed");
    Optional<Attributes> column =
        field.annotations().find("Column").filter(found -> found.has("defaultValue"));
    checkOnlyOne(identity, computed, column);
    if (identity.isPresent()) {
      return SequenceOptions.of(identity.get(), type);
    }
    return computed.isPresent()
        ? computed(computed.get()).orElse(null)
        : column.flatMap(found -> defaultValue(found)).orElse(null);
  }

  private void checkOnlyOne(
      Optional<Attributes> identity, Optional<Attributes> computed, Optional<Attributes> column) {
    String first = identity.isPresent() ? "@Identity" : "@Computed";
    if (identity.isPresent() && computed.isPresent()) {
      findings.add(
          ModelProblems.valueTwice(findings.places().at(computed.get()), "@Computed", first));
    }
    if (column.isPresent() && (identity.isPresent() || computed.isPresent())) {
      findings.add(ModelProblems.valueTwice(
          findings.places().at(column.get(), "defaultValue"), "a default", first));
    }
  }

  private Optional<Computed> computed(Attributes computed) {
    boolean stored = computed.flag("stored", true);
    return sql.expression(computed, "value").map(expression -> new Computed(expression, stored));
  }

  private Optional<DefaultValue> defaultValue(Attributes column) {
    String text = column.text("defaultValue");
    DefaultValue known = sound.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    if (SqlSyntax.isPlainText(text)
        && !SqlSyntax.isNull(text)
        && SqlSyntax.fault(text).filter(fault -> !text.isBlank()).isEmpty()) {
      findings.add(ModelProblems.defaultNotAnExpression(
          findings.places().at(column, "defaultValue"), text.strip()));
      return Optional.empty();
    }
    if (SqlSyntax.isNull(text)) {
      findings.add(ModelProblems.defaultNull(findings.places().at(column, "defaultValue")));
      return Optional.empty();
    }
    Optional<DefaultValue> read = sql.expression(column, "defaultValue").map(DefaultValue::new);
    read.ifPresent(value -> sound.put(text, value));
    return read;
  }
}
