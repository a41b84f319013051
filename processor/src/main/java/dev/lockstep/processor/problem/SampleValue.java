package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.javaText;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Placeholder;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Optional;

/** What could stand in the rows of a table for a column that they must have. */
final class SampleValue {
  private SampleValue() {}

  /** {@code keep a default: ...} where one value may do for all rows, {@code fill once: ...}. */
  static List<String> fixes(Table table, Column column, Schema declared) {
    Optional<ForeignKey> key = table
        .foreignKeys()
        .filter(each -> each.columns().contains(column.name()))
        .findFirst();
    if (key.isPresent()) {
      return List.of(fillOnce(firstReferenced(key.get(), column.name())));
    }
    Optional<SqlExpression> allowed =
        firstAllowed(table, column).or(() -> firstOfEnum(column, declared));
    if (!isKnown(column) && allowed.isEmpty()) {
      return List.of("allow NULL: @Column(nullable = true)");
    }
    boolean distinct = isKey(table, column.name()) && allowed.isEmpty();
    if (column.identityOption().isPresent() || distinct) {
      return List.of(fillOnce(Placeholder.distinct(column.type())));
    }
    SqlExpression value = allowed.orElseGet(() -> Placeholder.of(column.type()));
    return List.of(
        "keep a default: " + annotation("Column", "defaultValue", value.text()), fillOnce(value));
  }

  private static String fillOnce(SqlExpression value) {
    return "fill once: @Column(nullable = false, backfill = " + javaText(value.text()) + ")";
  }

  private static SqlExpression firstReferenced(ForeignKey key, String column) {
    int at = key.columns().indexOf(column);
    String target = at < key.targetColumns().size() ? key.targetColumns().get(at) : column;
    return Placeholder.firstOf(key.target(), target, key.targetColumns());
  }

  /** An empty text may be no value of a type that is not PostgreSQL's own. */
  private static boolean isKnown(Column column) {
    return !Placeholder.of(column.type()).text().startsWith("''::text::");
  }

  private static boolean isKey(Table table, String column) {
    List<String> alone = List.of(column);
    return table.constraints().stream()
            .anyMatch(each -> (each instanceof Unique unique && unique.columns().equals(alone))
                || (each instanceof PrimaryKey key && key.columns().equals(alone)))
        || table.indexes().stream()
            .anyMatch(
                index -> index.unique() && index.elements().size() == 1 && index.mentions(column));
  }

  /** The first text that a check of this column lists, as the one of a Java enum does. */
  private static Optional<SqlExpression> firstAllowed(Table table, Column column) {
    return table
        .constraints(Check.class)
        .flatMap(check -> Placeholder.allowedBy(check, column).stream())
        .findFirst();
  }

  private static Optional<SqlExpression> firstOfEnum(Column column, Schema declared) {
    return declared
        .objects(EnumType.class)
        .filter(type -> type.type().equals(column.type()))
        .flatMap(type -> type.values().stream())
        .findFirst()
        .map(value -> SqlExpression.of("'" + value.replace("'", "''") + "'"));
  }
}
