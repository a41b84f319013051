package dev.lockstep.processor.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a migration's class declares that its steps may use: methods whose one parameter is the
 * editor, and constants.
 */
final class SourceMethods {
  private static final String EDITOR = "SchemaEditor";

  /**
   * A method without a result.
   *
   * @param editor name of its parameter
   * @param body between its braces
   */
  record Method(String editor, List<String> body) {}

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, List<String>> constants = new HashMap<>();
  private final Deque<String> classes = new ArrayDeque<>();
  private final TokenCursor cursor;

  SourceMethods(List<String> tokens) {
    this.cursor = new TokenCursor(tokens);
    while (!cursor.atEnd()) {
      declaration();
    }
  }

  /** By its name, or by class and name, as in {@code Upgrade1.steps}; null if there is none. */
  @Nullable
  Method method(String name) {
    return methods.get(name);
  }

  /** The tokens of the expression; null if there is no such constant. */
  @Nullable
  List<String> constant(String name) {
    return constants.get(name);
  }

  private void declaration() {
    String token = cursor.next();
    boolean member = classes.size() > 0;
    if (List.of("class", "interface", "enum", "record").contains(token)
        && TokenCursor.isName(cursor.peek())) {
      String name = cursor.next();
      cursor.upTo("{");
      cursor.accept("{");
      classes.push(name);
    } else if (token.equals("}") && member) {
      classes.pop();
    } else if (token.equals("(")) {
      skip("(", ")");
    } else if (token.equals("{")) {
      skip("{", "}");
    } else if (member && token.equals("void") && cursor.peek(1).equals("(")) {
      method();
    } else if (member && token.equals("=")) {
      cursor.upTo(";");
    } else if (member && token.equals("String") && cursor.peek(1).equals("=")) {
      String name = cursor.next();
      cursor.expect("=");
      constants.put(name, cursor.upTo(";"));
    }
  }

  /** To the end of what has been opened. */
  private void skip(String open, String close) {
    int depth = 1;
    while (depth > 0 && !cursor.atEnd()) {
      String token = cursor.next();
      depth += token.equals(open) ? 1 : token.equals(close) ? -1 : 0;
    }
  }

  private void method() {
    String name = cursor.next();
    List<String> parameters = cursor.balanced("(", ")");
    cursor.upTo("{", ";");
    if (!cursor.peek().equals("{")) {
      return;
    }
    List<String> body = cursor.balanced("{", "}");
    int last = parameters.size() - 1;
    if (last > 0 && parameters.get(last - 1).equals(EDITOR) && !parameters.contains(",")) {
      Method method = new Method(parameters.get(last), body);
      methods.put(classes.size() > 1 ? classes.peek() + "." + name : name, method);
    }
  }
}
