package dev.lockstep.postgres;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** CREATE INDEX. */
final class IndexDdl {
  private IndexDdl() {}

  static String create(QualifiedName table, Index index, DdlTarget target) {
    return create("INDEX", "", table, index, target);
  }

  static String createConcurrently(QualifiedName table, Index index, DdlTarget target) {
    return create("INDEX CONCURRENTLY", "", table, index, target);
  }

  static String createOnly(QualifiedName table, Index index, DdlTarget target) {
    return create("INDEX", "ONLY ", table, index, target);
  }

  private static String create(
      String words, String only, QualifiedName table, Index index, DdlTarget target) {
    // No index name takes a schema here: an index is always in the schema of its table.
    return "CREATE " + (index.unique() ? "UNIQUE " : "") + words + " " + SqlText.quote(index.name())
        + " ON " + only + target.name(table)
        + (index.method().equals("btree") ? "" : " USING " + SqlText.quote(index.method()))
        + " (" + elements(index) + ")"
        + ConstraintDdl.include(index.include())
        + nulls(index, target)
        + TableDdl.with(index.with())
        + where(index);
  }

  private static String elements(Index index) {
    List<String> elements = new ArrayList<>();
    for (IndexElement element : index.elements()) {
      elements.add(element(element));
    }
    return String.join(", ", elements);
  }

  static String element(IndexElement element) {
    SqlExpression expression = element.expression();
    String sql = expression == null
        ? SqlText.quote(Objects.requireNonNull(element.column()))
        : SqlText.enclosed(expression);
    sql += ColumnDdl.collate(element.collation());
    sql += element.operatorClass().isEmpty()
        ? ""
        : " " + SqlText.operatorClass(element.operatorClass());
    sql += element.descending() ? " DESC" : "";
    if (element.nullsFirst() != element.descending()) {
      sql += element.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    }
    return sql;
  }

  private static String nulls(Index index, DdlTarget target) {
    String clause = ConstraintDdl.nullsNotDistinct(index.nullsDistinct(), index.name(), target)
        .strip();
    return clause.isEmpty() ? "" : " " + clause;
  }

  private static String where(Index index) {
    return index.where() == null ? "" : " WHERE " + SqlText.enclosed(index.where());
  }
}
