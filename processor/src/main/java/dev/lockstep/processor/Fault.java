package dev.lockstep.processor;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.Arrays;

/** A fault of this program, as a message: users never see a stack trace. */
final class Fault {
  private Fault() {}

  static Problem problem(Throwable e) {
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return Problem.error(
        "InternalError",
        new Place.Nowhere(),
        e.getClass().getName() + ": " + reason + " (" + place(e) + ")",
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
