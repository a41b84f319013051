package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.SqlType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the value of a column comes from: default, identity or computation. */
final class ValueReader {
  private static final Map<String, Long> LARGEST = Map.of(
      "smallint", (long) Short.MAX_VALUE,
      "integer", (long) Integer.MAX_VALUE,
      "bigint", Long.MAX_VALUE);

  private final Findings findings;
  private final SqlReader sql;

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
      return identity(identity.get(), type);
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
    return sql.expression(column, "defaultValue").map(DefaultValue::new);
  }

  private static Identity identity(Attributes annotation, SqlType type) {
    Identity identity = new Identity(
        annotation.flag("always", false),
        annotation.number("start"),
        annotation.number("increment"),
        annotation.number("min"),
        annotation.number("max"),
        annotation.number("cache"),
        annotation.flag("cycle", false));
    Long largest = LARGEST.get(type.name());
    return largest == null ? identity : withoutLimits(identity, largest);
  }

  /** Without the limits that the type has by itself, which PostgreSQL does not tell apart. */
  private static Identity withoutLimits(Identity identity, long largest) {
    boolean ascending = identity.increment() == null || identity.increment() > 0;
    Long max = ascending ? without(identity.max(), largest) : identity.max();
    Long min = ascending ? identity.min() : without(identity.min(), -largest - 1);
    return new Identity(
        identity.always(),
        identity.start(),
        identity.increment(),
        min,
        max,
        identity.cache(),
        identity.cycles());
  }

  private static @Nullable Long without(@Nullable Long number, long meaningless) {
    return number != null && number == meaningless ? null : number;
  }
}
