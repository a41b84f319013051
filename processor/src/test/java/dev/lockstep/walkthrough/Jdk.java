package dev.lockstep.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java development kit of this machine. */
record Jdk(Path home, int major) {
  /** For a JVM of some seconds: without these it takes twice the CPU time. */
  static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final int OLDEST = 17;

  /** The one that runs this test. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The newest of another major version beside the one that runs. */
  static Optional<Jdk> other() throws IOException {
    Jdk running = running();
    try (Stream<Path> folders = Files.list(running.home().toRealPath().getParent())) {
      return folders
          .filter(folder -> Files.isExecutable(folder.resolve("bin/javac")))
          .map(folder -> new Jdk(folder, majorOf(folder)))
          .filter(jdk -> jdk.major() >= OLDEST && jdk.major() != running.major())
          .max(Comparator.comparingInt(Jdk::major));
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** 0 if the kit does not say. */
  private static int majorOf(Path home) {
    Properties release = new Properties();
    try (var file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("\\D")[0]);
  }

  @Override
  public String toString() {
    return "JDK " + major;
  }
}
