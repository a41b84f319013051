package dev.lockstep.processor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A JVM of its own that compiles once: {@code javac} that tells what it took. Prints as its last
 * line the milliseconds of the processors and, in KB, the memory at most, where the system tells
 * them; exits as javac does.
 */
final class CompileOnce {
  private CompileOnce() {}

  public static void main(String[] arguments) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status = compiler.run(System.in, System.out, System.err, arguments);
    System.out.println();
    System.out.println(busy() + " " + peak());
    System.exit(status);
  }

  private static long busy() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toMillis)
        .orElse(0L);
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
