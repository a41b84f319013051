package dev.lockstep.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL does to the values of a column when its type changes. Casts as in the catalog
 * {@code pg_cast} of PostgreSQL 14 to 18; rewrites as measured there, with the session's time zone
 * at UTC.
 */
public final class Casts {
  /** How far PostgreSQL converts by itself. */
  public enum Cast {
    /** ALTER COLUMN TYPE converts by itself. */
    ASSIGNMENT,
    /** Only {@code USING column::type} converts. */
    EXPLICIT,
    /** No cast at all; USING needs an expression of its own. */
    NONE
  }

  private static final Set<String> WIDENING = pairs(
      "smallint>integer smallint>bigint smallint>numeric smallint>real smallint>double integer>bigint integer>numeric"
          + " integer>double bigint>numeric real>double date>timestamp date>timestamptz timestamp>timestamptz"
          + " timestamptz>timestamp time>timetz time>interval json>jsonb jsonb>json cidr>inet macaddr>macaddr8 name>text"
          + " integer>money money>numeric point>box polygon>path xml>text xml>varchar"
          + " boolean>text inet>text cidr>text bit>varbit citext>text citext>varchar text>citext varchar>citext"
          + " oid>bigint box>polygon");
  private static final Set<String> NARROWING = pairs(
      "integer>smallint bigint>smallint bigint>integer numeric>smallint numeric>integer numeric>bigint real>smallint"
          + " real>integer real>bigint double>smallint double>integer double>bigint double>real double>numeric real>numeric"
          + " numeric>real numeric>double bigint>real bigint>double integer>real timestamp>date timestamptz>date"
          + " timestamp>time timestamptz>time timestamptz>timetz timetz>time interval>time inet>cidr macaddr8>macaddr"
          + " numeric>money text>name varchar>name char>name varbit>bit"
          + " smallint>oid bigint>oid bigint>money path>polygon"
          // Beyond 2147483647 another number, or a negative one: the bits stay, the value does not.
          + " oid>integer integer>oid"
          + " text>\"char\" varchar>\"char\" char>\"char\" bpchar>\"char\"");
  private static final Set<String> EXPLICIT = pairs(
      "boolean>integer integer>boolean bigint>bit integer>bit bit>integer bit>bigint jsonb>boolean jsonb>smallint"
          + " jsonb>integer jsonb>bigint jsonb>numeric jsonb>real jsonb>double daterange>datemultirange"
          + " int4range>int4multirange int8range>int8multirange numrange>nummultirange tsrange>tsmultirange"
          + " tstzrange>tstzmultirange box>circle box>lseg box>point circle>box circle>point circle>polygon lseg>point"
          + " polygon>box polygon>circle polygon>point xid8>xid integer>\"char\" \"char\">integer");
  /** Pairs with one binary form, which keep the table as it is unless a length is to be checked. */
  private static final Set<String> SAME_FORM = pairs(
      "varchar>text text>varchar citext>text text>citext citext>varchar varchar>citext cidr>inet"
          + " char>bpchar text>bpchar varchar>bpchar citext>bpchar"
          + " timestamp>timestamptz timestamptz>timestamp bit>varbit integer>oid oid>integer");

  private static final Set<String> TEXT =
      Set.of("text", "varchar", "char", "bpchar", "citext", "name");

  /** Digits of a second that a time without a precision has. */
  private static final int MICROSECONDS = 6;

  private Casts() {}

  private static Set<String> pairs(String list) {
    return Set.of(list.split(" "));
  }

  /**
   * Whether the type is one whose casts are told here; of another no cast is assumed but by text.
   */
  public static boolean knows(SqlType type) {
    return type.isBuiltIn() || (type.schema().isEmpty() && type.name().equals("citext"));
  }

  public static Cast between(SqlType from, SqlType to) {
    if (from.array() != to.array()) {
      return isText(to) ? Cast.ASSIGNMENT : isText(from) ? Cast.EXPLICIT : Cast.NONE;
    }
    String pair = pair(from, to);
    if (sameName(from, to) || WIDENING.contains(pair) || NARROWING.contains(pair)) {
      return Cast.ASSIGNMENT;
    }
    if (TEXT.contains(to.name()) && to.schema().isEmpty() && !EXPLICIT.contains(pair)) {
      return Cast.ASSIGNMENT;
    }
    return EXPLICIT.contains(pair)
            || (TEXT.contains(from.name()) && from.schema().isEmpty())
        ? Cast.EXPLICIT
        : Cast.NONE;
  }

  /**
   * The USING expression that converts, by text where there is no cast; null where none is needed.
   */
  public static @Nullable SqlExpression using(SqlType from, SqlType to, String column) {
    String name = SqlTokens.identifier(column);
    return switch (between(from, to)) {
      case ASSIGNMENT -> null;
      case EXPLICIT -> SqlExpression.of(name + "::" + to);
      case NONE -> SqlExpression.of(name + "::text::" + to);
    };
  }

  /** Whether PostgreSQL has the cast, and we know what it does. */
  static boolean isKnown(SqlType from, SqlType to) {
    String pair = pair(from, to);
    return WIDENING.contains(pair) || NARROWING.contains(pair) || EXPLICIT.contains(pair);
  }

  /**
   * Whether a value of {@code from} may not fit {@code to}, or fit only after it lost something.
   * Without a cast on assignment it is USING that decides: true then.
   */
  public static boolean narrows(SqlType from, SqlType to) {
    if (between(from, to) != Cast.ASSIGNMENT) {
      return true;
    }
    if (from.array() && to.array()) {
      return narrows(from.element(), to.element());
    }
    if (sameName(from, to) && from.array() == to.array()) {
      return modifiersNarrow(from, to);
    }
    if (isText(to) && !to.name().equals("citext")) {
      return !TextLength.fits(from, to);
    }
    return NARROWING.contains(pair(from, to))
        ? !floatHolds(from, to)
        : !to.modifiers().isEmpty() && !fits(from, to);
  }

  /**
   * Whether the values become anything but what a cast to the type makes of them: an expression of
   * its own runs for each row.
   *
   * @param column raw name
   * @param using null for none
   */
  public static boolean converts(String column, SqlType to, @Nullable SqlExpression using) {
    String name = SqlTokens.identifier(column);
    return using != null
        && !using.equals(SqlExpression.of(name))
        && !using.equals(SqlExpression.of(name + "::" + to));
  }

  /**
   * Whether ALTER COLUMN TYPE writes the whole table and its indexes anew, under a lock that stops
   * reads and writes. A cast in USING is to PostgreSQL what it does by itself (measured on 14 to
   * 18).
   *
   * @param column as it is; by the name that {@code using} has for it
   * @param using null for none
   */
  public static boolean rewrites(Column column, SqlType to, @Nullable SqlExpression using) {
    return converts(column.name(), to, using) || rewrites(column.type(), to);
  }

  /** The same without USING, or with a cast there. */
  static boolean rewrites(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return false;
    }
    if (from.array() || to.array()) {
      return !sameName(from, to)
          || from.array() != to.array()
          || !to.modifiers().isEmpty();
    }
    if (SAME_FORM.contains(pair(from, to))) {
      return !to.modifiers().isEmpty();
    }
    boolean keepsItsForm = Set.of(
            "varchar",
            "numeric",
            "varbit",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval")
        .contains(from.name());
    return !(sameName(from, to)
        && keepsItsForm
        && !modifiersNarrow(from, to)
        && sameScale(from, to));
  }

  private static boolean sameScale(SqlType from, SqlType to) {
    return !from.name().equals("numeric") || to.modifiers().isEmpty() || scale(from) == scale(to);
  }

  /** Among types of which the one holds all that the other does, lengths apart. */
  private static boolean fits(SqlType from, SqlType to) {
    return switch (from.name()) {
      case "smallint" -> holdsDigits(to, 5);
      case "integer" -> holdsDigits(to, 10);
      case "bigint" -> holdsDigits(to, 19);
      case "bit" -> to.name().equals("varbit") && number(from, 0) <= number(to, 0);
      case "date" -> true;
      case "time", "timestamp", "timestamptz" ->
        number(to, 0) >= (from.modifiers().isEmpty() ? MICROSECONDS : number(from, 0));
      default -> false;
    };
  }

  private static boolean holdsDigits(SqlType to, int digits) {
    return to.name().equals("numeric") && number(to, 0) - scale(to) >= digits;
  }

  /** Whether a decimal number comes back from its nearest binary one. */
  private static boolean floatHolds(SqlType from, SqlType to) {
    int digits = to.name().equals("real") ? 6 : to.name().equals("double precision") ? 15 : 0;
    return from.name().equals("numeric")
        && !from.modifiers().isEmpty()
        && number(from, 0) <= digits;
  }

  static boolean modifiersNarrow(SqlType from, SqlType to) {
    if (to.modifiers().isEmpty() || from.modifiers().equals(to.modifiers())) {
      return false;
    }
    if (from.name().equals("numeric")) {
      return from.modifiers().isEmpty()
          || scale(to) < scale(from)
          || number(to, 0) - scale(to) < number(from, 0) - scale(from);
    }
    if (from.name().equals("bit") || !from.isBuiltIn()) {
      return true;
    }
    boolean time = from.name().startsWith("time") || from.name().startsWith("interval");
    int unlimited = time ? MICROSECONDS : Integer.MAX_VALUE;
    try {
      return Integer.parseInt(to.modifiers().get(0))
          < (from.modifiers().isEmpty() ? unlimited : number(from, 0));
    } catch (NumberFormatException e) {
      return true;
    }
  }

  static int scale(SqlType numeric) {
    return numeric.modifiers().size() > 1 ? number(numeric, 1) : 0;
  }

  private static int number(SqlType type, int modifier) {
    return Integer.parseInt(type.modifiers().get(modifier));
  }

  private static boolean isText(SqlType type) {
    return !type.array() && type.schema().isEmpty() && TEXT.contains(type.name());
  }

  private static boolean sameName(SqlType from, SqlType to) {
    return from.name().equals(to.name()) && from.schema().equals(to.schema());
  }

  static String pair(SqlType from, SqlType to) {
    return key(from) + ">" + key(to);
  }

  private static String key(SqlType type) {
    String name = type.schema().isEmpty() ? type.name() : type.schema() + "." + type.name();
    return List.of("double precision").contains(name)
        ? "double"
        : name.startsWith("interval ") ? "interval" : name;
  }
}
