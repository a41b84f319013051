package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Set;

/**
 * Whether PostgreSQL computes a default anew for each row that exists, instead of once for all
 * (PostgreSQL manual, ALTER TABLE, notes; 38.7 Function Volatility Categories).
 */
public final class Volatility {
  /** Functions that people use in defaults and that are stable or immutable. */
  private static final Set<String> STEADY = Set.of(
      ("now transaction_timestamp statement_timestamp timezone lower upper initcap concat concat_ws format date_trunc"
              + " date_part make_date make_time make_interval make_timestamp make_timestamptz to_date to_timestamp to_char"
              + " to_number to_json to_jsonb to_tsvector to_tsquery json_build_object jsonb_build_object json_build_array"
              + " jsonb_build_array array_fill abs ceil ceiling floor round trunc mod power sqrt length char_length left right"
              + " substr replace repeat lpad rpad btrim ltrim rtrim reverse split_part md5 sha256 encode decode convert_to"
              + " chr ascii age justify_interval current_setting current_database current_schema version point box circle"
              + " int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange"
              + " tsmultirange tstzmultirange datemultirange host text inet_client_addr pg_backend_pid")
          .split(" "));

  /** Keywords that stand before a parenthesis without being called. */
  private static final Set<String> KEYWORDS = Set.of(
      "coalesce case when then else and or not in any all some array row cast extract greatest least nullif overlay"
          .split(" "));

  private Volatility() {}

  /** A function that is not known here counts as volatile, as it does in PostgreSQL. */
  public static boolean isVolatile(SqlExpression expression) {
    List<Token> tokens = SqlTokens.of(expression.text());
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is("(") && isVolatileCall(tokens, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVolatileCall(List<Token> tokens, int at) {
    Token name = tokens.get(at);
    if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED) {
      return false;
    }
    String word = name.identifier();
    boolean ofCatalog =
        at < 2 || !tokens.get(at - 1).is(".") || tokens.get(at - 2).is("pg_catalog");
    boolean type = at > 0 && tokens.get(at - 1).is("::");
    return !type
        && !(ofCatalog && (STEADY.contains(word) || KEYWORDS.contains(word) || isType(word)));
  }

  private static boolean isType(String word) {
    return SqlType.of(word).isBuiltIn()
        || Set.of("position", "substring", "trim", "current_time", "current_timestamp", "localtime")
            .contains(word);
  }
}
