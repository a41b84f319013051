package dev.lockstep.testing;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a random view.
 *
 * @param source the table or view that it reads
 * @param outputs what it shows; empty for all columns, whatever they are
 * @param filter a column that must not be NULL; empty for all rows
 * @param joined another table or view whose rows it multiplies with those of the source
 */
record Selection(
    QualifiedName source,
    List<Output> outputs,
    String filter,
    @Nullable QualifiedName joined) {

  /** One column of the source, as it is, as text or as whether it is NULL. */
  record Output(String column, Form form) {
    enum Form {
      PLAIN,
      TEXT,
      NULLNESS
    }

    String name() {
      return column
          + switch (form) {
            case PLAIN -> "";
            case TEXT -> " text";
            case NULLNESS -> " null";
          };
    }

    SqlType type(SqlType of) {
      return switch (form) {
        case PLAIN -> of;
        case TEXT -> SqlType.of("text");
        case NULLNESS -> SqlType.of("boolean");
      };
    }

    String sql() {
      String name = "s." + Quoting.quoted(column);
      return switch (form) {
        case PLAIN -> name;
        case TEXT -> name + "::text AS " + Quoting.quoted(name());
        case NULLNESS -> name + " IS NULL as " + Quoting.quoted(name());
      };
    }
  }

  Map<String, SqlType> columns(Draft draft) {
    Map<String, SqlType> of = draft.columnsOf(source);
    if (outputs.isEmpty()) {
      return of;
    }
    Map<String, SqlType> columns = new LinkedHashMap<>();
    for (Output output : outputs) {
      SqlType type = of.get(output.column());
      if (type != null) {
        columns.put(output.name(), output.type(type));
      }
    }
    return columns;
  }

  String sql() {
    String columns = outputs.isEmpty()
        ? "s.*"
        : outputs.stream().map(Output::sql).collect(Collectors.joining(",\n  "));
    return "SELECT " + columns + "\nFROM " + Quoting.quoted(source) + " AS s"
        + (joined == null ? "" : " CROSS JOIN " + Quoting.quoted(joined) + " AS o")
        + (filter.isEmpty() ? "" : "\nWHERE s." + Quoting.quoted(filter) + " IS NOT NULL");
  }

  boolean reads(QualifiedName relation) {
    return source.equals(relation) || relation.equals(joined);
  }

  /** Whether rows can be written through the view, if they can be written to its source. */
  boolean isWritable() {
    return joined == null
        && (outputs.isEmpty()
            || outputs.stream().anyMatch(output -> output.form() == Output.Form.PLAIN));
  }

  Selection renameRelation(QualifiedName relation, QualifiedName newName) {
    return new Selection(
        source.equals(relation) ? newName : source,
        outputs,
        filter,
        relation.equals(joined) ? newName : joined);
  }

  /** After a column of the source was renamed. */
  Selection renameColumn(String column, String newName) {
    List<Output> renamed = outputs.stream()
        .map(each -> each.column().equals(column) ? new Output(newName, each.form()) : each)
        .toList();
    return new Selection(source, renamed, filter.equals(column) ? newName : filter, joined);
  }

  /** Without what the source does not have any more; null if nothing is left. */
  @Nullable
  Selection within(Map<String, SqlType> columns) {
    List<Output> left =
        outputs.stream().filter(each -> columns.containsKey(each.column())).toList();
    String leftFilter = columns.containsKey(filter) ? filter : "";
    return left.isEmpty() && !outputs.isEmpty()
        ? null
        : new Selection(source, left, leftFilter, joined);
  }

  Selection withOutputs(List<Output> newOutputs) {
    return new Selection(source, newOutputs, filter, joined);
  }

  Selection withFilter(String newFilter) {
    return new Selection(source, outputs, newFilter, joined);
  }
}
