package dev.lockstep.operation;

import dev.lockstep.schema.CastLosses;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a change of a column's type does to its values.
 *
 * @param old the column before
 * @param schema the one that the change meets
 */
record Conversion(AlterColumnType change, Column old, Schema schema) {
  private static final int LONGEST = 80;

  /** Why the old values do not all come back; empty if they do. */
  List<String> losses() {
    SqlExpression using = change.using();
    if (old.type().equals(change.type()) && using == null) {
      return List.of();
    }
    if (using == null) {
      return cast(old.type(), false);
    }
    String name = SqlTokens.identifier(change.column());
    if (using.equals(SqlExpression.of(name))) {
      return cast(old.type(), false);
    }
    if (using.equals(SqlExpression.of(name + "::" + change.type()))) {
      return cast(old.type(), true);
    }
    if (isByText(using, name)) {
      return old.type().element().isText() || enumType(old.type()).isPresent()
          ? cast(old.type(), true)
          : cast(SqlType.of("text"), true);
    }
    return replacements(using)
        .orElseGet(() -> List.of("its values became " + shortened(using.text())));
  }

  private boolean isByText(SqlExpression using, String name) {
    return using.equals(TypeSwap.using(renamed(), change.type(), Map.of()))
        || using.equals(SqlExpression.of(name + "::text::" + change.type()));
  }

  private Column renamed() {
    return old.withName(change.column());
  }

  /** A value of an enum comes through as it is, or stops the migration. */
  private List<String> cast(SqlType from, boolean explicit) {
    boolean checked =
        enumType(change.type()).isPresent() && from.array() == change.type().array();
    return checked
        ? List.of()
        : CastLosses.of(from, change.type(), explicit).stream().toList();
  }

  private Optional<EnumType> enumType(SqlType type) {
    return Objects.typeOf(schema, type);
  }

  /** Of a USING as {@link TypeSwap#using} writes it: values that one other value swallowed. */
  private Optional<List<String>> replacements(SqlExpression using) {
    Map<String, String> replaced = new TreeMap<>(TypeSwap.replaced(using));
    if (!using.equals(TypeSwap.using(renamed(), change.type(), replaced))) {
      return Optional.empty();
    }
    Map<String, String> restored = change.restored(schema, old);
    return Optional.of(replaced.entrySet().stream()
        .filter(each -> !each.getKey().equals(restored.get(each.getValue())))
        .map(each -> "value " + each.getKey() + " became " + each.getValue())
        .toList());
  }

  /** On one line, and not too long to be read. */
  static String shortened(String sql) {
    String line = sql.replaceAll("\\s+", " ");
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST))) + " ...";
  }
}
