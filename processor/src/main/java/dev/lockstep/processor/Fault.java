package dev.lockstep.processor;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.io.IOException;
import java.util.Arrays;

/** What was thrown, as a message: users never see a stack trace. */
final class Fault {
  private Fault() {}

  static Problem problem(Throwable e) {
    return e instanceof IOException
        ? Problem.error(
            "FileFailed", new Place.Nowhere(), e.getClass().getSimpleName() + ": " + firstLine(e))
        : internal(e);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Problem internal(Throwable e) {
    return Problem.error(
        "InternalError",
        new Place.Nowhere(),
        e.getClass().getName() + ": " + firstLine(e) + " (" + place(e) + ")",
        "this is a fault of Lockstep: please report this line and the class that it was compiling",
        "until it is mended: -Dlockstep.check=off");
  }

  /** The nearest place in our own code. */
  private static String place(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.lockstep."))
        .findFirst()
        .map(frame ->
            frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
        .orElse("place unknown");
  }
}
