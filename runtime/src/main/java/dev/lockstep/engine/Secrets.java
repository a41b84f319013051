package dev.lockstep.engine;

import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;

/** Keeps passwords in hand-written SQL out of messages. */
final class Secrets {
  private Secrets() {}

  /** The SQL with each text literal after the word PASSWORD replaced by {@code '***'}. */
  static String hidden(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    StringBuilder text = new StringBuilder(sql);
    for (int i = tokens.size() - 1; i > 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.STRING && tokens.get(i - 1).is("password")) {
        text.replace(token.start(), token.end(), "'***'");
      }
    }
    return text.toString();
  }
}
