package dev.lockstep.processor.problem;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a partition by RANGE: from the one bound, up to the other.
 *
 * @param from one value for each key
 * @param to the same
 */
record RangeBounds(List<Bound> from, List<Bound> to) {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT = Pattern.compile(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?)?");

  /**
   * One value.
   *
   * @param side -1 for MINVALUE, 1 for MAXVALUE, 0 for all between
   * @param value null where it cannot be compared with others here
   */
  record Bound(String text, int side, @Nullable Comparable<?> value) {
    /** Empty where only PostgreSQL can tell. */
    OptionalInt compareTo(Bound other) {
      if (side != 0 || other.side != 0) {
        return OptionalInt.of(Integer.compare(side, other.side));
      }
      if (value instanceof BigDecimal number && other.value instanceof BigDecimal second) {
        return OptionalInt.of(number.compareTo(second));
      }
      return value instanceof String moment && other.value instanceof String second
          ? OptionalInt.of(moment.compareTo(second))
          : OptionalInt.empty();
    }
  }

  /** Of a partition whose values have the right form. */
  static RangeBounds of(Table table, Partitioning partitioning, Partition partition) {
    List<List<Token>> values = values(SqlTokens.of(partition.values().text()));
    String text = partition.values().text();
    List<Bound> bounds = new ArrayList<>();
    int keys = partitioning.keys().size();
    for (int i = 0; i < values.size(); i++) {
      bounds.add(bound(text, values.get(i), type(table, partitioning.keys().get(i % keys))));
    }
    return new RangeBounds(bounds.subList(0, keys), bounds.subList(keys, bounds.size()));
  }

  private static Optional<SqlType> type(Table table, IndexElement key) {
    return Optional.ofNullable(key.column()).flatMap(table.columns()::find).map(Column::type);
  }

  /** What stands between the commas of both lists. */
  private static List<List<Token>> values(List<Token> tokens) {
    List<List<Token>> values = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth -= token.is(")") ? 1 : 0;
      if ((depth == 0 && token.is("(")) || (depth == 1 && token.is(","))) {
        values.add(new ArrayList<>());
      } else if (depth > 0) {
        values.get(values.size() - 1).add(token);
      }
      depth += token.is("(") ? 1 : 0;
    }
    return values;
  }

  private static Bound bound(String text, List<Token> tokens, Optional<SqlType> type) {
    String written = tokens.isEmpty()
        ? ""
        : text.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    if (tokens.size() == 1 && (tokens.get(0).is("minvalue") || tokens.get(0).is("maxvalue"))) {
      return new Bound(written, tokens.get(0).is("minvalue") ? -1 : 1, null);
    }
    return new Bound(written, 0, type.map(of -> value(literal(tokens), of)).orElse(null));
  }

  /** The content of a literal, with its sign or its type; empty for anything else. */
  private static String literal(List<Token> tokens) {
    List<Token> rest = new ArrayList<>(tokens);
    if (rest.size() == 3 && rest.get(1).is("::")) {
      rest = rest.subList(0, 1);
    }
    boolean typed = rest.size() == 2 && (rest.get(0).is("date") || rest.get(0).is("timestamp"));
    boolean negative = rest.size() == 2 && rest.get(0).is("-") && rest.get(1).kind() == Kind.NUMBER;
    if (rest.size() != 1 && !typed && !negative) {
      return "";
    }
    Token last = rest.get(rest.size() - 1);
    if (last.kind() == Kind.NUMBER) {
      return (negative ? "-" : "") + last.text();
    }
    boolean plain = last.kind() == Kind.STRING && last.text().startsWith("'");
    return plain ? EnumDecisions.unquoted(last.text()).strip() : "";
  }

  private static @Nullable Comparable<?> value(String literal, SqlType type) {
    if (type.array() || !type.schema().isEmpty()) {
      return null;
    }
    if (Set.of("smallint", "integer", "bigint", "numeric").contains(type.name())) {
      boolean whole = literal.matches("-?[0-9]{1,18}");
      boolean fraction =
          type.name().equals("numeric") && literal.matches("-?[0-9]{1,18}\\.[0-9]{1,18}");
      return whole || fraction ? new BigDecimal(literal) : null;
    }
    if (type.name().equals("date")) {
      return DAY.matcher(literal).matches() ? literal : null;
    }
    boolean moment = Set.of("timestamp", "timestamptz").contains(type.name())
        && MOMENT.matcher(literal).matches();
    return moment ? padded(literal.replace('T', ' ')) : null;
  }

  private static String padded(String moment) {
    return moment + " 00:00:00.000000".substring(moment.length() - 10);
  }

  private static OptionalInt compare(List<Bound> one, List<Bound> other) {
    for (int i = 0; i < one.size(); i++) {
      OptionalInt order = one.get(i).compareTo(other.get(i));
      // Behind MINVALUE and MAXVALUE nothing counts.
      if (order.isEmpty() || order.getAsInt() != 0 || one.get(i).side() != 0) {
        return order;
      }
    }
    return OptionalInt.of(0);
  }

  /** Whether the first comes before the second for certain. */
  static boolean isBelow(List<Bound> one, List<Bound> other) {
    return compare(one, other).orElse(0) < 0;
  }

  /** Whether no row can be in it for certain. */
  boolean isEmpty() {
    return compare(from, to).orElse(-1) >= 0;
  }

  /** Whether a row can be in both for certain. */
  boolean overlaps(RangeBounds other) {
    return isBelow(from, other.to) && isBelow(other.from, to);
  }

  static String text(List<Bound> bounds) {
    return bounds.stream().map(Bound::text).collect(Collectors.joining(", ", "(", ")"));
  }

  static String values(List<Bound> from, List<Bound> to) {
    return "FROM " + text(from) + " TO " + text(to);
  }
}
