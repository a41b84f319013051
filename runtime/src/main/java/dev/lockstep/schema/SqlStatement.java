package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a piece of SQL.
 *
 * @param text without a semicolon
 */
public record SqlStatement(String text) {
  /** The statements of the text, in order; those without any word are left out. */
  public static List<SqlStatement> of(String sql) {
    List<SqlStatement> statements = new ArrayList<>();
    List<Token> tokens = SqlTokens.of(sql);
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean ends = i == tokens.size() || (tokens.get(i).is(";") && !isInBody(tokens, start, i));
      if (ends && i > start) {
        statements.add(new SqlStatement(
            sql.substring(tokens.get(start).start(), tokens.get(i - 1).end())));
      }
      start = ends ? i + 1 : start;
    }
    return statements;
  }

  /** Whether a body that begins with BEGIN ATOMIC goes on. */
  private static boolean isInBody(List<Token> tokens, int start, int at) {
    for (int i = start; i + 1 < at; i++) {
      if (tokens.get(i).is("begin") && tokens.get(i + 1).is("atomic")) {
        return !tokens.get(at - 1).is("end");
      }
    }
    return false;
  }

  public Optional<SqlHeader> header() {
    return SqlHeader.of(text);
  }

  /**
   * The table, or the view, that the statement is about: that of a CREATE TRIGGER, POLICY or RULE,
   * of an ALTER TRIGGER or POLICY, or of an ALTER TABLE.
   */
  public Optional<QualifiedName> table() {
    List<Token> tokens = SqlTokens.of(text);
    int at = tableAt(tokens);
    return at < 0 ? Optional.empty() : name(tokens, at);
  }

  /**
   * This statement about another table.
   *
   * @param table as SQL
   */
  public String about(String table) {
    List<Token> tokens = SqlTokens.of(text);
    int at = tableAt(tokens);
    int last = isQualified(tokens, at) ? at + 2 : at;
    return text.substring(0, tokens.get(at).start())
        + table
        + text.substring(tokens.get(last).end());
  }

  /** What the text literals of the statement hold. */
  public List<String> literals() {
    return SqlTokens.of(text).stream()
        .filter(token -> token.kind() == Kind.STRING)
        .map(SqlStatement::content)
        .toList();
  }

  private static String content(Token literal) {
    String text = literal.text();
    if (text.startsWith("$")) {
      int tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, Math.max(tag, text.length() - tag));
    }
    int open = text.indexOf('\'') + 1;
    String content = text.substring(open, Math.max(open, text.length() - 1)).replace("''", "'");
    return open == 1 ? content : content.replace("\\'", "'").replace("\\\\", "\\");
  }

  /** Place of the first token of the table's name; -1 for none. */
  private static int tableAt(List<Token> tokens) {
    int at = tokens.size() < 3 ? -1 : tableAfterVerb(tokens);
    return at >= 0 && at < tokens.size() && tokens.get(at).isIdentifier() ? at : -1;
  }

  private static int tableAfterVerb(List<Token> tokens) {
    boolean alters = tokens.get(0).is("alter");
    if (alters && tokens.get(1).is("table")) {
      int at = 2;
      while (at < tokens.size()
          && (tokens.get(at).is("if")
              || tokens.get(at).is("exists")
              || tokens.get(at).is("only"))) {
        at++;
      }
      return at;
    }
    int kind = 1;
    while (kind < tokens.size()
        && (tokens.get(kind).is("or")
            || tokens.get(kind).is("replace")
            || tokens.get(kind).is("constraint"))) {
      kind++;
    }
    if ((!alters && !tokens.get(0).is("create")) || kind >= tokens.size()) {
      return -1;
    }
    Token word = tokens.get(kind);
    // CREATE RULE r AS ON event TO table.
    return word.is("rule")
        ? after("to", tokens, kind + 2)
        : word.is("trigger") || word.is("policy") ? after("on", tokens, kind + 2) : -1;
  }

  private static int after(String word, List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isQualified(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at + 1).is(".")
        && tokens.get(at + 2).isIdentifier();
  }

  private static Optional<QualifiedName> name(List<Token> tokens, int at) {
    return Optional.of(
        isQualified(tokens, at)
            ? new QualifiedName(tokens.get(at).identifier(), tokens.get(at + 2).identifier())
            : QualifiedName.of(tokens.get(at).identifier()));
  }
}
