package dev.lockstep.processor.generate;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the classes that Java source refers to, by their qualified names and by the simple ones
 * that an import or the package makes known.
 */
public final class ModelMentions {
  private final String packageName;
  private final JavaTokens tokens;
  private final NavigableSet<String> qualified = new TreeSet<>();

  private ModelMentions(String packageName, JavaTokens tokens) {
    this.packageName = packageName;
    this.tokens = tokens;
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.is(i, '.') && isName(i - 1) && !tokens.is(i - 2, '.')) {
        qualified.add(String.join("", tokens.subList(i - 1, end(i))));
      }
    }
  }

  /** Where the words and points end that go on with the point there. */
  private int end(int point) {
    int end = point + 1;
    while (end < tokens.size() && (tokens.is(end, '.') || tokens.is(end - 1, '.'))) {
      end++;
    }
    return end;
  }

  private boolean isName(int at) {
    return Character.isJavaIdentifierStart(tokens.get(at).codePointAt(0));
  }

  /**
   * The first of the classes that the source mentions.
   *
   * @param tokens of the source
   * @param packageName of the source
   * @param classes qualified names
   */
  public static Optional<String> first(
      JavaTokens tokens, String packageName, Collection<String> classes) {
    return of(tokens, packageName).first(classes);
  }

  /** What the source mentions; tokens and package of the source. */
  public static ModelMentions of(JavaTokens tokens, String packageName) {
    return new ModelMentions(packageName, tokens);
  }

  /** The first of the classes, by qualified name, that is mentioned. */
  public Optional<String> first(Collection<String> classes) {
    return classes.stream().sorted().filter(this::has).findFirst();
  }

  private boolean has(String className) {
    String member = qualified.ceiling(className + ".");
    boolean byName =
        qualified.contains(className) || (member != null && member.startsWith(className + "."));
    int dot = className.lastIndexOf('.');
    String owner = dot < 0 ? "" : className.substring(0, dot);
    boolean known = owner.equals(packageName) || qualified.contains(owner + ".*");
    return byName || (known && says(className.substring(dot + 1)));
  }

  /** Whether the name is there, and not as a member's. */
  private boolean says(String name) {
    if (tokens.hasWord(name)) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).equals(name) && !tokens.is(i - 1, '.')) {
          return true;
        }
      }
    }
    return false;
  }
}
