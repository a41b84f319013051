package dev.lockstep.processor.stories;

import dev.lockstep.processor.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** Makes the project that a story begins with, in a repository of real git where it needs one. */
final class ProjectHistory {
  private ProjectHistory() {}

  static Project make(MessageStory story, Path folder) throws Exception {
    Project project = new Project(folder);
    boolean inGit = story.has("theirs") || story.section("messages").contains("git checkout ");
    GitRepository git = new GitRepository(project.sources());
    if (inGit) {
      GitRepository.init(project.sources());
    }
    if (story.has("before")) {
      generate(project, story.section("before"), "Initial migration");
    }
    if (story.has("second")) {
      generate(project, story.section("second"), "Second migration");
    }
    if (story.has("squash")) {
      compile(project, Map.of("lockstep.squash", story.section("squash")));
    }
    if (inGit) {
      git.commit("Initial migration");
    }
    if (story.has("uncommitted")) {
      generate(project, story.section("uncommitted"), "Second migration");
    }
    if (story.has("theirs")) {
      branches(story, project, git);
    }
    if (story.has("merged")) {
      compile(project, Map.of("lockstep.migrate", "Merge"));
    }
    return project;
  }

  /** Two branches, merged as far as git can. */
  private static void branches(MessageStory story, Project project, GitRepository git)
      throws Exception {
    git.run("checkout", "--quiet", "-b", "theirs");
    generate(project, story.section("theirs"), description(story, "Theirs"));
    git.commit("Theirs");
    git.run("checkout", "--quiet", "main");
    generate(project, story.section("ours"), description(story, "Ours"));
    git.commit("Ours");
    git.mergeInConflict("theirs", "merge");
  }

  /** Of the migration of that branch. */
  private static String description(MessageStory story, String branch) {
    return story.has("described") ? story.section("described") : branch;
  }

  private static void generate(Project project, String section, String description)
      throws Exception {
    Edits.in(section).apply(project, new ArrayList<>());
    compile(project, Map.of("lockstep.migrate", description));
  }

  private static void compile(Project project, Map<String, String> options) throws IOException {
    Project.Result result = project.compile(options);
    if (!result.success()) {
      throw new AssertionError(options + " has mistakes:\n" + result.messages());
    }
  }
}
