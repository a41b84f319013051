package dev.lockstep.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Types by their qualified names, as the module of the migrations sees them. A compiler that is
 * told no module looks for a name in each of the JDK's, seventy times as long.
 */
final class SeenTypes {
  private final Elements elements;
  private final Map<String, Optional<TypeElement>> found = new HashMap<>();
  private @Nullable ModuleElement module;

  SeenTypes(Elements elements) {
    this.elements = elements;
  }

  /** A migration; from the first one that there is, the module is known. */
  @Nullable
  TypeElement migration(String name) {
    TypeElement seen = module == null ? null : elements.getTypeElement(module, name);
    TypeElement type = seen == null ? elements.getTypeElement(name) : seen;
    if (type != null && module == null) {
      module = elements.getModuleOf(type);
    }
    return type;
  }

  /** Null if it sees none of that name; each is looked for once. */
  @Nullable
  TypeElement find(String name) {
    Optional<TypeElement> known = found.get(name);
    if (known == null) {
      known = Optional.ofNullable(
          module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
      found.put(name, known);
    }
    return known.orElse(null);
  }
}
