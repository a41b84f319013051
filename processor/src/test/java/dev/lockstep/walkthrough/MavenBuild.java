package dev.lockstep.walkthrough;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code mvn compile -Dlockstep.migrate="..."} with the Maven that runs this test. */
record MavenBuild(Jdk jdk, Path localRepository) implements Build {

  @Override
  public Shell.Result compile(UserProject project, List<String> options) {
    List<String> command = new ArrayList<>(List.of(program(), "-B", "compile"));
    options.forEach(option -> command.add("-D" + option));
    return Shell.run(project.root(), environment(), command);
  }

  /** Lets any {@code mvn} use the JDK and the local repository. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", jdk.home().toString());
    environment.put(
        "MAVEN_OPTS",
        System.getenv().getOrDefault("MAVEN_OPTS", "") + " " + Jdk.SHORT_LIVED
            + " -Dmaven.repo.local=" + localRepository);
    return environment;
  }

  static Path home() {
    return Path.of(System.getProperty("maven.home", "/usr/share/maven"));
  }

  static String program() {
    Path program = home().resolve("bin/mvn");
    return Files.isExecutable(program) ? program.toString() : "mvn";
  }

  @Override
  public String at(int line) {
    return "User\\.java:\\[" + line + ",\\d+\\] (?:error: )?";
  }

  @Override
  public String toString() {
    return "Maven with " + jdk;
  }
}
