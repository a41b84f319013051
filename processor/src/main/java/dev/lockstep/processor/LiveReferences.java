package dev.lockstep.processor;

import static dev.lockstep.processor.UnsteadyCalls.NEW;

import dev.lockstep.processor.generate.JavaTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a migration refers to that may have another value one day, so that the migration would
 * no longer mean what it meant: the project's enums, static fields and methods of the project's
 * classes, variables of its own class, and what the JDK tells of time and place. What runs on a
 * connection may call what it likes.
 *
 * <p>Longer than 300 lines, since all of it reads the same tokens by the same imports.
 */
final class LiveReferences {
  private final Elements elements;
  private final SeenTypes seen;
  private final String migration;
  private final String packageName;
  private final Predicate<TypeElement> ownSource;
  private final MigrationText text;
  private final JavaTokens tokens;
  private final ConnectionCode onConnection;
  private final Map<String, String> imports = new HashMap<>();
  private final Set<String> wildcards = new TreeSet<>();
  private final Set<String> statics = new TreeSet<>();

  /** What simple names mean. */
  private final Map<String, Optional<TypeElement>> types = new HashMap<>();

  /**
   * The references of one source.
   *
   * @param seen what names mean to the compiler
   * @param migration simple name of the class that the source declares
   * @param packageName of the source
   * @param ownSource whether a class is another one of the same source tree
   */
  LiveReferences(
      Elements elements,
      SeenTypes seen,
      String migration,
      String packageName,
      MigrationText text,
      Predicate<TypeElement> ownSource) {
    this.elements = elements;
    this.seen = seen;
    this.migration = migration;
    this.packageName = packageName;
    this.text = text;
    this.tokens = text.tokens();
    this.onConnection = text.onConnection();
    this.ownSource = ownSource;
  }

  /** The first supertype that may change, of the migration or of a class inside it. */
  Optional<String> supertype() {
    Optional<TypeElement> own = own();
    return own.isPresent() ? new Supertypes(own.get(), this::isUsed).first() : Optional.empty();
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
      if (!tokens.isSymbol(i) && mayBeType(i)) {
        Optional<String> live = live(i);
        if (live.isPresent()) {
          return live;
        }
      }
    }
    return ofVariables();
  }

  /** The index of the first token behind the imports. */
  private int readImports() {
    int at = 0;
    for (int i = 0; i < tokens.size() && !tokens.is(i, '{'); i++) {
      if (tokens.isSymbol(i) || !tokens.get(i).equals("import")) {
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
    TypeElement type = dot < 0 ? null : seen.find(imported.substring(0, dot));
    if (type == null) {
      return Optional.empty();
    }
    if (!ownSource.test(type) && !UnsteadyCalls.has(type.getQualifiedName().toString())) {
      return Optional.empty();
    }
    String member = imported.substring(dot + 1);
    Optional<String> field =
        ownSource.test(type) ? importedField(type, member, from) : Optional.empty();
    return field.isPresent() ? field : importedMethod(type, member, from);
  }

  private Optional<String> importedMethod(TypeElement type, String member, int from) {
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      String name = method.getSimpleName().toString();
      if (isStatic(method)
          && (member.equals(name) || member.equals("*"))
          && isLive(type, name)
          && isCalled(name, from)) {
        return Optional.of(type.getQualifiedName() + "." + name + "()");
      }
    }
    return Optional.empty();
  }

  private boolean isLive(TypeElement type, String method) {
    return ownSource.test(type) || UnsteadyCalls.has(type.getQualifiedName().toString(), method);
  }

  private boolean isCalled(String method, int from) {
    for (int i = from; i < tokens.size() - 1; i++) {
      if (tokens.get(i).equals(method)
          && isCall(i)
          && !tokens.is(i - 1, '.')
          && !onConnection.has(i)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> importedField(TypeElement type, String member, int from) {
    return ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
        .filter(LiveReferences::isStatic)
        .map(field -> field.getSimpleName().toString())
        .filter(name -> member.equals(name)
            || (member.equals("*") && tokens.subList(from, tokens.size()).contains(name)))
        .findFirst()
        .map(name -> type.getQualifiedName() + "." + name);
  }

  private Optional<String> live(int at) {
    TypeElement type = type(at);
    if (type == null) {
      return Optional.empty();
    }
    Optional<String> ofType = ofType(type, at);
    return ofType.isPresent() ? ofType : ofCall(type, at);
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
      if (member.isEmpty() || isCall(i + 2)) {
        return Optional.empty();
      }
      i += 2;
      TypeElement owner = type;
      Optional<? extends Element> found = elements.getAllMembers(owner).stream()
          .filter(each -> each.getSimpleName().contentEquals(member))
          .findFirst();
      if (found.isPresent() && found.get().getKind().isField() && isStatic(found.get())) {
        return Optional.of(owner.getQualifiedName() + "." + member);
      }
      type = found.isPresent() && found.get() instanceof TypeElement nested ? nested : null;
    }
    return Optional.empty();
  }

  /** A call of a class there, of what it is in, or of one of its constructors. */
  private Optional<String> ofCall(TypeElement type, int at) {
    if (onConnection.has(at)) {
      return Optional.empty();
    }
    String method = called(at);
    if (method.isEmpty() || !isLive(type, method)) {
      return Optional.empty();
    }
    String call = type.getQualifiedName() + "." + method + "()";
    return Optional.of(method.equals(NEW) ? "new " + type.getQualifiedName() + "()" : call);
  }

  /** The method that is called of the type there; empty if none is. */
  private String called(int at) {
    if (isCall(at) && isNew(at)) {
      return NEW;
    }
    boolean refers = isReference(at + 1) && at + 3 < tokens.size();
    return refers ? tokens.get(at + 3) : isCall(at + 2) ? next(at) : "";
  }

  private boolean isCall(int name) {
    return tokens.is(name + 1, '(');
  }

  private boolean isReference(int colon) {
    return tokens.is(colon, ':') && tokens.is(colon + 1, ':');
  }

  /** Whether an object is made of the type whose name ends there. */
  private boolean isNew(int at) {
    int before = tokens.hasWord(NEW) ? first(at) - 1 : -1;
    return before >= 0 && tokens.get(before).equals(NEW);
  }

  /** Where the qualified name begins that ends there. */
  private int first(int at) {
    int i = at;
    while (i >= 2 && tokens.is(i - 1, '.')) {
      i -= 2;
    }
    return i;
  }

  /** A variable of the migration's own class that outlives its steps. */
  private Optional<String> ofVariables() {
    Optional<TypeElement> own = own();
    return own.isPresent() ? ofVariables(own.get()) : Optional.empty();
  }

  private Optional<TypeElement> own() {
    return Optional.ofNullable(
        seen.find(packageName.isEmpty() ? migration : packageName + "." + migration));
  }

  private Optional<String> ofVariables(TypeElement type) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      String name = field.getSimpleName().toString();
      if (isStatic(field) && !field.getModifiers().contains(Modifier.FINAL) && isUsed(name)) {
        return Optional.of("its own variable " + name);
      }
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      Optional<String> variable = ofVariables(nested);
      if (variable.isPresent()) {
        return variable;
      }
    }
    return Optional.empty();
  }

  /** Besides where it is declared. */
  private boolean isUsed(String name) {
    return text.repeats(name);
  }

  /** The name after the point after that token; empty if there is none. */
  private String next(int i) {
    return i + 2 < tokens.size() && tokens.is(i + 1, '.') ? tokens.get(i + 2) : "";
  }

  /** The type that the name there means, with the package before it if there is one. */
  private @Nullable TypeElement type(int at) {
    int start = first(at);
    String name = String.join("", tokens.subList(start, at + 1));
    if (start == at) {
      return type(name);
    }
    return SourceVersion.isName(name) ? seen.find(name) : null;
  }

  private @Nullable TypeElement type(String simpleName) {
    Optional<TypeElement> known = types.get(simpleName);
    if (known == null) {
      known = Optional.ofNullable(find(simpleName));
      types.put(simpleName, known);
    }
    return known.orElse(null);
  }

  private @Nullable TypeElement find(String simpleName) {
    if (!SourceVersion.isName(simpleName)) {
      return null;
    }
    String imported = imports.get(simpleName);
    if (imported != null) {
      return seen.find(imported);
    }
    TypeElement near =
        seen.find(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
    if (near != null) {
      return near;
    }
    for (String wildcard : wildcards) {
      TypeElement found = seen.find(wildcard + "." + simpleName);
      if (found != null) {
        return found;
      }
    }
    return seen.find("java.lang." + simpleName);
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  /** Names in lower case are looked up only where a type's member or constructor follows. */
  private boolean mayBeType(int at) {
    String token = tokens.get(at);
    if (Character.isUpperCase(token.charAt(0))) {
      return true;
    }
    boolean used = tokens.is(at + 1, '.') || isReference(at + 1) || isNew(at);
    return used && Character.isJavaIdentifierStart(token.charAt(0));
  }
}
