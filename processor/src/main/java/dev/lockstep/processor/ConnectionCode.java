package dev.lockstep.processor;

import java.util.BitSet;
import java.util.List;

/**
 * Which tokens of a migration run on a connection, not when its steps are recorded: what is handed
 * to {@code schema.run}, and methods that take a connection.
 */
final class ConnectionCode {
  private final List<String> tokens;
  private final BitSet inside = new BitSet();

  ConnectionCode(List<String> tokens) {
    this.tokens = tokens;
    for (int i = 0; i < tokens.size(); i++) {
      if (is(i, "run") && is(i - 1, ".") && is(i + 1, "(")) {
        inside.set(firstComma(i + 2), closing(i + 1));
      } else if (is(i, "ConnectionWork") && is(i + 2, "=")) {
        inside.set(i, end(i));
      } else if (is(i, "Connection") && (is(i + 2, ")") || is(i + 2, ","))) {
        method(i);
      }
    }
  }

  /** Whether the token there does. */
  boolean has(int index) {
    return inside.get(index);
  }

  /** Of the parameter there. */
  private void method(int parameter) {
    int open = parameter;
    while (open < tokens.size() && !is(open, "{") && !is(open, ";")) {
      open++;
    }
    if (is(open, "{")) {
      inside.set(open, closing(open));
    }
  }

  /** The end of the first argument; of the arguments if there is but one. */
  private int firstComma(int from) {
    int depth = 0;
    int i = from;
    while (i < tokens.size() && depth >= 0 && !(depth == 0 && is(i, ","))) {
      depth += step(i);
      i++;
    }
    return depth < 0 ? i - 1 : i;
  }

  /** The index of what closes the bracket there; the end if nothing does. */
  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += step(i);
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private int end(int from) {
    int depth = 0;
    int i = from;
    while (i < tokens.size() && !(depth == 0 && is(i, ";"))) {
      depth += step(i);
      i++;
    }
    return i;
  }

  private int step(int i) {
    return is(i, "(") || is(i, "{") || is(i, "[")
        ? 1
        : is(i, ")") || is(i, "}") || is(i, "]") ? -1 : 0;
  }

  private boolean is(int i, String token) {
    return i >= 0 && i < tokens.size() && tokens.get(i).equals(token);
  }
}
