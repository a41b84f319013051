package dev.lockstep.processor.model;

import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Says of a field without a PostgreSQL type what its ways out are. */
final class UnmappedTypes {
  private static final Set<String> COLLECTIONS = Set.of(
      "java.lang.Iterable",
      "java.util.Collection",
      "java.util.ArrayList",
      "java.util.LinkedList",
      "java.util.HashSet",
      "java.util.LinkedHashSet",
      "java.util.SortedSet",
      "java.util.TreeSet");
  private static final Map<String, String> OPTIONALS = Map.of(
      "java.util.OptionalInt", "Integer",
      "java.util.OptionalLong", "Long",
      "java.util.OptionalDouble", "Double");
  private static final Map<String, String> LIKELY = Map.ofEntries(
      Map.entry("char", "char(1)"),
      Map.entry("byte", "smallint"),
      Map.entry("java.lang.Character", "char(1)"),
      Map.entry("java.lang.Byte", "smallint"),
      Map.entry("java.lang.CharSequence", "text"),
      Map.entry("java.lang.Number", "numeric"),
      Map.entry("java.util.Currency", "char(3)"),
      Map.entry("java.util.Locale", "text"),
      Map.entry("java.util.TimeZone", "text"),
      Map.entry("java.time.ZoneId", "text"),
      Map.entry("java.time.ZoneOffset", "text"),
      Map.entry("java.time.Year", "smallint"),
      Map.entry("java.time.YearMonth", "date"),
      Map.entry("java.time.MonthDay", "date"),
      Map.entry("java.util.Date", "timestamptz"),
      Map.entry("java.util.Calendar", "timestamptz"),
      Map.entry("java.sql.Timestamp", "timestamptz"),
      Map.entry("java.sql.Date", "date"),
      Map.entry("java.sql.Time", "time"),
      Map.entry("java.net.Inet4Address", "inet"),
      Map.entry("java.net.Inet6Address", "inet"),
      Map.entry("java.nio.file.Path", "text"),
      Map.entry("java.io.File", "text"),
      Map.entry("java.util.BitSet", "varbit"));

  private UnmappedTypes() {}

  /**
   * The message.
   *
   * @param hasSource whether this compile has the source of a class, so that it can be changed
   */
  static Problem problem(Place place, Field field, Predicate<TypeElement> hasSource) {
    String name = ColumnTypes.name(field.type());
    if (name.equals("java.util.Optional")) {
      return ModelProblems.optionalField(place, field.name(), argument(field.type()));
    }
    if (OPTIONALS.containsKey(name)) {
      return ModelProblems.optionalField(place, field.name(), OPTIONALS.get(name));
    }
    if (COLLECTIONS.contains(name)) {
      return ModelProblems.collectionUnmapped(place, name);
    }
    if (Set.of("java.util.List", "java.util.Set").contains(name)
        && ColumnTypes.item(field.type()).isEmpty()) {
      return ModelProblems.elementUnknown(place, name);
    }
    Optional<TypeElement> embeddable = EmbeddableRules.severalOf(field.type());
    if (embeddable.isPresent()) {
      return ModelProblems.embeddedMany(place, field.name(), embeddable.get());
    }
    if (ColumnTypes.element(field.type())
        .filter(type -> Annotations.has(type, "Embeddable"))
        .isPresent()) {
      return ModelProblems.embeddableUnmapped(place, name, field.name());
    }
    Optional<TypeElement> own = ColumnTypes.element(field.type())
        .filter(hasSource)
        .filter(EmbeddableRules::mayBeEmbeddable);
    if (own.isPresent()) {
      return ModelProblems.typeUnmapped(place, own.get());
    }
    TypeMirror innermost = ColumnTypes.innermost(field.type());
    boolean single = field.type().getKind() != TypeKind.ARRAY
        && ColumnTypes.item(field.type()).isEmpty();
    String array = single ? "" : "[]";
    String likely = LIKELY.getOrDefault(ColumnTypes.name(innermost), "jsonb");
    return ModelProblems.typeUnmapped(
        place, ColumnTypes.name(innermost), likely.equals("jsonb") ? likely : likely + array);
  }

  private static String argument(TypeMirror optional) {
    return optional instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty()
        ? ColumnTypes.element(declared.getTypeArguments().get(0))
            .map(element -> element.getSimpleName().toString())
            .orElse("String")
        : "String";
  }
}
