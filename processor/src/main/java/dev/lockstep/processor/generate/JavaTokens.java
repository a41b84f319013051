package dev.lockstep.processor.generate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The tokens of Java source without white space and comments (JLS chapter 3), good enough to tell
 * equal sources from different ones. In order, each as written, quotes included; a word, a number,
 * a literal or one symbol. A text block lacks the white space that the compiler strips from its
 * lines (JLS 3.10.6). Ends of lines are LF. Never fails: what is not closed reaches to the end of
 * the text.
 *
 * <p>A large migration has some hundred thousand tokens, most of them symbols, and each compile
 * looks at all of them: a symbol is known by its character, without a string being compared.
 */
public final class JavaTokens extends AbstractList<String> implements RandomAccess {
  private static final String BLOCK = "\"\"\"";
  private static final char NO_SYMBOL = 0;
  private static final int ASCII = 128;
  private static final String[] SYMBOLS = symbols();

  private final Map<String, Word> words = new HashMap<>();
  private String[] tokens = new String[64];
  private char[] symbols = new char[64];
  private int size;

  /** One object for all words that are equal: a large migration says the same words again. */
  private static final class Word {
    final String text;
    boolean again;

    Word(String text) {
      this.text = text;
    }
  }

  private JavaTokens() {}

  /** The tokens of that source. */
  public static JavaTokens of(String source) {
    JavaTokens tokens = new JavaTokens();
    Scanner scanner = new Scanner(source);
    while (scanner.skipWhitespace()) {
      tokens.add(scanner);
    }
    return tokens;
  }

  /** The comments, in order, each as written but for the white space at its ends. */
  public static List<String> comments(String source) {
    Scanner scanner = new Scanner(source);
    List<String> comments = new ArrayList<>();
    while (scanner.skipWhitespace()) {
      boolean isComment = scanner.isComment();
      String token = scanner.next();
      if (isComment) {
        comments.add(token.strip());
      }
    }
    return comments;
  }

  @Override
  public String get(int index) {
    return tokens[index];
  }

  @Override
  public int size() {
    return size;
  }

  /** Whether it is there as a word or a number; nothing is told of symbols and literals. */
  public boolean hasWord(String text) {
    return words.containsKey(text);
  }

  /** Whether it is there at least twice; as for {@link #hasWord}. */
  public boolean repeatsWord(String text) {
    Word word = words.get(text);
    return word != null && word.again;
  }

  /** Whether that symbol is there; not so before the first token and behind the last. */
  public boolean is(int index, char symbol) {
    return index >= 0 && index < size && symbols[index] == symbol;
  }

  /** Whether it is any symbol, thus neither word, number nor literal. */
  public boolean isSymbol(int index) {
    return symbols[index] != NO_SYMBOL;
  }

  private void add(Scanner scanner) {
    char symbol = scanner.symbol();
    if (symbol != NO_SYMBOL) {
      add(symbol < ASCII ? SYMBOLS[symbol] : String.valueOf(symbol), symbol);
      scanner.skip();
    } else if (scanner.isComment()) {
      scanner.next();
    } else if (scanner.isLiteral()) {
      String literal = scanner.next();
      add(literal.startsWith(BLOCK) ? withoutIndentation(literal) : literal, NO_SYMBOL);
    } else {
      add(known(scanner.next()), NO_SYMBOL);
    }
  }

  private void add(String token, char symbol) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
      symbols = Arrays.copyOf(symbols, 2 * size);
    }
    tokens[size] = token;
    symbols[size] = symbol;
    size++;
  }

  private String known(String text) {
    Word word = words.get(text);
    if (word == null) {
      words.put(text, new Word(text));
      return text;
    }
    word.again = true;
    return word.text;
  }

  private static String withoutIndentation(String block) {
    int content = block.indexOf('\n') + 1;
    return block.substring(0, content).stripTrailing() + "\n"
        + block.substring(content).stripIndent();
  }

  private static String[] symbols() {
    String[] symbols = new String[ASCII];
    for (char c = 0; c < ASCII; c++) {
      symbols[c] = String.valueOf(c);
    }
    return symbols;
  }

  /** Goes from token to token; comments count, white space does not. */
  private static final class Scanner {
    private static final byte SYMBOL = 0;
    private static final byte SPACE = 1;
    private static final byte WORD = 2;
    private static final byte[] KINDS = kinds();

    private final String source;
    private final char[] chars;
    private int at;

    Scanner(String text) {
      this.source = text.replace("\r\n", "\n").replace('\r', '\n');
      this.chars = source.toCharArray();
    }

    /** Whether there is another token. */
    boolean skipWhitespace() {
      while (at < chars.length && kind(chars[at]) == SPACE) {
        at++;
      }
      return at < chars.length;
    }

    boolean isComment() {
      return chars[at] == '/'
          && at + 1 < chars.length
          && (chars[at + 1] == '/' || chars[at + 1] == '*');
    }

    boolean isLiteral() {
      return chars[at] == '"' || chars[at] == '\'';
    }

    /** The symbol that is next; {@link #NO_SYMBOL} if something else is. */
    char symbol() {
      return kind(chars[at]) != SYMBOL || isLiteral() || isComment() ? NO_SYMBOL : chars[at];
    }

    void skip() {
      at++;
    }

    String next() {
      int start = at;
      at = end();
      return source.substring(start, at);
    }

    private int end() {
      if (isComment()) {
        return chars[at + 1] == '/' ? endOf("\n", at) : endOf("*/", at + 2);
      }
      if (isLiteral()) {
        return source.startsWith(BLOCK, at) ? blockEnd() : literalEnd();
      }
      return kind(chars[at]) == WORD ? wordEnd() : at + 1;
    }

    private int endOf(String terminator, int from) {
      int found = source.indexOf(terminator, from);
      return found < 0 ? chars.length : found + terminator.length();
    }

    private int literalEnd() {
      char quote = chars[at];
      int end = at + 1;
      while (end < chars.length && chars[end] != quote) {
        end += chars[end] == '\\' ? 2 : 1;
      }
      return Math.min(chars.length, end + 1);
    }

    private int blockEnd() {
      int end = at + BLOCK.length();
      while (end < chars.length && !source.startsWith(BLOCK, end)) {
        end += chars[end] == '\\' ? 2 : 1;
      }
      return Math.min(chars.length, end + BLOCK.length());
    }

    private int wordEnd() {
      int end = at + 1;
      while (end < chars.length && kind(chars[end]) == WORD) {
        end++;
      }
      return end;
    }

    private static byte kind(char c) {
      return c < ASCII ? KINDS[c] : kindOf(c);
    }

    private static byte kindOf(char c) {
      boolean isWord = Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
      return isWord ? WORD : Character.isWhitespace(c) ? SPACE : SYMBOL;
    }

    private static byte[] kinds() {
      byte[] kinds = new byte[ASCII];
      for (char c = 0; c < ASCII; c++) {
        kinds[c] = kindOf(c);
      }
      return kinds;
    }
  }
}
