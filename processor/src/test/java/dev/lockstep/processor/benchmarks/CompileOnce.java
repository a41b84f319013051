package dev.lockstep.processor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A JVM of its own that compiles once: {@code javac} that tells how much memory it took at most.
 * Prints that, in KB, as its last line, where the system tells it; exits as javac does.
 */
final class CompileOnce {
  private CompileOnce() {}

  public static void main(String[] arguments) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status = compiler.run(System.in, System.out, System.err, arguments);
    System.out.println();
    System.out.println(peak());
    System.exit(status);
  }

  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
