package dev.lockstep.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cast takes from values that it lets pass, so that no cast brings it back (PostgreSQL 14 to
 * 18). A cast that fails on what does not fit takes nothing.
 */
public final class CastLosses {
  private static final String CUT = "its values may have been cut";
  private static final String SPACES = "spaces at the end of its values may have been cut";
  private static final String WRITTEN = "how its text was written is gone";
  private static final String UNKNOWN = "its values may not come back as they were";
  private static final String ROUNDED = "its fractions were rounded";
  private static final String SECONDS = "its fractions of seconds were rounded";
  private static final String DIGITS = "its digits beyond the new precision are gone";

  private static final Set<String> TEXT = Set.of("text", "varchar", "char", "citext", "name");
  private static final Set<String> KEEPS_TEXT = Set.of("json", "xml", "citext", "text");
  private static final Map<String, String> PAIRS = pairs();

  private CastLosses() {}

  private static Map<String, String> pairs() {
    Map<String, String> losses = new HashMap<>();
    add(
        losses,
        ROUNDED,
        "numeric>smallint numeric>integer numeric>bigint real>smallint real>integer real>bigint"
            + " double>smallint double>integer double>bigint numeric>money jsonb>smallint"
            + " jsonb>integer jsonb>bigint");
    add(
        losses,
        DIGITS,
        "numeric>real numeric>double double>real double>numeric real>numeric bigint>real"
            + " bigint>double integer>real jsonb>real jsonb>double");
    add(losses, "its times of day are gone", "timestamp>date timestamptz>date");
    add(losses, "its dates are gone", "timestamp>time timestamptz>time timestamptz>timetz");
    add(losses, "its time zones are gone", "timetz>time");
    add(losses, "its days and months are gone", "interval>time");
    add(losses, "the host parts of its addresses are gone", "inet>cidr");
    add(losses, "the order, the duplicates and the spaces of its JSON are gone", "json>jsonb");
    add(losses, "which number it was is gone", "integer>boolean");
    add(losses, "its upper bits are gone", "xid8>xid");
    add(
        losses,
        "its shapes were simplified",
        "box>circle box>lseg box>point circle>box circle>point circle>polygon lseg>point"
            + " polygon>box polygon>circle polygon>point");
    return Map.copyOf(losses);
  }

  private static void add(Map<String, String> losses, String reason, String pairs) {
    List.of(pairs.split(" ")).forEach(pair -> losses.put(pair, reason));
  }

  /**
   * Why values of {@code from} do not all come back from {@code to}; empty if they do.
   *
   * @param explicit whether the cast is written out, as in {@code name::varchar(3)}, which cuts
   *     where an assignment fails
   */
  public static Optional<String> of(SqlType from, SqlType to, boolean explicit) {
    if (from.equals(to)) {
      return Optional.empty();
    }
    if (from.array() != to.array()) {
      return isText(to)
          ? ofText(from, to, explicit)
          : Optional.of(isText(from) ? WRITTEN : UNKNOWN);
    }
    SqlType element = to.element();
    if (isText(element)) {
      return ofText(from.element(), element, explicit);
    }
    return isText(from.element()) ? parsed(element) : ofValues(from.element(), element, explicit);
  }

  private static Optional<String> parsed(SqlType to) {
    return to.schema().isEmpty() && KEEPS_TEXT.contains(to.name())
        ? Optional.empty()
        : Optional.of(WRITTEN);
  }

  private static Optional<String> ofText(SqlType from, SqlType to, boolean explicit) {
    boolean padded = from.name().equals("char") && !from.array();
    if (to.name().equals("name")) {
      return from.name().equals("name") ? Optional.empty() : Optional.of(CUT);
    }
    boolean shorter = !to.modifiers().isEmpty() && Casts.narrows(from, to);
    if (explicit && shorter) {
      return Optional.of(CUT);
    }
    boolean trims = shorter || to.name().equals("char");
    return trims && !padded && isText(from) ? Optional.of(SPACES) : Optional.empty();
  }

  private static Optional<String> ofValues(SqlType from, SqlType to, boolean explicit) {
    if (from.name().equals(to.name()) && from.schema().equals(to.schema())) {
      return ofModifiers(from, to, explicit);
    }
    String pair = Casts.pair(from, to);
    if (PAIRS.containsKey(pair)) {
      return Optional.of(PAIRS.getOrDefault(pair, UNKNOWN));
    }
    if (!Casts.isKnown(from, to)) {
      return Optional.of(UNKNOWN);
    }
    if (to.name().equals("bit") && !from.name().equals("varbit")) {
      return bits(from) <= length(to) ? Optional.empty() : Optional.of("its upper bits are gone");
    }
    if (to.name().equals("bit")) {
      return explicit ? Optional.of(CUT) : Optional.empty();
    }
    if (to.name().equals("numeric") && from.name().equals("money")) {
      return !to.modifiers().isEmpty() && Casts.scale(to) < 2
          ? Optional.of(ROUNDED)
          : Optional.empty();
    }
    return isTime(to)
            && !from.name().equals("date")
            && !to.modifiers().isEmpty()
            && Casts.modifiersNarrow(from, to)
        ? Optional.of(SECONDS)
        : Optional.empty();
  }

  private static Optional<String> ofModifiers(SqlType from, SqlType to, boolean explicit) {
    if (from.name().equals("numeric")) {
      boolean rounds = !to.modifiers().isEmpty()
          && (from.modifiers().isEmpty() || Casts.scale(to) < Casts.scale(from));
      return rounds ? Optional.of(ROUNDED) : Optional.empty();
    }
    if (!Casts.modifiersNarrow(from, to)) {
      return Optional.empty();
    }
    if (from.name().equals("bit") || from.name().equals("varbit")) {
      return explicit ? Optional.of(CUT) : Optional.empty();
    }
    return Optional.of(isTime(to) ? SECONDS : UNKNOWN);
  }

  private static boolean isTime(SqlType type) {
    return type.schema().isEmpty()
        && (type.name().startsWith("time") || type.name().equals("interval"));
  }

  private static boolean isText(SqlType type) {
    return !type.array() && type.schema().isEmpty() && TEXT.contains(type.name());
  }

  private static int bits(SqlType integer) {
    return integer.name().equals("integer") ? 32 : 64;
  }

  private static int length(SqlType bit) {
    return bit.modifiers().isEmpty() ? 1 : Integer.parseInt(bit.modifiers().get(0));
  }
}
