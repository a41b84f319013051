package dev.lockstep.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code javac -processorpath ... -Alockstep.migrate="..."} with every source. */
record JavacBuild(Jdk jdk) implements Build {

  @Override
  public Shell.Result compile(UserProject project, List<String> options) {
    List<String> command = new ArrayList<>(List.of(
        jdk.program("javac"),
        "--release",
        "17",
        "-cp",
        BuiltJars.path(BuiltJars.COMPILE),
        "-processorpath",
        BuiltJars.path(BuiltJars.PROCESS),
        "-d",
        project.classes().toString()));
    options.forEach(option -> command.add("-A" + option));
    try {
      command.addAll(project.sources());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shell.run(project.root(), Map.of(), command);
  }

  @Override
  public String at(int line) {
    return "User\\.java:" + line + ": error: ";
  }

  @Override
  public String toString() {
    return "javac of " + jdk;
  }
}
