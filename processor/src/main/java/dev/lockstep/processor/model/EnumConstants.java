package dev.lockstep.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The constants of a Java enum and what the database calls them. */
final class EnumConstants {

  /**
   * A constant.
   *
   * @param value plain text
   * @param annotation its {@code @EnumValue}; null for none
   */
  record Constant(Element element, String value, @Nullable Attributes annotation) {
    String name() {
      return element.getSimpleName().toString();
    }

    /** Whether the compiler could not make out what it is called. */
    boolean isErroneous() {
      return annotation != null && annotation.isErroneous();
    }

    /** The recorded value that this one takes the place of; empty for none. */
    String renamedFrom() {
      return annotation == null ? "" : annotation.text("renamedFrom");
    }
  }

  private EnumConstants() {}

  /** In declaration order; two may have one value. */
  static List<Constant> of(TypeElement javaEnum, DeclarationOrder order) {
    List<Constant> constants = new ArrayList<>();
    for (Element member : order.fields(javaEnum)) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(constant(member));
      }
    }
    return constants;
  }

  private static Constant constant(Element member) {
    @Nullable Attributes annotation = Annotations.of(member).find("EnumValue").orElse(null);
    String value = annotation == null ? "" : annotation.text("value");
    return new Constant(
        member, value.isEmpty() ? member.getSimpleName().toString() : value, annotation);
  }

  /** Each value once. */
  static List<String> values(List<Constant> constants) {
    return constants.stream().map(Constant::value).distinct().toList();
  }
}
