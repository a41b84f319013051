package dev.lockstep.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a migration refers to that may have another value one day, so that the migration would
 * no longer mean what it meant: the project's enums, and static fields of the project's classes.
 */
final class LiveReferences {
  private final Elements elements;
  private final String packageName;
  private final Predicate<TypeElement> ownSource;
  private final List<String> tokens;
  private final Map<String, String> imports = new HashMap<>();
  private final Set<String> wildcards = new TreeSet<>();
  private final Set<String> statics = new TreeSet<>();

  /**
   * The references of one source.
   *
   * @param packageName of the source
   * @param ownSource whether a class is another one of the same source tree
   */
  LiveReferences(
      Elements elements,
      String packageName,
      List<String> tokens,
      Predicate<TypeElement> ownSource) {
    this.elements = elements;
    this.packageName = packageName;
    this.tokens = tokens;
    this.ownSource = ownSource;
  }

  /** The first, as in {@code enum com.example.State} or {@code com.example.Names.USER}. */
  Optional<String> first() {
    int at = readImports();
    for (String imported : statics) {
      Optional<String> live = ofStaticImport(imported, at);
      if (live.isPresent()) {
        return live;
      }
    }
    for (int i = at; i < tokens.size(); i++) {
      Optional<String> live = isTypeName(tokens.get(i)) ? ofType(type(i), i) : Optional.empty();
      if (live.isPresent()) {
        return live;
      }
    }
    return Optional.empty();
  }

  /** The index of the first token behind the imports. */
  private int readImports() {
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).equals("import")) {
        continue;
      }
      int end = i + tokens.subList(i, tokens.size()).indexOf(";");
      if (end < i) {
        break;
      }
      boolean isStatic = tokens.get(i + 1).equals("static");
      String name = String.join("", tokens.subList(i + (isStatic ? 2 : 1), end));
      if (isStatic) {
        statics.add(name);
      } else if (name.endsWith(".*")) {
        wildcards.add(name.substring(0, name.length() - 2));
      } else {
        imports.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
      at = end + 1;
    }
    return at;
  }

  private Optional<String> ofStaticImport(String imported, int from) {
    int dot = imported.lastIndexOf('.');
    TypeElement type = dot < 0 ? null : elements.getTypeElement(imported.substring(0, dot));
    if (type == null || !ownSource.test(type)) {
      return Optional.empty();
    }
    String member = imported.substring(dot + 1);
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(LiveReferences::isStatic)
        .map(field -> field.getSimpleName().toString())
        .filter(name -> member.equals(name)
            || (member.equals("*") && tokens.subList(from, tokens.size()).contains(name)))
        .findFirst()
        .map(name -> type.getQualifiedName() + "." + name);
  }

  /** A type and the members that are named after it. */
  private Optional<String> ofType(@Nullable TypeElement first, int start) {
    TypeElement type = first;
    int i = start;
    while (type != null && ownSource.test(type)) {
      if (type.getKind() == ElementKind.ENUM) {
        return Optional.of("enum " + type.getQualifiedName());
      }
      String member = next(i);
      if (member.isEmpty() || (i + 3 < tokens.size() && tokens.get(i + 3).equals("("))) {
        return Optional.empty();
      }
      i += 2;
      TypeElement owner = type;
      Optional<? extends Element> found = owner.getEnclosedElements().stream()
          .filter(each -> each.getSimpleName().contentEquals(member))
          .findFirst();
      if (found.isPresent() && found.get().getKind().isField() && isStatic(found.get())) {
        return Optional.of(owner.getQualifiedName() + "." + member);
      }
      type = found.isPresent() && found.get() instanceof TypeElement nested ? nested : null;
    }
    return Optional.empty();
  }

  /** The name after the point after that token; empty if there is none. */
  private String next(int i) {
    return i + 2 < tokens.size() && tokens.get(i + 1).equals(".") ? tokens.get(i + 2) : "";
  }

  /** The type that the name there means, with the package before it if there is one. */
  private @Nullable TypeElement type(int at) {
    StringBuilder name = new StringBuilder(tokens.get(at));
    int i = at;
    while (i >= 2 && tokens.get(i - 1).equals(".")) {
      name.insert(0, tokens.get(i - 2) + ".");
      i -= 2;
    }
    return i < at ? elements.getTypeElement(name) : type(tokens.get(at));
  }

  private @Nullable TypeElement type(String simpleName) {
    String imported = imports.get(simpleName);
    if (imported != null) {
      return elements.getTypeElement(imported);
    }
    TypeElement near = elements.getTypeElement(
        packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
    if (near != null) {
      return near;
    }
    return wildcards.stream()
        .map(wildcard -> elements.getTypeElement(wildcard + "." + simpleName))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  private static boolean isTypeName(String token) {
    return Character.isUpperCase(token.charAt(0));
  }
}
