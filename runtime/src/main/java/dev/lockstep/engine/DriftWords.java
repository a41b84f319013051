package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.Change;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a change from the expected to the found schema is; one branch for each kind. */
final class DriftWords {
  static final String NOTHING = "nothing";

  /** Stands where a definition needs a table but does not show it. */
  private static final QualifiedName ANY = QualifiedName.of("any");

  private DriftWords() {}

  /** At least one difference; more where the change is of several things. */
  static List<Difference> describe(Change change) {
    List<Difference> differences = ObjectDriftWords.describe(change);
    if (!differences.isEmpty()) {
      return differences;
    }
    if (change instanceof Change.TableOptionsChanged it) {
      return options(it);
    }
    return List.of(describeTable(change));
  }

  private static Difference describeTable(Change change) {
    if (change instanceof Change.NamespaceAdded it) {
      return new Difference(change, "schema " + quoted(it.name()), NOTHING, "there");
    }
    if (change instanceof Change.NamespaceRemoved it) {
      return new Difference(change, "schema " + quoted(it.name()), "there", NOTHING);
    }
    if (change instanceof Change.TableAdded it) {
      return new Difference(change, table(it.table().name()), NOTHING, "there");
    }
    if (change instanceof Change.TableRemoved it) {
      return new Difference(change, table(it.table().name()), "there", NOTHING);
    }
    if (change instanceof Change.TableRenamed it) {
      return new Difference(
          change, "name of " + table(it.from()), it.from().toString(), it.to().toString());
    }
    if (change instanceof Change.TableCommentChanged it) {
      return new Difference(
          change, "comment of " + table(it.table()), comment(it.from()), comment(it.to()));
    }
    return describePartition(change);
  }

  private static Difference describePartition(Change change) {
    if (change instanceof Change.PartitioningChanged it) {
      return new Difference(
          change, "partitioning of " + table(it.table()), keys(it.from()), keys(it.to()));
    }
    if (change instanceof Change.PartitionAdded it) {
      String object = member("partition", it.partition().name(), it.table());
      return new Difference(change, object, NOTHING, it.partition().values().text());
    }
    if (change instanceof Change.PartitionRemoved it) {
      String object = member("partition", it.partition().name(), it.table());
      return new Difference(change, object, it.partition().values().text(), NOTHING);
    }
    if (change instanceof Change.PartitionChanged it) {
      return new Difference(
          change,
          member("partition", it.from().name(), it.table()),
          it.from().values().text(),
          it.to().values().text());
    }
    return describeMember(change);
  }

  /** {@code RANGE (day)}. */
  private static String keys(@Nullable Partitioning partitioning) {
    return partitioning == null
        ? NOTHING
        : partitioning.strategy()
            + partitioning.keys().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", " (", ")"));
  }

  private static List<Difference> options(Change.TableOptionsChanged change) {
    TableOptions from = change.from();
    TableOptions to = change.to();
    String table = table(change.table());
    List<Difference> differences =
        new ArrayList<>(parameters(change, table, from.with(), to.with()));
    if (from.unlogged() != to.unlogged()) {
      differences.add(new Difference(change, "logging of " + table, logging(from), logging(to)));
    }
    if (!from.tablespace().equals(to.tablespace())) {
      differences.add(new Difference(
          change, "tablespace of " + table, given(from.tablespace()), given(to.tablespace())));
    }
    return differences;
  }

  private static String logging(TableOptions options) {
    return options.unlogged() ? "UNLOGGED" : "LOGGED";
  }

  /** One for each parameter that differs. */
  static List<Difference> parameters(
      Change change, String object, SortedMap<String, String> from, SortedMap<String, String> to) {
    SortedSet<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    return names.stream()
        .map(name -> new Difference(
            change,
            "parameter " + quoted(name) + " of " + object,
            from.getOrDefault(name, NOTHING),
            to.getOrDefault(name, NOTHING)))
        .filter(each -> !each.expected().equals(each.found()))
        .toList();
  }

  private static Difference describeMember(Change change) {
    if (change instanceof Change.ColumnAdded it) {
      String object = column(it.table(), it.column().name());
      return new Difference(change, object, NOTHING, definition(it.column()));
    }
    if (change instanceof Change.ColumnRemoved it) {
      String object = column(it.table(), it.column().name());
      return new Difference(change, object, definition(it.column()), NOTHING);
    }
    if (change instanceof Change.ColumnRenamed it) {
      return new Difference(change, "name of " + column(it.table(), it.from()), it.from(), it.to());
    }
    if (change instanceof Change.ColumnChanged it) {
      return new Difference(
          change,
          it.aspect().name().toLowerCase(Locale.ROOT) + " of "
              + column(it.table(), it.from().name()),
          aspect(it.aspect(), it.from()),
          aspect(it.aspect(), it.to()));
    }
    return describeConstraintOrIndex(change);
  }

  private static Difference describeConstraintOrIndex(Change change) {
    if (change instanceof Change.ConstraintAdded it) {
      String object = member("constraint", it.constraint().name(), it.table());
      return new Difference(change, object, NOTHING, definition(it.constraint()));
    }
    if (change instanceof Change.ConstraintRemoved it) {
      String object = member("constraint", it.constraint().name(), it.table());
      return new Difference(change, object, definition(it.constraint()), NOTHING);
    }
    if (change instanceof Change.ConstraintRenamed it) {
      String object = "name of " + member("constraint", it.from(), it.table());
      return new Difference(change, object, it.from(), it.to());
    }
    if (change instanceof Change.ConstraintChanged it) {
      return new Difference(
          change,
          member("constraint", it.from().name(), it.table()),
          definition(it.from()),
          definition(it.to()));
    }
    if (change instanceof Change.IndexAdded it) {
      String object = member("index", it.index().name(), it.table());
      return new Difference(change, object, NOTHING, definition(it.table(), it.index()));
    }
    if (change instanceof Change.IndexRemoved it) {
      String object = member("index", it.index().name(), it.table());
      return new Difference(change, object, definition(it.table(), it.index()), NOTHING);
    }
    if (change instanceof Change.IndexRenamed it) {
      String object = "name of " + member("index", it.from(), it.table());
      return new Difference(change, object, it.from(), it.to());
    }
    if (change instanceof Change.IndexChanged it) {
      return new Difference(
          change,
          member("index", it.from().name(), it.table()),
          definition(it.table(), it.from()),
          definition(it.table(), it.to()));
    }
    throw new IllegalArgumentException(change.toString());
  }

  private static String aspect(Change.Aspect aspect, Column column) {
    return switch (aspect) {
      case TYPE -> column.type().toString();
      case COLLATION -> column.collation().isEmpty() ? "that of the type" : column.collation();
      case NULLABILITY -> column.nullable() ? "NULL" : "NOT NULL";
      case COMMENT -> comment(column.comment());
      case DEFAULT, IDENTITY, COMPUTED -> value(column.value());
      case STORAGE -> given(column.options().storage());
      case COMPRESSION -> given(column.options().compression());
      case STATISTICS ->
        column.options().statistics() == null
            ? "default"
            : column.options().statistics().toString();
    };
  }

  private static String given(String option) {
    return option.isEmpty() ? "default" : option;
  }

  private static String value(@Nullable ColumnValue value) {
    if (value instanceof DefaultValue given) {
      return "DEFAULT " + given.expression().text();
    }
    if (value instanceof Identity identity) {
      return after(" ADD ", new AddIdentity(ANY, "any", identity));
    }
    if (value instanceof Computed computed) {
      return "GENERATED ALWAYS AS (" + computed.expression().text() + ")"
          + (computed.stored() ? " STORED" : " VIRTUAL");
    }
    return NOTHING;
  }

  /** Without the comment and the like, which are no part of a column's definition in SQL. */
  private static String definition(Column column) {
    return after(" ADD COLUMN ", new AddColumn(ANY, column.bare()));
  }

  private static String definition(Constraint constraint) {
    return after(" ADD ", new AddConstraint(ANY, constraint));
  }

  private static String definition(QualifiedName table, Index index) {
    return PostgresDdl.portable().sql(new CreateIndex(table, index));
  }

  private static String after(String words, Operation operation) {
    String sql = PostgresDdl.portable().sql(operation);
    return sql.substring(sql.indexOf(words) + words.length());
  }

  private static String table(QualifiedName name) {
    return "table " + quoted(name.toString());
  }

  private static String column(QualifiedName table, String name) {
    return member("column", name, table);
  }

  private static String member(String kind, String name, QualifiedName table) {
    return kind + " " + quoted(name) + " of " + table(table);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String comment(String comment) {
    return comment.isEmpty() ? NOTHING : comment;
  }
}
