package dev.lockstep.engine;

import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;

/** Keeps passwords in hand-written SQL out of messages. */
final class Secrets {
  private static final String WORD = "password";

  private Secrets() {}

  /** The SQL with each text literal after the word PASSWORD replaced by {@code '***'}. */
  static String hidden(String sql) {
    if (!sql.toLowerCase(Locale.ROOT).contains(WORD)) {
      return sql;
    }
    List<Token> tokens = SqlTokens.of(sql);
    StringBuilder text = new StringBuilder(sql);
    for (int i = tokens.size() - 1; i > 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.STRING && tokens.get(i - 1).is(WORD)) {
        text.replace(token.start(), token.end(), "'***'");
      }
    }
    return text.toString();
  }
}
