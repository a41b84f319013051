package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Java expression that breaks itself into lines as a person would. */
sealed interface Expression {
  int WIDTH = 100;
  int STEP = 4;

  /** In one line. */
  String flat();

  /** In as many lines as it needs, the first one at column {@code indent}. */
  String broken(int indent);

  /** Whether it should not stand in one line even if it could. */
  boolean tall();

  /** One line if it fits with a closing parenthesis and a semicolon, else several. */
  default String print(int indent) {
    boolean fits = !tall() && indent + flat().length() + 2 <= WIDTH;
    return fits ? flat() : broken(indent);
  }

  /** A string: in quotes, as a text block if it has several lines, in pieces if it is long. */
  record Text(String value) implements Expression {
    @Override
    public String flat() {
      return JavaLiteral.of(value);
    }

    @Override
    public String broken(int indent) {
      if (JavaLiteral.isTooLong(value)) {
        return joined().print(indent);
      }
      if (isBlock()) {
        String margin = "\n" + " ".repeat(indent);
        return TextBlock.lines(value).stream()
            .map(line -> line.isEmpty() ? "\n" : margin + line)
            .collect(Collectors.joining("", "\"\"\"", ""));
      }
      List<String> pieces = JavaLiteral.pieces(value, WIDTH - indent - STEP - 4);
      return String.join("\n" + " ".repeat(indent + STEP) + "+ ", pieces);
    }

    @Override
    public boolean tall() {
      int lineEnd = value.indexOf('\n');
      return lineEnd >= 0 && lineEnd < value.length() - 1;
    }

    /** Whether it opens on the line of what is before it. */
    boolean isBlock() {
      return tall() && TextBlock.holds(value) && !JavaLiteral.isTooLong(value);
    }

    /** The compiler takes no longer constant, and adds up those that stand in a sum. */
    private Call joined() {
      List<Expression> arguments = new ArrayList<>(List.of(new Text("")));
      JavaLiteral.parts(value).forEach(part -> arguments.add(new Text(part)));
      return Call.of("String.join", arguments.toArray(Expression[]::new));
    }
  }

  /** Anything that stands as it is: a number, a constant. */
  record Word(String text) implements Expression {
    @Override
    public String flat() {
      return text;
    }

    @Override
    public String broken(int indent) {
      return text;
    }

    @Override
    public boolean tall() {
      return false;
    }
  }

  /**
   * A call and the calls on its result.
   *
   * @param name of the method, with its receiver if there is one
   * @param listed whether each argument but the first has a line of its own
   */
  record Call(String name, List<Expression> arguments, List<Call> chain, boolean listed)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      chain = List.copyOf(chain);
    }

    static Call of(String name, Expression... arguments) {
      return new Call(name, List.of(arguments), List.of(), false);
    }

    /** With another call on the result. */
    Call then(String method, Expression... moreArguments) {
      List<Call> longer = new ArrayList<>(chain);
      longer.add(of(method, moreArguments));
      return new Call(name, arguments, longer, listed);
    }

    @Override
    public String flat() {
      String list = arguments.stream().map(Expression::flat).collect(Collectors.joining(", "));
      String calls = chain.stream().map(call -> "." + call.flat()).collect(Collectors.joining());
      return name + "(" + list + ")" + calls;
    }

    @Override
    public boolean tall() {
      return listed
          || arguments.stream().anyMatch(Expression::tall)
          || chain.stream().anyMatch(Expression::tall);
    }

    @Override
    public String broken(int indent) {
      if (chain.isEmpty()) {
        return name + "(" + brokenArguments(indent) + ")";
      }
      String margin = "\n" + " ".repeat(indent + STEP) + ".";
      return new Call(name, arguments, List.of(), listed).print(indent)
          + chain.stream()
              .map(call -> margin + call.print(indent + STEP))
              .collect(Collectors.joining());
    }

    /**
     * Calls have lines of their own; texts and words fill the line that they are on, and a text
     * block begins on it.
     */
    private String brokenArguments(int indent) {
      StringBuilder lines = new StringBuilder();
      String margin = "\n" + " ".repeat(indent + STEP);
      int column = indent + name.length() + 1;
      boolean afterBlock = false;
      for (int i = 0; i < arguments.size(); i++) {
        Expression argument = arguments.get(i);
        boolean block = argument instanceof Text text && text.isBlock();
        int width = block ? 3 : argument.flat().length();
        boolean own = argument instanceof Call
            || (argument.tall() && !block)
            || afterBlock
            || column + width + 4 > WIDTH;
        lines.append(i == 0 ? "" : ",").append(own ? margin : i == 0 ? "" : " ");
        lines.append(own || block ? argument.print(indent + STEP) : argument.flat());
        column = own ? indent + STEP + width : column + 2 + width;
        afterBlock = block;
      }
      return lines.toString();
    }
  }
}
