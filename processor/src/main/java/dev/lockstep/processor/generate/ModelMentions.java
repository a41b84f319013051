package dev.lockstep.processor.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the classes that Java source refers to, by their qualified names and by the simple ones
 * that an import or the package makes known.
 */
public final class ModelMentions {
  private final String packageName;
  private final Set<String> words = new HashSet<>();
  private final NavigableSet<String> qualified = new TreeSet<>();

  /** Words and the points between them; a string is a word of its own. */
  private ModelMentions(String packageName, List<String> tokens) {
    this.packageName = packageName;
    int start = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      boolean continues =
          i < tokens.size() && (tokens.get(i).equals(".") || tokens.get(i - 1).equals("."));
      if (!continues) {
        if (i - start == 1) {
          addWord(tokens.get(start));
        } else {
          addName(String.join("", tokens.subList(start, i)));
        }
        start = i;
      }
    }
  }

  private void addWord(String word) {
    if (Character.isJavaIdentifierStart(word.codePointAt(0))) {
      words.add(word);
    }
  }

  private void addName(String name) {
    int dot = name.indexOf('.');
    words.add(dot < 0 ? name : name.substring(0, dot));
    if (dot > 0) {
      qualified.add(name);
    }
  }

  /**
   * The first of the classes that the source mentions.
   *
   * @param tokens of the source
   * @param packageName of the source
   * @param classes qualified names
   */
  public static Optional<String> first(
      List<String> tokens, String packageName, Collection<String> classes) {
    return of(tokens, packageName).first(classes);
  }

  /** What the source mentions; tokens and package of the source. */
  public static ModelMentions of(List<String> tokens, String packageName) {
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
    return byName || (known && words.contains(className.substring(dot + 1)));
  }
}
