package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * One use of an embeddable in a table: the {@code @Embedded} field with all those around it. Two
 * uses are never equal, be it of one embeddable in one table.
 */
final class Embedding {
  /** What stands in the table class itself or in a mapped superclass of it. */
  static final Embedding NONE = new Embedding();

  private final @Nullable Embedding outer;
  private final @Nullable Field field;
  private final String prefix;
  private final List<TypeElement> classes;
  private final Predicate<Element> isShown;

  private Embedding() {
    this.outer = null;
    this.field = null;
    this.prefix = "";
    this.classes = List.of();
    this.isShown = element -> true;
  }

  /**
   * A use of an embeddable.
   *
   * @param ownPrefix what this field alone puts before the names of columns
   * @param classes the mapped superclasses, base first, and the embeddable itself
   * @param isShown whether the compiler can show an element
   */
  Embedding(Field field, String ownPrefix, List<TypeElement> classes, Predicate<Element> isShown) {
    this.outer = field.embedding();
    this.field = field;
    this.prefix = field.embedding().prefix + ownPrefix;
    this.classes = List.copyOf(classes);
    this.isShown = isShown;
  }

  /** The {@code @Embedded} fields, that of the table first; empty for {@link #NONE}. */
  List<Embedding> chain() {
    if (field == null) {
      return List.of();
    }
    List<Embedding> chain = new ArrayList<>();
    for (Embedding each = this; each != null && each.field != null; each = each.outer) {
      chain.add(0, each);
    }
    return chain;
  }

  /** The {@code @Embedded} field. */
  Field field() {
    if (field == null) {
      throw new IllegalStateException("a table is embedded nowhere");
    }
    return field;
  }

  /** What all of them together put before the names of columns. */
  String prefix() {
    return prefix;
  }

  /** What those within {@code scope}, which is this or around it, put before them. */
  String prefixIn(Embedding scope) {
    return prefix.substring(scope.prefix.length());
  }

  /** {@code home.geo.}, or what of it is within {@code scope}; empty for the scope itself. */
  String pathIn(Embedding scope) {
    StringBuilder path = new StringBuilder();
    chain().stream()
        .filter(each -> each.isWithin(scope) && each != scope)
        .forEach(each -> path.append(each.field().name()).append('.'));
    return path.toString();
  }

  /** A prefix for this use of the embeddable that it does not have. */
  String otherPrefix() {
    String usual = SnakeCase.of(field().name());
    return prefix.endsWith(usual + "_") ? usual + "2_" : usual + "_";
  }

  /** The mapped superclasses, base first, and the embeddable itself. */
  List<TypeElement> classes() {
    return classes;
  }

  /** Whether it is that one or inside of it. */
  boolean isWithin(Embedding scope) {
    return scope == NONE || chain().contains(scope);
  }

  /** The annotations of that name of the embeddable's classes, as this use of them means them. */
  List<Attributes> annotationsOfClasses(String name) {
    return classes.stream()
        .flatMap(type -> Annotations.of(type, shown(type), this).all(name).stream())
        .toList();
  }

  /** Where messages about an element of the embeddable stand: there or at the nearest field. */
  Element shown(Element element) {
    return isShown.test(element) ? element : field().shown();
  }

  DeclaredType type() {
    return (DeclaredType) field().type();
  }
}
