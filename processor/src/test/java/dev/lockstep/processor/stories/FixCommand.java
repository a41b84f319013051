package dev.lockstep.processor.stories;

import dev.lockstep.processor.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command in a line of a message: {@code mvn compile}, {@code git checkout} or {@code rm}.
 *
 * @param options of {@code mvn compile}, as {@code key=value}; a description that is left to the
 *     user is {@code Go on}
 * @param git arguments of git
 * @param deleted a path relative to the sources
 */
record FixCommand(List<String> options, Optional<String> git, Optional<String> deleted) {
  private static final Pattern MAVEN =
      Pattern.compile("mvn compile((?: -D\\S+?=(?:\"[^\"]*\"|\\S+))+)");
  private static final Pattern OPTION = Pattern.compile("-D(\\S+?)=(\"[^\"]*\"|\\S+)");
  private static final Pattern GIT = Pattern.compile("git (checkout .*)");
  private static final Pattern DELETE = Pattern.compile(": rm (\\S+)$");

  static FixCommand in(String fix) {
    List<String> options = new ArrayList<>();
    Matcher maven = MAVEN.matcher(fix);
    if (maven.find()) {
      OPTION
          .matcher(maven.group(1))
          .results()
          .forEach(option -> options.add(
              option.group(1) + "=" + option.group(2).replace("\"", "").replace("...", "Go on")));
    }
    return new FixCommand(options, group(GIT, fix), group(DELETE, fix));
  }

  private static Optional<String> group(Pattern pattern, String fix) {
    Matcher found = pattern.matcher(fix);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Whether the line says it all, so that nothing has to be edited first. */
  boolean isComplete() {
    return !options.isEmpty() || git.isPresent() || deleted.isPresent();
  }

  /** Runs it, unless it is a compile. */
  void run(Project project) throws IOException, InterruptedException {
    if (git.isPresent()) {
      new GitRepository(project.sources()).run(git.get().split(" ", -1));
    }
    if (deleted.isPresent()) {
      Files.delete(project.sources().resolve(deleted.get()));
    }
  }
}
