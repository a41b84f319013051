package dev.lockstep.engine;

import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that begin or end a transaction. What this does not see (END, which also closes the
 * body of a function) is noticed when the transaction is to be committed.
 */
final class TransactionControl {
  private static final Set<String> WORDS = Set.of("begin", "start", "commit", "rollback", "abort");

  private TransactionControl() {}

  /** The first two words of such a statement, upper case, if the SQL holds one. */
  static Optional<String> in(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    for (int i = 0; i < tokens.size(); i++) {
      boolean first = i == 0 || tokens.get(i - 1).is(";");
      if (first && controls(tokens.get(i).identifier(), word(tokens, i + 1))) {
        return Optional.of((tokens.get(i).identifier() + " " + word(tokens, i + 1))
            .strip()
            .toUpperCase(java.util.Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static boolean controls(String word, String following) {
    return (WORDS.contains(word) && !following.equals("to"))
        || (word.equals("prepare") && following.equals("transaction"));
  }

  private static String word(List<Token> tokens, int index) {
    return index < tokens.size() && !tokens.get(index).is(";")
        ? tokens.get(index).identifier()
        : "";
  }
}
