package dev.lockstep.processor.source;

import dev.lockstep.SchemaEditor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does what the statements of a migration say, as far as they are calls with literals:
 * {@code schema.addColumn("user", column("address", varchar(200)));}, names for such values, and
 * calls of the migration's own methods.
 */
final class StepReader {
  private static final int DEEPEST = 50;
  private final SourceMethods source;
  private final Map<String, Object> names;
  private final int depth;

  private StepReader(SourceMethods source, Map<String, Object> names, int depth) {
    this.source = source;
    this.names = new HashMap<>(names);
    this.depth = depth;
    if (depth > DEEPEST) {
      throw new UnreadableSourceException("its methods call each other");
    }
  }

  /** Calls that method of the migration with this editor. */
  static void run(SourceMethods source, SourceMethods.Method method, SchemaEditor editor) {
    new StepReader(source, Map.of(), 0).call(method, editor);
  }

  private void call(SourceMethods.Method method, SchemaEditor editor) {
    new StepReader(source, Map.of(method.editor(), editor), depth + 1).statements(method.body());
  }

  private void statements(List<String> body) {
    TokenCursor cursor = new TokenCursor(body);
    while (!cursor.atEnd()) {
      statement(cursor);
    }
  }

  private void statement(TokenCursor cursor) {
    if (cursor.accept(";")) {
      return;
    }
    cursor.accept("final");
    boolean declares = TokenCursor.isName(cursor.peek())
        && TokenCursor.isName(cursor.peek(1))
        && cursor.peek(2).equals("=");
    if (declares) {
      cursor.next();
      String name = cursor.next();
      cursor.expect("=");
      names.put(name, value(cursor));
    } else {
      sum(cursor);
    }
    cursor.expect(";");
  }

  private Object value(TokenCursor cursor) {
    Object value = sum(cursor);
    if (value == null) {
      throw new UnreadableSourceException("a call without a result stands where a value should");
    }
    return value;
  }

  private @Nullable Object sum(TokenCursor cursor) {
    Object value = term(cursor);
    while (cursor.accept("+")) {
      Object more = term(cursor);
      if (!(value instanceof String) || !(more instanceof String)) {
        throw new UnreadableSourceException("it adds what are no strings");
      }
      value = (String) value + more;
    }
    return value;
  }

  private @Nullable Object term(TokenCursor cursor) {
    Object value = primary(cursor);
    while (cursor.accept(".")) {
      String method = cursor.next();
      List<Object> arguments = arguments(cursor);
      if (value == null) {
        throw new UnreadableSourceException("it calls " + method + " of nothing");
      }
      value = EditorCalls.callOn(value, method, arguments);
    }
    return value;
  }

  private @Nullable Object primary(TokenCursor cursor) {
    if (StringToken.is(cursor.peek())) {
      return StringToken.value(cursor.next());
    }
    Optional<Lambda> lambda = lambda(cursor);
    if (lambda.isPresent()) {
      return lambda.get();
    }
    if (cursor.accept("(")) {
      Object value = sum(cursor);
      cursor.expect(")");
      return value;
    }
    String token = cursor.next();
    if (token.equals("-")) {
      return number("-" + cursor.next());
    }
    if (Character.isDigit(token.charAt(0))) {
      return number(token);
    }
    if (token.equals("true") || token.equals("false")) {
      return Boolean.valueOf(token);
    }
    return named(token, cursor);
  }

  private static Object number(String token) {
    String digits = token.replace("_", "");
    try {
      return digits.endsWith("L")
          ? (Object) Long.valueOf(digits.substring(0, digits.length() - 1))
          : (Object) Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new UnreadableSourceException("it has the number " + token);
    }
  }

  /** What begins with a name: a value, a constant, a call; a package or class before it may be. */
  private @Nullable Object named(String first, TokenCursor cursor) {
    if (!TokenCursor.isName(first)) {
      throw new UnreadableSourceException("it has \"" + first + "\"");
    }
    Object known = names.get(first);
    if (known != null) {
      return known;
    }
    String owner = "";
    String name = first;
    while (cursor.peek().equals(".") && TokenCursor.isName(cursor.peek(1))) {
      cursor.next();
      owner = name;
      name = cursor.next();
    }
    return cursor.peek().equals("(") ? call(owner, name, cursor) : constant(name);
  }

  private @Nullable Object call(String owner, String name, TokenCursor cursor) {
    List<Object> arguments = arguments(cursor);
    boolean own = owner.isEmpty() || owner.equals("this");
    SourceMethods.Method method = source.method(own ? name : owner + "." + name);
    if (method != null && arguments.size() == 1 && arguments.get(0) instanceof SchemaEditor other) {
      call(method, other);
      return null;
    }
    boolean ofApi = owner.isEmpty() || owner.equals("SchemaElements");
    if (!ofApi && !owner.equals("String")) {
      throw new UnreadableSourceException("it calls " + owner + "." + name);
    }
    return EditorCalls.callStatic(ofApi ? name : owner + "." + name, arguments);
  }

  private Object constant(String name) {
    List<String> own = source.constant(name);
    if (own != null) {
      return new StepReader(source, Map.of(), depth + 1).value(new TokenCursor(own));
    }
    return EditorCalls.constant(name)
        .orElseThrow(() -> new UnreadableSourceException("it refers to " + name));
  }

  private List<Object> arguments(TokenCursor cursor) {
    List<Object> arguments = new ArrayList<>();
    cursor.expect("(");
    while (!cursor.accept(")")) {
      arguments.add(value(cursor));
      if (!cursor.peek().equals(")")) {
        cursor.expect(",");
      }
    }
    return arguments;
  }

  private Optional<Lambda> lambda(TokenCursor cursor) {
    String first = cursor.peek();
    String second = cursor.peek(1);
    if (second.equals(":") && cursor.peek(2).equals(":") && TokenCursor.isName(first)) {
      cursor.upTo(",", ")");
      return Optional.of(new Lambda(null));
    }
    boolean bare = second.equals("-") && isArrow(cursor, 1) && TokenCursor.isName(first);
    boolean wrapped = first.equals("(")
        && TokenCursor.isName(second)
        && cursor.peek(2).equals(")")
        && isArrow(cursor, 3);
    if (!bare && !wrapped) {
      return Optional.empty();
    }
    cursor.accept("(");
    String parameter = cursor.next();
    cursor.accept(")");
    cursor.expect("-");
    cursor.expect(">");
    return Optional.of(new Lambda(body(parameter, cursor)));
  }

  private static boolean isArrow(TokenCursor cursor, int ahead) {
    return cursor.peek(ahead).equals("-") && cursor.peek(ahead + 1).equals(">");
  }

  private Consumer<SchemaEditor> body(String parameter, TokenCursor cursor) {
    List<String> body = new ArrayList<>();
    if (cursor.peek().equals("{")) {
      body.addAll(cursor.balanced("{", "}"));
    } else {
      body.addAll(cursor.upTo(",", ")"));
      body.add(";");
    }
    return editor -> {
      Map<String, Object> inside = new HashMap<>(names);
      inside.put(parameter, editor);
      new StepReader(source, inside, depth + 1).statements(body);
    };
  }
}
