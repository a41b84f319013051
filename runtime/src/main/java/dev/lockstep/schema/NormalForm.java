package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text for all spellings of an SQL expression that PostgreSQL parses into the same tree:
 * without redundant parentheses and quotes, casts as {@code x::type} with the type's canonical
 * name. Where that is not certain the spelling stays.
 */
final class NormalForm {
  /** A token in its usual spelling; a whole type's name is one. */
  private record Piece(Kind kind, String text) {
    boolean is(String symbolOrKeyword) {
      return kind != Kind.STRING && kind != Kind.QUOTED && text.equals(symbolOrKeyword);
    }

    boolean isOneOf(Set<String> words) {
      return kind != Kind.STRING && kind != Kind.QUOTED && words.contains(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Piece that && kind == that.kind && text.equals(that.text));
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  private static final Piece CAST = new Piece(Kind.SYMBOL, "::");
  private static final Piece OPEN = new Piece(Kind.SYMBOL, "(");
  private static final Piece CLOSE = new Piece(Kind.SYMBOL, ")");

  /** What may stand before and after an operand without binding to a part of it. */
  private static final Set<String> BEFORE = Set.of("(", ",", "when", "then", "else");

  private static final Set<String> AFTER = Set.of(")", ",", "when", "then", "else", "end");

  private static final Set<String> LOGIC = Set.of("and", "or");

  /** Before a parenthesis that only groups; after any other word it may be part of a construct. */
  private static final Set<String> LEADS =
      Set.of("and", "or", "not", "when", "then", "else", "like", "ilike");

  /** Of several words, or that begin one. */
  private static final Set<String> LONG_TYPES = Set.of(
      "double precision",
      "character varying",
      "char varying",
      "bit varying",
      "national character",
      "national char",
      "national character varying",
      "national char varying",
      "nchar varying");

  /** Types whose name before a literal means a cast of it, as with any other spelling. */
  private static final Set<String> TYPED = Set.of(
      "date",
      "inet",
      "json",
      "jsonb",
      "text",
      "time",
      "timestamp",
      "timestamptz",
      "timetz",
      "uuid");

  private static final Set<String> NO_OPERATORS = Set.of(")", "]", "[", ".", "::");
  private static final Set<String> QUERIES = Set.of("select", "values", "with", "table");
  private static final Set<String> VALUES = Set.of(
      "true",
      "false",
      "null",
      "current_date",
      "current_time",
      "current_timestamp",
      "localtime",
      "localtimestamp",
      "current_user",
      "session_user",
      "user");
  private static final Set<String> CALLS = Set.of("coalesce", "greatest", "least", "nullif");

  private List<Piece> pieces;

  private NormalForm(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * The form.
   *
   * @param target the type of the column that gets the value, if that is known: a literal of it
   *     needs no cast
   */
  static String of(List<Token> tokens, @Nullable SqlType target) {
    NormalForm form = new NormalForm(pieces(tokens));
    form.typeLiterals();
    while (form.dropParentheses() || form.convertCast()) {
      // Each may make room for the other.
    }
    if (target != null) {
      form.dropCastTo(target);
    }
    StringBuilder text = new StringBuilder();
    form.pieces.forEach(piece -> text.append(piece.text).append(' '));
    return text.toString();
  }

  private static List<Piece> pieces(List<Token> tokens) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      pieces.add(
          SqlExpression.isSequence(tokens, i)
              ? new Piece(Kind.STRING, SqlExpression.literal(SqlExpression.sequence(token.text())))
              : piece(token));
      int end = token.is("::") ? typeEnd(tokens, i + 1) : i + 1;
      if (end > i + 1) {
        pieces.add(type(tokens.subList(i + 1, end)));
        i = end - 1;
      }
    }
    return pieces;
  }

  private static Piece piece(Token token) {
    return switch (token.kind()) {
      case QUOTED -> {
        String name = SqlTokens.identifier(token.identifier());
        yield new Piece(name.startsWith("\"") ? Kind.QUOTED : Kind.WORD, name);
      }
      case WORD -> new Piece(Kind.WORD, token.text().toLowerCase(Locale.ROOT));
      case SYMBOL -> new Piece(Kind.SYMBOL, token.text().equals("!=") ? "<>" : token.text());
      case STRING, NUMBER -> new Piece(token.kind(), token.text());
    };
  }

  /** Where the type's name that begins there ends; its begin if it is none that is understood. */
  private static int typeEnd(List<Token> tokens, int start) {
    int at = start;
    if (at >= tokens.size() || !tokens.get(at).isIdentifier()) {
      return start;
    }
    if (tokens.get(at).is("interval") || tokens.get(at).is("setof")) {
      return start;
    }
    String name = tokens.get(at++).text().toLowerCase(Locale.ROOT);
    while (at < tokens.size()
        && tokens.get(at).kind() == Kind.WORD
        && LONG_TYPES.contains(name + " " + tokens.get(at).text().toLowerCase(Locale.ROOT))) {
      name += " " + tokens.get(at++).text().toLowerCase(Locale.ROOT);
    }
    if (at + 1 < tokens.size() && tokens.get(at).is(".") && tokens.get(at + 1).isIdentifier()) {
      at += 2;
    }
    if (at < tokens.size() && tokens.get(at).is("(")) {
      while (at < tokens.size() && !tokens.get(at).is(")")) {
        at++;
      }
      at++;
    }
    if ((name.equals("timestamp") || name.equals("time")) && isZone(tokens, at)) {
      at += 3;
    }
    while (at + 1 < tokens.size() && tokens.get(at).is("[")) {
      at += tokens.get(at + 1).is("]") ? 2 : 3;
    }
    return Math.min(at, tokens.size());
  }

  private static boolean isZone(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && (tokens.get(at).is("with") || tokens.get(at).is("without"))
        && tokens.get(at + 1).is("time")
        && tokens.get(at + 2).is("zone");
  }

  private static Piece type(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()).append(' '));
    try {
      return new Piece(Kind.WORD, SqlType.parse(text.toString()).toString());
    } catch (IllegalArgumentException e) {
      StringBuilder name = new StringBuilder();
      tokens.forEach(token -> name.append(piece(token).text).append(' '));
      return new Piece(Kind.WORD, name.toString());
    }
  }

  /** {@code date '2020-01-01'} becomes {@code '2020-01-01'::date}. */
  private void typeLiterals() {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      boolean named =
          i > 0 && (pieces.get(i - 1).equals(CAST) || pieces.get(i - 1).is("."));
      if (!named && pieces.get(i).isOneOf(TYPED) && pieces.get(i + 1).kind == Kind.STRING) {
        Piece type = pieces.get(i);
        pieces.set(i, pieces.get(i + 1));
        pieces.set(i + 1, CAST);
        pieces.add(i + 2, type);
      }
    }
  }

  /** {@code CAST(x AS t)} becomes {@code (x)::t}; false if there is none. */
  private boolean convertCast() {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).is("cast") && pieces.get(i + 1).equals(OPEN)) {
        int close = closing(i + 1);
        int as = close < 0 ? -1 : lastAs(i + 2, close);
        if (as > 0) {
          List<Piece> converted = new ArrayList<>(pieces.subList(0, i));
          converted.add(OPEN);
          converted.addAll(pieces.subList(i + 2, as));
          converted.add(CLOSE);
          converted.add(CAST);
          converted.add(typeOf(pieces.subList(as + 1, close)));
          converted.addAll(pieces.subList(close + 1, pieces.size()));
          pieces = converted;
          return true;
        }
      }
    }
    return false;
  }

  private static Piece typeOf(List<Piece> name) {
    StringBuilder text = new StringBuilder();
    name.forEach(piece -> text.append(piece.text).append(' '));
    List<Token> tokens = SqlTokens.of(text.toString());
    return typeEnd(tokens, 0) == tokens.size()
        ? type(tokens)
        : new Piece(Kind.WORD, text.toString().strip());
  }

  private int lastAs(int start, int end) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      depth += pieces.get(i).equals(OPEN) ? 1 : pieces.get(i).equals(CLOSE) ? -1 : 0;
      if (depth == 0 && pieces.get(i).is("as")) {
        return i;
      }
    }
    return -1;
  }

  /** Drops one redundant pair; false if there is none. */
  private boolean dropParentheses() {
    for (int open = 0; open < pieces.size(); open++) {
      int close = pieces.get(open).equals(OPEN) ? closing(open) : -1;
      if (close > open + 1 && (isAtom(open, close) || isOperand(open, close))) {
        pieces.remove(close);
        pieces.remove(open);
        return true;
      }
    }
    return false;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < pieces.size(); i++) {
      depth += pieces.get(i).equals(OPEN) ? 1 : pieces.get(i).equals(CLOSE) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the pair holds what no operator can take apart: a name, literal or call, or a cast. */
  private boolean isAtom(int open, int close) {
    if (!groups(open)) {
      return false;
    }
    boolean taken = close + 1 < pieces.size()
        && (pieces.get(close + 1).is(".")
            || pieces.get(close + 1).is("[")
            || pieces.get(close + 1).is("("));
    int end = atomEnd(open + 1, close);
    while (end > 0 && end + 1 < close && pieces.get(end).equals(CAST)) {
      end += 2;
    }
    return !taken && end == close;
  }

  private boolean groups(int open) {
    if (open == 0) {
      return true;
    }
    Piece before = pieces.get(open - 1);
    return before.isOneOf(LEADS)
        || (before.kind == Kind.SYMBOL && !NO_OPERATORS.contains(before.text));
  }

  /** The end of the name, literal or call that begins there; -1 if none does. */
  private int atomEnd(int start, int limit) {
    Piece first = pieces.get(start);
    if (first.kind == Kind.STRING || first.kind == Kind.NUMBER || first.isOneOf(VALUES)) {
      return start + 1;
    }
    boolean call = first.isOneOf(CALLS);
    if (first.kind == Kind.SYMBOL || (!call && isReserved(first))) {
      return -1;
    }
    int end = start + 1;
    while (end + 1 < limit && pieces.get(end).is(".") && pieces.get(end + 1).kind != Kind.SYMBOL) {
      end += 2;
    }
    if (end < limit && pieces.get(end).equals(OPEN)) {
      return closing(end) + 1;
    }
    return call ? -1 : end;
  }

  private static boolean isReserved(Piece piece) {
    return piece.kind == Kind.WORD && SqlTokens.isReserved(piece.text);
  }

  /** Whether all operators in the pair bind more than those beside it. */
  private boolean isOperand(int open, int close) {
    boolean or = hasAt(open + 1, close, "or");
    boolean and = hasAt(open + 1, close, "and");
    String before = open == 0 ? "(" : word(open - 1);
    String after = close + 1 == pieces.size() ? ")" : word(close + 1);
    boolean delimited = BEFORE.contains(before) && AFTER.contains(after);
    boolean amongOr = (BEFORE.contains(before) || before.equals("or"))
        && (AFTER.contains(after) || after.equals("or"));
    boolean amongAnd = (BEFORE.contains(before) || LOGIC.contains(before))
        && (AFTER.contains(after) || LOGIC.contains(after));
    boolean binds = delimited || (amongOr && !or) || (amongAnd && !or && !and);
    return binds
        && !hasAt(open + 1, close, ",")
        && pieces.subList(open, close).stream().noneMatch(piece -> piece.isOneOf(QUERIES))
        && (delimited || pieces.stream().noneMatch(piece -> piece.is("between")));
  }

  private String word(int at) {
    Piece piece = pieces.get(at);
    return piece.kind == Kind.STRING || piece.kind == Kind.QUOTED ? "" : piece.text;
  }

  private boolean hasAt(int start, int end, String word) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      depth += pieces.get(i).equals(OPEN) ? 1 : pieces.get(i).equals(CLOSE) ? -1 : 0;
      if (depth == 0 && pieces.get(i).is(word)) {
        return true;
      }
    }
    return false;
  }

  /** A domain would be checked by its cast, so this is for PostgreSQL's own types alone. */
  private void dropCastTo(SqlType target) {
    SqlType bare = new SqlType(target.schema(), target.name(), List.of(), target.array());
    boolean cast = pieces.size() == 3
        && pieces.get(0).kind == Kind.STRING
        && pieces.get(0).text.startsWith("'")
        && pieces.get(1).equals(CAST);
    if (cast && target.isBuiltIn() && pieces.get(2).text.equals(bare.toString())) {
      pieces = pieces.subList(0, 1);
    }
  }
}
