package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL type by its canonical name, so that {@code int4} and {@code integer} are one value
 * (PostgreSQL manual, table 8.1).
 *
 * @param schema raw name of the schema of a type that is not PostgreSQL's own; else empty
 * @param name canonical name of PostgreSQL's own types ({@code varchar}, {@code timestamptz}), else
 *     the raw name
 * @param modifiers what stands in parentheses: length, precision and scale, ...; may be empty
 * @param array whether it is an array of that; PostgreSQL does not tell dimensions or sizes apart
 */
public record SqlType(String schema, String name, List<String> modifiers, boolean array) {
  /** PostgreSQL's type of a single byte, which is another one than {@code char}. */
  static final String SINGLE_BYTE = "\"char\"";

  /** Of certain fields, as {@code interval day to second}. */
  private static final Pattern INTERVAL = Pattern.compile("interval [a-z]+( to [a-z]+)?");

  private static final int LONGEST_VARCHAR = 10_485_760;
  private static final Map<String, String> ALIASES = Map.ofEntries(
      Map.entry("int", "integer"),
      Map.entry("int4", "integer"),
      Map.entry("int2", "smallint"),
      Map.entry("int8", "bigint"),
      Map.entry("bool", "boolean"),
      Map.entry("float4", "real"),
      Map.entry("float8", "double precision"),
      Map.entry("double", "double precision"),
      Map.entry("decimal", "numeric"),
      Map.entry("dec", "numeric"),
      Map.entry("character varying", "varchar"),
      Map.entry("char varying", "varchar"),
      Map.entry("character", "char"),
      Map.entry("nchar", "char"),
      Map.entry("national char", "char"),
      Map.entry("national character", "char"),
      Map.entry("nchar varying", "varchar"),
      Map.entry("national char varying", "varchar"),
      Map.entry("national character varying", "varchar"),
      Map.entry("bit varying", "varbit"),
      Map.entry("timestamp with time zone", "timestamptz"),
      Map.entry("timestamp without time zone", "timestamp"),
      Map.entry("time with time zone", "timetz"),
      Map.entry("time without time zone", "time"));
  private static final Set<String> BUILT_IN = Set.of(
      ("bigint bit boolean box bpchar bytea char cidr circle date daterange datemultirange inet int4multirange int4range"
              + " int8multirange int8range integer interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric"
              + " nummultirange numrange oid path pg_lsn pg_snapshot point polygon real regclass regconfig regproc regtype"
              + " smallint text time timestamp timestamptz timetz tsmultirange tsquery tsrange tstzmultirange tstzrange"
              + " tsvector txid_snapshot uuid varbit varchar xid xid8 xml")
          .split(" "));

  public SqlType {
    modifiers = List.copyOf(modifiers);
  }

  /** One of PostgreSQL's own types, by canonical name. */
  public static SqlType of(String name, Object... modifiers) {
    List<String> texts = new ArrayList<>();
    for (Object modifier : modifiers) {
      texts.add(String.valueOf(modifier));
    }
    return canonical("", name, texts, false);
  }

  /**
   * The type that SQL text names, as in {@code varchar(20)[]}, {@code timestamp(3) with time zone}
   * or {@code app."Mood"}.
   *
   * @throws IllegalArgumentException if the text is no type's name
   */
  public static SqlType parse(String text) {
    return new SqlTypeParser(text).type();
  }

  static SqlType canonical(String schema, String name, List<String> modifiers, boolean array) {
    if (!schema.isEmpty()) {
      return new SqlType(schema, name, modifiers, array);
    }
    if (name.startsWith("_") && modifiers.isEmpty() && isNameOfArray(name)) {
      return arrayOf(name.substring(1));
    }
    String canonical = ALIASES.getOrDefault(name, name);
    if (canonical.equals("float")) {
      boolean single = !modifiers.isEmpty() && Integer.parseInt(modifiers.get(0)) <= 24;
      return new SqlType("", single ? "real" : "double precision", List.of(), array);
    }
    if (canonical.equals("numeric") && modifiers.size() == 1) {
      return new SqlType("", canonical, List.of(modifiers.get(0), "0"), array);
    }
    if (canonical.equals("bpchar") && !modifiers.isEmpty()) {
      return new SqlType("", "char", modifiers, array);
    }
    if ((canonical.equals("char") || canonical.equals("bit")) && modifiers.isEmpty()) {
      return new SqlType("", canonical, List.of("1"), array);
    }
    boolean tooLong = canonical.equals("varchar")
        && !modifiers.isEmpty()
        && Long.parseLong(modifiers.get(0)) > LONGEST_VARCHAR;
    return tooLong
        ? new SqlType("", "text", List.of(), array)
        : new SqlType("", canonical, modifiers, array);
  }

  /** Whether it is how PostgreSQL itself calls an array of one of its own types: {@code _int4}. */
  private static boolean isNameOfArray(String name) {
    String element = name.substring(1);
    boolean sizeUnknown = element.equals("bit");
    return !sizeUnknown
        && !element.startsWith("_")
        && new SqlType("", ALIASES.getOrDefault(element, element), List.of(), false).isBuiltIn();
  }

  private static SqlType arrayOf(String element) {
    return element.equals("char")
        ? new SqlType("", SINGLE_BYTE, List.of(), true)
        : canonical("", element, List.of(), true);
  }

  public SqlType arrayOf() {
    return new SqlType(schema, name, modifiers, true);
  }

  public SqlType element() {
    return new SqlType(schema, name, modifiers, false);
  }

  /** Whether this is a type of PostgreSQL itself, not of an extension or of the user. */
  public boolean isBuiltIn() {
    return schema.isEmpty()
        && (BUILT_IN.contains(name)
            || (name.startsWith("interval ") && INTERVAL.matcher(name).matches())
            || name.equals("double precision")
            || name.equals(SINGLE_BYTE));
  }

  /** Whether values of the type are text with a collation. */
  public boolean isText() {
    return !array
        && schema.isEmpty()
        && Set.of("text", "varchar", "char", "citext", "name").contains(name);
  }

  /**
   * The type as SQL text: {@code varchar(20)[]}; the names of other types are quoted where they
   * must be.
   */
  @Override
  public String toString() {
    String arguments = modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
    return String.join("", path(), arguments, array ? "[]" : "");
  }

  private String path() {
    if (schema.isEmpty() && BUILT_IN.contains(name)) {
      return name;
    }
    String qualifier = schema.isEmpty() ? "" : SqlTokens.identifier(schema) + ".";
    return qualifier + (isBuiltIn() ? name.toLowerCase(Locale.ROOT) : SqlTokens.identifier(name));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SqlType that
            && array == that.array
            && name.equals(that.name)
            && modifiers.equals(that.modifiers)
            && schema.equals(that.schema));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
