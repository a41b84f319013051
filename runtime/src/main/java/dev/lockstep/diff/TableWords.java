package dev.lockstep.diff;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tables of a schema say in SQL: their types, collations and expressions. */
final class TableWords {
  private final Set<String> names = new HashSet<>();

  private TableWords(Schema schema) {
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        names.add(column.type().name());
        names.add(column.collation());
        // With its schema, or in quotes.
        words(column.collation());
      }
      expressions(table).forEach(expression -> words(expression.text()));
    }
  }

  private void words(String sql) {
    SqlTokens.of(sql).stream()
        .filter(SqlTokens.Token::isIdentifier)
        .forEach(token -> names.add(token.identifier()));
  }

  /** The SQL objects that tables use, and those that these need: they must exist before a table. */
  static List<SqlObject> usedObjects(Schema schema) {
    List<SqlObject> objects = schema.objects(SqlObject.class).toList();
    if (objects.isEmpty()) {
      return List.of();
    }
    TableWords words = new TableWords(schema);
    List<SqlObject> used = new ArrayList<>(objects.stream()
        .filter(object -> Dependents.created(object)
            .filter(made -> words.names.contains(made.name()))
            .isPresent())
        .toList());
    for (int i = 0; i < used.size(); i++) {
      SqlObject user = used.get(i);
      objects.stream()
          .filter(object ->
              !used.contains(object) && user.needs().contains(object.name().name()))
          .forEach(used::add);
    }
    return used;
  }

  /** All expressions of a table, generated columns, predicates and partition keys included. */
  static Stream<SqlExpression> expressions(Table table) {
    List<SqlExpression> found = new ArrayList<>();
    for (Column column : table.columns()) {
      column.defaultExpression().ifPresent(found::add);
      column.computedOption().ifPresent(computed -> found.add(computed.expression()));
    }
    table.constraints().forEach(constraint -> expressions(constraint).forEach(found::add));
    for (Index index : table.indexes()) {
      add(found, index.where());
      index.elements().forEach(element -> add(found, element));
    }
    if (table.partitioning() != null) {
      table.partitioning().keys().forEach(key -> add(found, key));
      table.partitions().forEach(partition -> found.add(partition.values()));
    }
    return found.stream();
  }

  /** All expressions of a constraint. */
  static Stream<SqlExpression> expressions(Constraint constraint) {
    List<SqlExpression> found = new ArrayList<>();
    if (constraint instanceof Check check) {
      found.add(check.expression());
    }
    if (constraint instanceof Exclusion exclusion) {
      add(found, exclusion.where());
      exclusion.elements().forEach(element -> add(found, element.what()));
    }
    return found.stream();
  }

  private static void add(List<SqlExpression> found, @Nullable SqlExpression expression) {
    if (expression != null) {
      found.add(expression);
    }
  }

  private static void add(List<SqlExpression> found, IndexElement element) {
    add(found, element.expression());
    if (!element.collation().isEmpty()) {
      found.add(SqlExpression.of(element.collation()));
    }
  }
}
