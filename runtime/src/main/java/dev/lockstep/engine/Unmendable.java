package dev.lockstep.engine;

import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What PostgreSQL cannot alter, and what it cannot alter without a person's word. */
final class Unmendable {
  private final Schema expected;
  private final Schema found;
  private final Schema all;
  private final Map<String, String> reasons = new HashMap<>();
  private Schema reachable;

  /**
   * On the way from one schema to another.
   *
   * @param all the found schema with what is not ours
   */
  Unmendable(Schema expected, Schema found, Schema all) {
    this.expected = expected;
    this.found = found;
    this.all = all;
    this.reachable = expected;
    expected.objects(EnumType.class).forEach(this::values);
    expected.tables().values().forEach(this::table);
  }

  /** The expected schema, but as found where no statement leads from the one to the other. */
  Schema reachable() {
    return reachable;
  }

  /** Why not, by what the differences are about. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** What turns the values of a column into those of another type where a cast has to be named. */
  static Optional<SqlExpression> using(Column from, Column to) {
    return !from.type().equals(to.type())
            && Casts.between(from.type(), to.type()) == Casts.Cast.EXPLICIT
        ? Optional.ofNullable(Casts.using(from.type(), to.type(), to.name()))
        : Optional.empty();
  }

  private void table(Table table) {
    found.find(table.name()).ifPresent(old -> {
      if (old.partitioning() != null || table.partitioning() != null) {
        partitioning(table, old);
      }
      table
          .columns()
          .forEach(column -> old.columns()
              .find(column.name())
              .ifPresent(before -> column(reachable.table(table.name()), before, column)));
    });
  }

  private void partitioning(Table table, Table old) {
    Partitioning wanted = table.partitioning();
    Partitioning there = old.partitioning();
    if (wanted != null && there != null && wanted.sameKeys(there)) {
      table.partitions().stream()
          .filter(each -> !there.partitions().contains(each.name()))
          .forEach(each -> partition(table, each));
      return;
    }
    reachable = reachable.withTable(table.withPartitioning(there));
    String name = "table \"" + table.name() + "\"";
    reasons.put(
        "partitioning of " + name,
        "what a table is partitioned by cannot be altered; its rows need a new table");
    table
        .partitions()
        .forEach(each -> reasons.put(
            "partition \"" + each.name() + "\" of " + name,
            "it needs the partitioning of the table"));
  }

  /** One of another name may have its rows, after a rename by hand for example. */
  private void partition(Table table, Partition missing) {
    all.table(table.name()).partitions().stream()
        .filter(each -> each.values().equals(missing.values()))
        .findFirst()
        .ifPresent(other -> {
          Table reached = reachable.table(table.name());
          Partitioning partitioning = Objects.requireNonNull(reached.partitioning());
          reachable = reachable.withTable(reached.withPartitioning(
              partitioning.withPartitions(partitioning.partitions().without(missing.name()))));
          reasons.put(
              "partition \"" + missing.name() + "\" of table \"" + table.name() + "\"",
              "partition \"" + other.name() + "\", which no migration made, has its rows; rename it"
                  + " or drop it");
        });
  }

  private void column(Table table, Column from, Column to) {
    boolean retyped = !from.type().equals(to.type()) || !from.collation().equals(to.collation());
    if (!retyped || from.computedOption().isPresent() || to.computedOption().isPresent()) {
      return;
    }
    Table there = found.table(table.name());
    boolean key = there.partitioning() != null && there.partitioning().mentions(from.name());
    if (!key && isConvertible(from, to)) {
      return;
    }
    String name = "column \"" + to.name() + "\" of table \"" + table.name() + "\"";
    String reason = key
        ? "the type of a column in a partition key cannot be altered"
        : "there is no cast from " + from.type() + " to " + to.type()
            + "; only a person can say what becomes of the values";
    keep(table, from, to);
    reasons.put((from.type().equals(to.type()) ? "collation of " : "type of ") + name, reason);
    List<String> others = new ArrayList<>(List.of("collation of ", "default of ", "identity of "));
    others.addAll(List.of("storage of ", "compression of ", "nullability of "));
    others.forEach(each -> reasons.putIfAbsent(each + name, "the type of the column comes first"));
  }

  /** The column stays as it is, but for what its type has no part in. */
  private void keep(Table table, Column from, Column to) {
    reachable = reachable.withTable(table.withColumns(table
        .columns()
        .replace(
            to.name(),
            from.comment(to.comment())
                .options(new ColumnOptions(
                    from.options().storage(),
                    from.options().compression(),
                    to.options().statistics())))));
  }

  private boolean isConvertible(Column from, Column to) {
    return from.type().equals(to.type())
        || Casts.between(from.type(), to.type()) != Casts.Cast.NONE
        || (isEnum(found, from) && isEnum(expected, to));
  }

  private static boolean isEnum(Schema schema, Column column) {
    return schema.objects(EnumType.class).anyMatch(type -> type.isTypeOf(column.type()));
  }

  /** A value goes only with its type, which columns in a partition key do not let go. */
  private void values(EnumType type) {
    EnumType there = found.findEnum(type.name()).orElse(null);
    if (there == null || type.values().containsAll(there.values())) {
      return;
    }
    List<String> extra =
        there.values().stream().filter(value -> !type.values().contains(value)).toList();
    Optional<QualifiedName> user = found.tables().values().stream()
        .filter(table -> isInKey(table, type))
        .map(Table::name)
        .findFirst();
    user.ifPresent(table -> {
      List<String> values = new ArrayList<>(type.values());
      extra.forEach(
          value -> values.add(Math.min(there.values().indexOf(value), values.size()), value));
      reachable = reachable.withObject(type.withValues(values));
      extra.forEach(value -> reasons.put(
          "value \"" + value + "\" of " + type.key(),
          "a value goes only with its type, which table \"" + table + "\" is partitioned by"));
    });
  }

  private static boolean isInKey(Table table, EnumType type) {
    Partitioning partitioning = table.partitioning();
    return partitioning != null
        && table.columns().stream()
            .filter(column -> type.isTypeOf(column.type()))
            .anyMatch(column -> Objects.requireNonNull(partitioning).mentions(column.name()));
  }
}
