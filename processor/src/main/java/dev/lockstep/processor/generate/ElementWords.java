package dev.lockstep.processor.generate;

import dev.lockstep.processor.generate.Expression.Call;
import dev.lockstep.processor.generate.Expression.Text;
import dev.lockstep.processor.generate.Expression.Word;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns, constraints and indexes in the words of {@code SchemaElements}; remembers which words
 * must be imported.
 */
final class ElementWords {
  private final SortedSet<String> elements = new TreeSet<>();
  private final SortedSet<String> actions = new TreeSet<>();
  private final TypeWords types = new TypeWords(this::word);

  /** Members of {@code SchemaElements} used so far. */
  SortedSet<String> elements() {
    return elements;
  }

  /** Constants of {@code ReferentialAction} used so far. */
  SortedSet<String> actions() {
    return actions;
  }

  TypeWords types() {
    return types;
  }

  static Text text(String value) {
    return new Text(value);
  }

  static Text text(SqlExpression expression) {
    return new Text(expression.text());
  }

  Expression element(TableElement element) {
    return element instanceof Column column ? column(column) : constraint((Constraint) element);
  }

  Expression column(Column column) {
    Call call = word("column", text(column.name()), types.type(column.type()));
    call = column.nullable() ? call : call.then("notNull");
    call = value(call, column.value());
    return column.collation().isEmpty() ? call : call.then("collate", text(column.collation()));
  }

  private Call value(Call column, @Nullable ColumnValue value) {
    if (value instanceof DefaultValue defaultValue) {
      return column.then("defaultValue", text(defaultValue.expression()));
    }
    if (value instanceof Identity identity) {
      return identity.equals(Identity.byDefault())
          ? column.then("identity")
          : column.then("identity", identity(identity));
    }
    if (value instanceof Computed computed) {
      String method = computed.stored() ? "computed" : "computedVirtual";
      return column.then(method, text(computed.expression()));
    }
    return column;
  }

  /** The increment comes first and the start last: what is left out depends on them. */
  Expression identity(Identity identity) {
    return options(word(identity.always() ? "identityAlways" : "identityByDefault"), identity);
  }

  /** The options of an identity or a sequence, in the same order. */
  Call options(Call start, Identity identity) {
    Call call = number(start, "increment", identity.increment());
    call = number(call, "min", identity.min());
    call = number(call, "max", identity.max());
    call = number(call, "start", identity.start());
    call = number(call, "cache", identity.cache());
    return identity.cycles() ? call.then("cycle") : call;
  }

  private static Call number(Call call, String method, @Nullable Long value) {
    if (value == null) {
      return call;
    }
    boolean small = value == value.intValue();
    return call.then(method, new Word(small ? value.toString() : value + "L"));
  }

  Expression constraint(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      Call call = named("primaryKey", key.name(), key.columns());
      return key.withoutOverlaps() ? call.then("notOverlapping") : call;
    }
    if (constraint instanceof Unique unique) {
      return unique(unique);
    }
    if (constraint instanceof ForeignKey key) {
      return foreignKey(key);
    }
    if (constraint instanceof Exclusion exclusion) {
      return exclusion(exclusion);
    }
    Check check = (Check) constraint;
    return word("check", text(check.name()), text(check.expression()));
  }

  private Expression unique(Unique unique) {
    Call call = named("unique", unique.name(), unique.columns());
    call = unique.nullsDistinct() ? call : call.then("nullsNotDistinct");
    call = deferral(call, unique.deferral());
    call = unique.withoutOverlaps() ? call.then("notOverlapping") : call;
    return include(call, unique.include());
  }

  private Expression exclusion(Exclusion exclusion) {
    Stream<String> parts = exclusion.elements().stream().map(Exclusion.Element::toString);
    Call call = word(
        "exclude", texts(Stream.concat(Stream.of(exclusion.name(), exclusion.method()), parts)));
    call = exclusion.where() == null ? call : call.then("where", text(exclusion.where()));
    return deferral(call, exclusion.deferral());
  }

  /** How a table is partitioned and stored. */
  List<Expression> clauses(Table table) {
    List<Expression> clauses = new ArrayList<>();
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      String word = switch (partitioning.strategy()) {
        case RANGE -> "partitionByRange";
        case LIST -> "partitionByList";
        case HASH -> "partitionByHash";
      };
      clauses.add(word(word, texts(partitioning.keys().stream().map(IndexElement::toString))));
    }
    if (!table.options().equals(TableOptions.NONE)) {
      clauses.add(options(table.options()));
    }
    return clauses;
  }

  private Expression options(TableOptions options) {
    Call call = word("tableOptions");
    for (var parameter : options.with().entrySet()) {
      call = call.then("with", text(parameter.getKey()), text(parameter.getValue()));
    }
    call = options.unlogged() ? call.then("notLogged") : call;
    return options.tablespace().isEmpty()
        ? call
        : call.then("tablespace", text(options.tablespace()));
  }

  private Expression foreignKey(ForeignKey key) {
    boolean elsewhere = !key.target().schema().isEmpty();
    Stream<String> target = elsewhere
        ? Stream.of(key.target().schema(), key.target().name())
        : Stream.of(key.target().name());
    Call call = named("foreignKey", key.name(), key.columns())
        .then(
            elsewhere ? "referencesIn" : "references",
            texts(Stream.concat(target, key.targetColumns().stream())));
    call = action(call, "onDelete", key.onDelete());
    call = action(call, "onUpdate", key.onUpdate());
    call = key.coversPeriod() ? call.then("period") : call;
    return deferral(call, key.deferral());
  }

  private Call action(Call key, String method, ReferentialAction action) {
    if (action == ReferentialAction.NO_ACTION) {
      return key;
    }
    actions.add(action.name());
    return key.then(method, new Word(action.name()));
  }

  private static Call deferral(Call constraint, Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> constraint;
      case DEFERRABLE -> constraint.then("deferrable");
      case INITIALLY_DEFERRED -> constraint.then("initiallyDeferred");
    };
  }

  Expression index(Index index) {
    List<String> parts = index.elements().stream().map(IndexElement::toString).toList();
    Call call = named(index.unique() ? "uniqueIndex" : "index", index.name(), parts);
    call = index.nullsDistinct() ? call : call.then("nullsNotDistinct");
    call = index.method().equals("btree") ? call : call.then("using", text(index.method()));
    call = include(call, index.include());
    call = index.where() == null ? call : call.then("where", text(index.where()));
    for (var parameter : index.with().entrySet()) {
      call = call.then("with", text(parameter.getKey()), text(parameter.getValue()));
    }
    return call;
  }

  private static Call include(Call call, List<String> columns) {
    return columns.isEmpty() ? call : call.then("include", texts(columns.stream()));
  }

  private Call named(String word, String name, List<String> parts) {
    return word(word, texts(Stream.concat(Stream.of(name), parts.stream())));
  }

  private static Expression[] texts(Stream<String> values) {
    return values.map(Text::new).toArray(Expression[]::new);
  }

  Call word(String word, Expression... arguments) {
    elements.add(word);
    return Call.of(word, arguments);
  }
}
