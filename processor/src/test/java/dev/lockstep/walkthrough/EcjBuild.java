package dev.lockstep.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code java -jar ecj.jar -processorpath ... -s ... -Alockstep.migrate="..."} with every source.
 * Without {@code -s} ECJ leaves generated sources in the working directory.
 */
record EcjBuild(Jdk jdk) implements Build {

  @Override
  public Shell.Result compile(UserProject project, List<String> options) {
    List<String> command = new ArrayList<>(List.of(
        jdk.program("java"),
        "-jar",
        BuiltJars.ECJ.toString(),
        "-17",
        "-cp",
        BuiltJars.path(BuiltJars.COMPILE),
        "-processorpath",
        BuiltJars.path(BuiltJars.PROCESS),
        "-s",
        project.generatedSources().toString(),
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

  /** The place, the line itself, marks below it. */
  @Override
  public String at(int line) {
    return "User\\.java \\(at line " + line + "\\)\\n.*\\n.*\\n";
  }

  @Override
  public String toString() {
    return "ECJ with " + jdk;
  }
}
