package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads the SQL name of one type: {@code name [(modifiers)] [with time zone] [array]}. */
final class SqlTypeParser {
  private final String text;
  private final List<Token> tokens;
  private int at;

  SqlTypeParser(String text) {
    this.text = text;
    this.tokens = SqlTokens.of(text);
  }

  SqlType type() {
    List<Token> words = words();
    String schema = "";
    if (words.size() == 1 && take(".")) {
      schema = words.get(0).identifier();
      words = words();
    }
    if (words.isEmpty()) {
      throw notAType();
    }
    String name = isSingleByte(schema, words) ? SqlType.SINGLE_BYTE : name(words);
    List<String> modifiers = modifiers();
    if (!modifiers.isEmpty() || name.equals("timestamp") || name.equals("time")) {
      for (Token word : words()) {
        name += " " + word.identifier();
      }
    }
    boolean array = array();
    if (at < tokens.size()) {
      throw notAType();
    }
    return canonical(schema, name, modifiers, array);
  }

  private SqlType canonical(String schema, String name, List<String> modifiers, boolean array) {
    try {
      return SqlType.canonical(schema.equals("pg_catalog") ? "" : schema, name, modifiers, array);
    } catch (NumberFormatException e) {
      throw notAType();
    }
  }

  /** Unquoted and alone, {@code char} is a keyword that means another type. */
  private static boolean isSingleByte(String schema, List<Token> words) {
    Token first = words.get(0);
    return words.size() == 1
        && first.identifier().equals("char")
        && (schema.isEmpty() ? first.kind() == Kind.QUOTED : schema.equals("pg_catalog"));
  }

  private static String name(List<Token> words) {
    StringBuilder name = new StringBuilder(words.get(0).identifier());
    words.subList(1, words.size()).forEach(word -> name.append(' ').append(word.identifier()));
    return name.toString();
  }

  private List<Token> words() {
    List<Token> words = new ArrayList<>();
    while (at < tokens.size()
        && tokens.get(at).isIdentifier()
        && !tokens.get(at).is("array")) {
      words.add(tokens.get(at++));
    }
    return words;
  }

  private List<String> modifiers() {
    List<String> modifiers = new ArrayList<>();
    if (!take("(")) {
      return modifiers;
    }
    StringBuilder modifier = new StringBuilder();
    while (at < tokens.size() && !tokens.get(at).is(")")) {
      Token token = tokens.get(at++);
      if (token.is(";")) {
        throw notAType();
      }
      if (token.is(",")) {
        modifiers.add(modifier.toString());
        modifier.setLength(0);
      } else {
        modifier.append(
            token.kind() == Kind.QUOTED
                ? token.text()
                : token.text().toLowerCase(java.util.Locale.ROOT));
      }
    }
    modifiers.add(modifier.toString());
    if (!take(")") || modifiers.contains("")) {
      throw notAType();
    }
    return modifiers;
  }

  private boolean array() {
    boolean array = take("array");
    while (take("[")) {
      array = true;
      if (at < tokens.size() && tokens.get(at).kind() == Kind.NUMBER) {
        at++;
      }
      if (!take("]")) {
        throw notAType();
      }
    }
    return array;
  }

  private boolean take(String symbol) {
    boolean there = at < tokens.size() && tokens.get(at).is(symbol);
    at += there ? 1 : 0;
    return there;
  }

  private IllegalArgumentException notAType() {
    return new IllegalArgumentException("\"" + text + "\" is not the name of a type");
  }
}
