package dev.lockstep.processor;

import dev.lockstep.processor.generate.JavaTokens;
import java.util.BitSet;

/**
 * Which tokens of a migration run on a connection, not when its steps are recorded: what is handed
 * to {@code schema.run}, and methods that take a connection.
 */
final class ConnectionCode {
  private static final String RUN = "run";
  private static final String WORK = "ConnectionWork";
  private static final String CONNECTION = "Connection";

  private final JavaTokens tokens;
  private final BitSet inside = new BitSet();

  ConnectionCode(JavaTokens tokens) {
    this.tokens = tokens;
    if (tokens.hasWord(RUN) || tokens.hasWord(WORK) || tokens.hasWord(CONNECTION)) {
      find();
    }
  }

  private void find() {
    for (int i = 0; i < tokens.size(); i++) {
      if (is(i, RUN) && tokens.is(i - 1, '.') && tokens.is(i + 1, '(')) {
        inside.set(firstComma(i + 2), closing(i + 1));
      } else if (is(i, WORK) && tokens.is(i + 2, '=')) {
        inside.set(i, end(i));
      } else if (is(i, CONNECTION) && (tokens.is(i + 2, ')') || tokens.is(i + 2, ','))) {
        method(i);
      }
    }
  }

  /** Whether none does. */
  boolean isEmpty() {
    return inside.isEmpty();
  }

  /** Whether the token there does. */
  boolean has(int index) {
    return inside.get(index);
  }

  /** Of the parameter there. */
  private void method(int parameter) {
    int open = parameter;
    while (open < tokens.size() && !tokens.is(open, '{') && !tokens.is(open, ';')) {
      open++;
    }
    if (tokens.is(open, '{')) {
      inside.set(open, closing(open));
    }
  }

  /** The end of the first argument; of the arguments if there is but one. */
  private int firstComma(int from) {
    int depth = 0;
    int i = from;
    while (i < tokens.size() && depth >= 0 && !(depth == 0 && tokens.is(i, ','))) {
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
    while (i < tokens.size() && !(depth == 0 && tokens.is(i, ';'))) {
      depth += step(i);
      i++;
    }
    return i;
  }

  private int step(int i) {
    return tokens.is(i, '(') || tokens.is(i, '{') || tokens.is(i, '[')
        ? 1
        : tokens.is(i, ')') || tokens.is(i, '}') || tokens.is(i, ']') ? -1 : 0;
  }

  private boolean is(int i, String word) {
    return !tokens.isSymbol(i) && tokens.get(i).equals(word);
  }
}
