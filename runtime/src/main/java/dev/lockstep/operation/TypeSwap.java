package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives an enum type fewer values, which PostgreSQL cannot: the type gets a temporary name, a new
 * one of its old name is created, all columns move to it, and the old one goes.
 */
public final class TypeSwap {
  private TypeSwap() {}

  /** The name that a type has while its successor is made. */
  public static QualifiedName temporary(QualifiedName type) {
    return TemporaryName.old(type);
  }

  /**
   * The value of a column in the new type; fails at run time for a value that neither has.
   *
   * @param replaced values that the new type lacks, and their successors
   */
  public static SqlExpression using(Column column, SqlType type, Map<String, String> replaced) {
    String name = SqlTokens.identifier(column.name());
    if (replaced.isEmpty()) {
      String text = type.array() ? "::text[]::" : "::text::";
      return SqlExpression.of(name + text + type);
    }
    if (type.array()) {
      return arrayUsing(name, type, replaced);
    }
    String cases = replaced.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> " WHEN " + literal(entry.getKey()) + " THEN " + literal(entry.getValue()))
        .collect(Collectors.joining());
    return SqlExpression.of(
        "(CASE " + name + "::text" + cases + " ELSE " + name + "::text END)::" + type);
  }

  /** USING takes no subquery, so values are replaced one after the other. */
  private static SqlExpression arrayUsing(String name, SqlType type, Map<String, String> replaced) {
    String value = name + "::text[]";
    for (Map.Entry<String, String> entry : new java.util.TreeMap<>(replaced).entrySet()) {
      value = "array_replace(" + value + ", " + literal(entry.getKey()) + ", "
          + literal(entry.getValue()) + ")";
    }
    return SqlExpression.of(value + "::" + type);
  }

  /**
   * How values of the new type become values of the old one again: one that is new takes the place
   * of the first value, in the old type's order, that had become it.
   *
   * @param using of the form that {@link #using} gives it
   */
  static Map<String, String> restored(SqlExpression using, EnumType old, EnumType current) {
    Map<String, String> replaced = replaced(using);
    Map<String, String> restored = new HashMap<>();
    for (String value : old.values()) {
      String successor = replaced.get(value);
      if (successor != null
          && !current.values().contains(value)
          && current.values().contains(successor)
          && !old.values().contains(successor)) {
        restored.putIfAbsent(successor, value);
      }
    }
    return restored;
  }

  /** The values that an expression of the form of {@link #using} replaces, and their successors. */
  static Map<String, String> replaced(SqlExpression using) {
    List<String> literals = SqlTokens.of(using.text()).stream()
        .filter(token -> token.kind() == SqlTokens.Kind.STRING && token.text().matches("(?s)'.*'"))
        .map(token -> token.text().substring(1, token.text().length() - 1).replace("''", "'"))
        .toList();
    Map<String, String> replaced = new HashMap<>();
    for (int i = 0; i + 1 < literals.size(); i += 2) {
      replaced.put(literals.get(i), literals.get(i + 1));
    }
    return replaced;
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The steps that give the type of that name in {@code now} the target's values. */
  static List<Operation> to(EnumType target, Schema now) {
    EnumType current = Objects.enumType(now, target.name());
    Rebuild rebuild = new Rebuild(now);
    Dependents.in(now).on(List.of(current)).forEach(each -> rebuild.drop(Objects.drop(each)));
    List<Operation> alters = new ArrayList<>();
    for (Table table : now.tables().values()) {
      Set<String> columns = columns(table, current);
      if (!columns.isEmpty()) {
        rebuild.clearForRetype(table.name(), columns);
        columns.stream()
            .map(table.columns()::get)
            .filter(column -> column.computedOption().isEmpty())
            .forEach(column -> alters.add(new AlterColumnType(
                table.name(),
                column.name(),
                column.type(),
                column.collation(),
                using(column, column.type(), Map.of()))));
      }
    }
    ObjectKey old = current.key().withName(temporary(target.name()));
    List<Operation> operations = new ArrayList<>(rebuild.drops());
    operations.add(new RenameObject(current.key(), old.name().name()));
    operations.addAll(Objects.create(target));
    operations.addAll(alters);
    operations.add(new DropObject(old));
    operations.addAll(rebuild.restored());
    return operations;
  }

  private static Set<String> columns(Table table, EnumType type) {
    Set<String> columns = new LinkedHashSet<>();
    table.columns().stream()
        .filter(column -> type.isTypeOf(column.type()))
        .forEach(column -> columns.add(column.name()));
    return columns;
  }
}
