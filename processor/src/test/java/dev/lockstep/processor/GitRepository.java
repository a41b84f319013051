package dev.lockstep.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository of real git, untouched by the settings of the person who runs the test. */
public record GitRepository(Path folder) {
  /** With a first, empty commit on branch {@code main}. */
  public static GitRepository init(Path folder) throws IOException, InterruptedException {
    GitRepository git = new GitRepository(folder);
    git.run("init", "--quiet", "--initial-branch=main");
    git.run("commit", "--quiet", "--allow-empty", "--message=Begin");
    return git;
  }

  public void commit(String message) throws IOException, InterruptedException {
    run("add", "--all");
    run("commit", "--quiet", "--message=" + message);
  }

  /** Fails unless git succeeds. */
  public String run(String... arguments) throws IOException, InterruptedException {
    Outcome outcome = execute(arguments);
    if (outcome.exitCode() != 0) {
      throw new AssertionError(String.join(" ", arguments) + ": " + outcome.output());
    }
    return outcome.output();
  }

  /**
   * Merges a branch, which must conflict; {@code style} is git's {@code merge} or {@code diff3}.
   */
  public void mergeInConflict(String branch, String style)
      throws IOException, InterruptedException {
    Outcome outcome = execute("-c", "merge.conflictStyle=" + style, "merge", "--quiet", branch);
    if (outcome.exitCode() == 0 || !outcome.output().contains("schema.json")) {
      throw new AssertionError("no conflict: " + outcome.output());
    }
  }

  private record Outcome(int exitCode, String output) {}

  private Outcome execute(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", folder.resolve("none").toString(),
            "GIT_AUTHOR_NAME", "Ann",
            "GIT_AUTHOR_EMAIL", "ann@example.com",
            "GIT_COMMITTER_NAME", "Ann",
            "GIT_COMMITTER_EMAIL", "ann@example.com",
            "LC_ALL", "C"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
