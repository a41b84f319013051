package dev.lockstep.diff;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a column cannot get a successor while its table is in use. */
final class SwapObstacle {
  private final Schema schema;
  private final Table table;
  private final Column column;

  private SwapObstacle(Schema schema, Table table, Column column) {
    this.schema = schema;
    this.table = table;
    this.column = column;
  }

  /**
   * The first reason, a clause in which "it" is the column; empty if there is none.
   *
   * @param schema before anything changes
   */
  static Optional<String> of(Schema schema, QualifiedName table, String column) {
    Table owner = schema.table(table);
    SwapObstacle obstacle = new SwapObstacle(schema, owner, owner.columns().get(column));
    return Stream.<Supplier<Optional<String>>>of(
            obstacle::ofTable,
            obstacle::computed,
            obstacle::referenced,
            obstacle::constraint,
            obstacle::dependent)
        .flatMap(each -> each.get().stream())
        .findFirst();
  }

  /** The first reason that lies in what the column becomes. */
  static Optional<String> of(
      Schema schema, Table table, Column from, Column to, @Nullable SqlExpression using) {
    if (from.identityOption().isPresent() != to.identityOption().isPresent()) {
      return Optional.of("it begins or ceases to be an identity at the same time");
    }
    if (isDomain(to.type(), schema)) {
      return Optional.of("its new type " + to.type() + " may have constraints of its own");
    }
    return using == null
        ? Optional.empty()
        : table.columns().stream()
            .filter(each -> each.computedOption().isPresent() && using.mentions(each.name()))
            .findFirst()
            .map(each -> "its values come from the computed column \"" + each.name() + "\"");
  }

  private static boolean isDomain(SqlType type, Schema schema) {
    return schema
        .objects(SqlObject.class)
        .flatMap(object -> SqlHeader.of(object.create()).stream())
        .anyMatch(
            header -> header.kind().equals("domain") && header.name().name().equals(type.name()));
  }

  private Optional<String> ofTable() {
    return table.partitioning() == null
        ? Optional.empty()
        : Optional.of("its table is partitioned");
  }

  private Optional<String> computed() {
    return column.computedOption().isPresent()
        ? Optional.of("it is computed")
        : table.columns().stream()
            .filter(each -> each.computedOption()
                .filter(computed -> computed.expression().mentions(column.name()))
                .isPresent())
            .findFirst()
            .map(each -> "computed column \"" + each.name() + "\" uses it");
  }

  private Optional<String> referenced() {
    return schema
        .referencing(table.name())
        .flatMap(each -> each.foreignKeys()
            .filter(key ->
                key.target().equals(table.name()) && key.targetColumns().contains(column.name()))
            .map(key -> "foreign key \"" + key.name() + "\" of table \"" + each.name()
                + "\" references it"))
        .findFirst();
  }

  private Optional<String> constraint() {
    return table.constraints().stream()
        .filter(each -> each.mentions(column.name()) && !isRebuiltOnline(each))
        .findFirst()
        .map(each -> "constraint \"" + each.name() + "\" on it cannot be made online");
  }

  private static boolean isRebuiltOnline(Constraint constraint) {
    boolean periods = (constraint instanceof PrimaryKey primary && primary.withoutOverlaps())
        || (constraint instanceof Unique unique && unique.withoutOverlaps())
        || (constraint instanceof ForeignKey foreign && foreign.coversPeriod());
    return !periods && !(constraint instanceof Exclusion);
  }

  private Optional<String> dependent() {
    return Dependents.in(schema).onColumns(table.name(), Set.of(column.name())).stream()
        .findFirst()
        .map(SchemaObject::key)
        .map(key -> key.kind().word() + " \"" + key.name() + "\" uses it");
  }
}
