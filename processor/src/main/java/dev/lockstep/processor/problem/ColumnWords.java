package dev.lockstep.processor.problem;

import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words of an expression over one table can only be meant for columns, as far as the words
 * around them tell.
 */
final class ColumnWords {
  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "in", "is", "between", "like", "ilike");

  /** Words that mean something to SQL at some places, though a column may be called so. */
  private static final Set<String> KEYWORDS = Set.of(
      ("absent array at atomic by cmax cmin conditional content ctid current day document double empty encoding"
              + " epoch error escape exclude filter following format groups hour indent json keep key keys local match"
              + " microsecond microseconds millisecond milliseconds minute month national nested nfc nfd nfkc nfkd no"
              + " normalized object of omit operator others over partition passing path preceding quotes range"
              + " recursive respect rows scalar second string strip tableoid text ties timezone type uescape unbounded"
              + " unconditional unique unknown utf8 value varying version whitespace within without wrapper xmax xmin"
              + " xmlattributes xmlconcat xmlelement xmlforest xmlparse xmlroot xmlserialize year yes zone")
          .split(" "));

  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private ColumnWords() {}

  /** Whether the token stands where only a column can, as far as a look to both sides tells. */
  static boolean isName(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean keyword =
        token.kind() == Kind.WORD && SqlTokens.identifier(token.identifier()).startsWith("\"");
    boolean name = token.kind() == Kind.QUOTED || (token.kind() == Kind.WORD && !keyword);
    boolean typed = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.STRING;
    return name
        && !typed
        && !follows(tokens, at, "::", ".", "collate", "as")
        && !precedes(tokens, at, "(", ".", "=>", ":=");
  }

  /** Whether it is compared with something, which a keyword never is. */
  static boolean isCompared(List<Token> tokens, int at) {
    boolean timeZone = at > 0
        && tokens.get(at - 1).kind() != Kind.SYMBOL
        && !follows(tokens, at, "and", "or", "not");
    return !timeZone
        && at + 1 < tokens.size()
        && COMPARISONS.contains(tokens.get(at + 1).text().toLowerCase(Locale.ROOT));
  }

  /** Whether a name that was a column's cannot be anything else that is known here. */
  static boolean isColumn(List<Token> tokens, int at) {
    return isCompared(tokens, at) || isUnknown(tokens, at);
  }

  /** Whether a name, which is no column, has no other meaning either that is known here. */
  static boolean isUnknown(List<Token> tokens, int at) {
    String word = tokens.get(at).identifier();
    boolean field = at > 1 && tokens.get(at - 1).is("(") && tokens.get(at - 2).is("extract");
    boolean unit = UNITS.contains(word) && at > 0 && tokens.get(at - 1).kind() == Kind.STRING;
    boolean query = tokens.stream().anyMatch(token -> token.is("select"));
    return !KEYWORDS.contains(word) && !field && !unit && !query;
  }

  private static boolean follows(List<Token> tokens, int at, String... before) {
    return at > 0 && Stream.of(before).anyMatch(tokens.get(at - 1)::is);
  }

  private static boolean precedes(List<Token> tokens, int at, String... after) {
    return at + 1 < tokens.size() && Stream.of(after).anyMatch(tokens.get(at + 1)::is);
  }
}
