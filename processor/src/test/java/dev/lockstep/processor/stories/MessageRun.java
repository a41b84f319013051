package dev.lockstep.processor.stories;

import dev.lockstep.processor.stories.MessageStory.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plays a story of a message: raises it, then applies its fixes, each to the project as it was. */
final class MessageRun {
  /** Warnings that come when a decision has been carried out. */
  private static final Set<String> DONE = Set.of("RenameDone", "ReplacementDone");

  /** Java to paste, maybe with the class where it belongs. */
  private static final Pattern PASTED =
      Pattern.compile("(?s)(@\\w+(\\(.*\\))?( on \\w+)?|\\w+ = .*)");

  private static final String NOT_APPLICABLE = "not applicable: ";

  private final MessageStory story;
  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private int projects;

  private MessageRun(MessageStory story, Path folder) {
    this.story = story;
    this.folder = folder;
    story.section("options").lines().forEach(options::add);
    options.add("setting=" + story.section("setting"));
  }

  /** What the compiler says of the story's mistake. */
  static String messages(MessageStory story, Path folder) throws Exception {
    return new MessageRun(story, folder).raise(false);
  }

  /**
   * What the compiler says of the story's mistake, all of whose fixes work.
   *
   * @throws AssertionError if a fix does not, or is not told
   */
  static String play(MessageStory story, Path folder) throws Exception {
    return new MessageRun(story, folder).raise(true);
  }

  private String raise(boolean fix) throws Exception {
    Project made = ProjectHistory.make(story, folder.resolve("made"));
    Edits.in(story.section("after")).apply(made, new ArrayList<>());
    Project asked = copy(made);
    String messages = compile(asked, options).messages();
    List<Message> said = MessageStory.messages(messages);
    require(
        said.stream().anyMatch(message -> message.code().equals(story.code())),
        story.code() + " is not said, but\n" + messages);
    if (fix) {
      require(
          said.stream()
              .noneMatch(message -> message.code().isEmpty() && message.kind().equals("error")),
          "the compiler says more than Lockstep:\n" + messages);
      said.stream()
          .filter(message -> message.code().equals(story.code()))
          .forEach(message -> texts.add(message.text()));
      applyAll(made, fixes(said));
    }
    return messages;
  }

  /** Those of the message that it is about: others have stories of their own. */
  private Set<String> fixes(List<Message> messages) {
    Set<String> fixes = new LinkedHashSet<>();
    messages.stream()
        .filter(
            message -> message.code().equals(story.code()) && !message.kind().equals("note"))
        .forEach(message -> fixes.addAll(message.fixes()));
    return fixes;
  }

  private void applyAll(Project made, Set<String> fixes) throws Exception {
    List<String> told = story.sections().keySet().stream()
        .filter(name -> name.startsWith("fix ") && !fixes.contains(name.substring(4)))
        .toList();
    require(told.isEmpty(), "no message shows " + told);
    List<String> all = List.copyOf(fixes);
    @Nullable Project project = null;
    List<String> current = List.copyOf(options);
    for (int i = 0; i < all.size(); i++) {
      String fix = all.get(i);
      if (story.section("fix " + fix).startsWith(NOT_APPLICABLE)) {
        continue;
      }
      if (project == null || !isContinuation(fix)) {
        project = copy(made);
        current = List.copyOf(options);
      }
      boolean last = i + 1 == all.size() || !isContinuation(all.get(i + 1));
      current = apply(fix, project, current, last);
    }
  }

  private static boolean isContinuation(String fix) {
    return fix.startsWith("then") || fix.startsWith("and ");
  }

  /** The options of the compile after it. */
  private List<String> apply(String fix, Project project, List<String> before, boolean last)
      throws Exception {
    FixCommand command = FixCommand.in(fix);
    String section = "fix " + fix;
    require(
        command.isComplete() || story.has(section),
        "the story has no section == " + section + " ==");
    try {
      List<String> changed = new ArrayList<>(before);
      Edits.in(story.section(section)).apply(project, changed);
      requireShown(fix, project, changed);
      command.run(project);
      if (command.options().isEmpty()) {
        requireMended(project, changed, last);
      } else {
        requireGenerated(project, command.options());
      }
      return changed;
    } catch (AssertionError e) {
      throw new AssertionError("== " + section + " ==\n" + e.getMessage(), e);
    }
  }

  /** What a fix shows to be pasted is in the sources afterwards, maybe among other attributes. */
  private static void requireShown(String fix, Project project, List<String> changed)
      throws IOException {
    String pasted = fix.substring(fix.indexOf(": ") < 0 ? 0 : fix.indexOf(": ") + 2);
    if (!PASTED.matcher(pasted).matches() || pasted.contains("...")) {
      return;
    }
    String attribute = pasted.replaceFirst(" (on|in) [^\"()]+$", "");
    String attributes = attribute.replaceFirst("(?s)^@\\w+\\((.*)\\)$", "$1");
    String text = (String.join("\n", project.tree().values()) + changed)
        .replace("dev.lockstep.annotations.", "");
    require(
        text.contains(attribute) || text.contains(attributes), "the section pastes something else");
  }

  private void requireMended(Project project, List<String> after, boolean last) throws Exception {
    Project.Result result = compile(copy(project), after);
    requireOurs(result.messages());
    require(
        MessageStory.messages(result.messages()).stream()
            .noneMatch(message -> texts.contains(message.text())),
        "the message is still there:\n" + result.messages());
    if (last && !result.success()) {
      List<String> generating = new ArrayList<>(after);
      if (after.stream().noneMatch(option -> option.startsWith("lockstep.migrate="))) {
        generating.add("lockstep.migrate=Go on");
      }
      Project.Result generated = compile(project, generating);
      require(generated.success(), "nothing can be generated:\n" + generated.messages());
    }
  }

  private void requireGenerated(Project project, List<String> given) throws Exception {
    String setting = options.get(options.size() - 1);
    List<String> generating = new ArrayList<>(given);
    generating.add(setting);
    Project.Result generated = compile(project, generating);
    require(generated.success(), "the command fails:\n" + generated.messages());
    Project.Result again = compile(project, List.of(setting));
    require(
        again.success()
            && MessageStory.messages(again.messages()).stream()
                .allMatch(message -> DONE.contains(message.code())),
        "the next compile is not silent:\n" + again.messages());
  }

  private static void requireOurs(String messages) {
    require(
        MessageStory.messages(messages).stream()
            .noneMatch(message -> message.code().isEmpty() && message.kind().equals("error")),
        "the sources do not compile:\n" + messages);
  }

  private Project.Result compile(Project project, List<String> given) throws IOException {
    Map<String, String> map = new LinkedHashMap<>();
    given.forEach(option -> map.put(option.split("=", 2)[0], option.split("=", 2)[1]));
    String setting = map.getOrDefault("setting", "");
    map.remove("setting");
    return CompileSetting.of(setting).compile(project, map);
  }

  private Project copy(Project project) throws IOException {
    return ProjectCopy.of(project, folder.resolve("p" + projects++));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
