package dev.lockstep.processor;

import dev.lockstep.processor.problem.Problem;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints what has no place in the model. */
final class Messages {
  private Messages() {}

  static void print(Messager messager, Problem problem) {
    Diagnostic.Kind kind = switch (problem.severity()) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
    messager.printMessage(kind, problem.text());
  }

  /** A message that asks for nothing, with any number of indented lines. */
  static void note(Messager messager, String code, String message, Iterable<String> lines) {
    StringBuilder text = new StringBuilder("[lockstep:" + code + "] " + message);
    lines.forEach(line -> text.append("\n    ").append(line));
    messager.printMessage(Diagnostic.Kind.NOTE, text);
  }
}
