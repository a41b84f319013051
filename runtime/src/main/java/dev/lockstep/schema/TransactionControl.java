package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements that begin or end a transaction. */
public final class TransactionControl {
  private static final Set<String> WORDS =
      Set.of("begin", "start", "commit", "end", "rollback", "abort");

  private TransactionControl() {}

  /** The first two words of such a statement, upper case, if the SQL holds one. */
  public static Optional<String> in(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    int start = 0;
    while (start < tokens.size()) {
      if (controls(tokens, start)) {
        return Optional.of(
            (word(tokens, start) + " " + word(tokens, start + 1)).strip().toUpperCase(Locale.ROOT));
      }
      start = statementEnd(tokens, start) + 1;
    }
    return Optional.empty();
  }

  private static boolean controls(List<Token> tokens, int start) {
    String first = word(tokens, start);
    String second = word(tokens, start + 1);
    if (first.equals("rollback")) {
      boolean noise = second.equals("work") || second.equals("transaction");
      return !word(tokens, start + (noise ? 2 : 1)).equals("to");
    }
    return WORDS.contains(first) || (first.equals("prepare") && second.equals("transaction"));
  }

  /** The index of the semicolon that ends the statement, or the number of tokens. */
  private static int statementEnd(List<Token> tokens, int start) {
    boolean body = false;
    for (int i = start; i < tokens.size(); i++) {
      body |= isRoutine(tokens, start) && opensBody(tokens, i);
      if (body && closesBody(tokens, i)) {
        body = false;
      } else if (!body && tokens.get(i).is(";")) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Elsewhere the two words that open a body can be a column and its label. */
  private static boolean isRoutine(List<Token> tokens, int start) {
    int kind = word(tokens, start + 1).equals("or") ? start + 3 : start + 1;
    return word(tokens, start).equals("create")
        && Set.of("function", "procedure").contains(word(tokens, kind));
  }

  private static boolean opensBody(List<Token> tokens, int atomic) {
    return word(tokens, atomic).equals("atomic") && word(tokens, atomic - 1).equals("begin");
  }

  /** Each statement of a body has its semicolon; the END of a CASE never follows one. */
  private static boolean closesBody(List<Token> tokens, int end) {
    return word(tokens, end).equals("end")
        && (tokens.get(end - 1).is(";") || opensBody(tokens, end - 1));
  }

  /** Lower case; empty if there is none. */
  private static String word(List<Token> tokens, int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).kind() == SqlTokens.Kind.WORD
        ? tokens.get(index).identifier()
        : "";
  }
}
