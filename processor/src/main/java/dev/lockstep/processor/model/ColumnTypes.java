package dev.lockstep.processor.model;

import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL types that belong to Java types. */
final class ColumnTypes {
  /** Which attributes of {@code @Column} say more about a type. */
  enum Refinement {
    NONE,
    LENGTH,
    PRECISION,
    PRECISION_AND_SCALE,
    SECONDS
  }

  /**
   * The type of a column.
   *
   * @param constants the values that an enum allows; null if the type is none, or is an enum type
   *     of PostgreSQL
   */
  record ColumnType(
      SqlType type, Refinement refinement, @Nullable List<String> constants) {
    ColumnType arrayOf() {
      return new ColumnType(type.arrayOf(), refinement, constants);
    }
  }

  private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Set");
  private static final Map<String, ColumnType> BY_NAME = Map.ofEntries(
      entry("boolean", "boolean", Refinement.NONE),
      entry("short", "smallint", Refinement.NONE),
      entry("int", "integer", Refinement.NONE),
      entry("long", "bigint", Refinement.NONE),
      entry("float", "real", Refinement.NONE),
      entry("double", "double precision", Refinement.NONE),
      entry("java.lang.Boolean", "boolean", Refinement.NONE),
      entry("java.lang.Short", "smallint", Refinement.NONE),
      entry("java.lang.Integer", "integer", Refinement.NONE),
      entry("java.lang.Long", "bigint", Refinement.NONE),
      entry("java.lang.Float", "real", Refinement.NONE),
      entry("java.lang.Double", "double precision", Refinement.NONE),
      entry("java.lang.String", "text", Refinement.LENGTH),
      entry("java.math.BigDecimal", "numeric", Refinement.PRECISION_AND_SCALE),
      entry("java.math.BigInteger", "numeric", Refinement.PRECISION),
      entry("java.util.UUID", "uuid", Refinement.NONE),
      entry("java.time.Instant", "timestamptz", Refinement.SECONDS),
      entry("java.time.OffsetDateTime", "timestamptz", Refinement.SECONDS),
      entry("java.time.ZonedDateTime", "timestamptz", Refinement.SECONDS),
      entry("java.time.LocalDateTime", "timestamp", Refinement.SECONDS),
      entry("java.time.LocalDate", "date", Refinement.NONE),
      entry("java.time.LocalTime", "time", Refinement.SECONDS),
      entry("java.time.OffsetTime", "timetz", Refinement.SECONDS),
      entry("java.time.Duration", "interval", Refinement.SECONDS),
      entry("java.time.Period", "interval", Refinement.SECONDS),
      entry("java.net.InetAddress", "inet", Refinement.NONE),
      entry("java.net.URI", "text", Refinement.LENGTH),
      entry("java.net.URL", "text", Refinement.LENGTH));

  private ColumnTypes() {}

  private static Map.Entry<String, ColumnType> entry(
      String javaType, String sqlType, Refinement refinement) {
    return Map.entry(javaType, new ColumnType(SqlType.of(sqlType), refinement, null));
  }

  /** The type that belongs to a Java type; empty if none does, and for an enum. */
  static Optional<ColumnType> of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind() == TypeKind.BYTE
          ? Optional.of(new ColumnType(SqlType.of("bytea"), Refinement.NONE, null))
          : ofArray(array.getComponentType());
    }
    Optional<TypeMirror> item = item(type);
    if (item.isPresent()) {
      return ofArray(item.get());
    }
    return Optional.ofNullable(BY_NAME.get(name(type)));
  }

  private static Optional<ColumnType> ofArray(TypeMirror item) {
    Optional<ColumnType> type = of(item);
    return type.isPresent() ? Optional.of(type.get().arrayOf()) : type;
  }

  /** What a List or Set holds; empty for any other type and for a raw one. */
  static Optional<TypeMirror> item(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !COLLECTIONS.contains(name(type))
        || declared.getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    TypeMirror argument = declared.getTypeArguments().get(0);
    return argument instanceof WildcardType wildcard
        ? Optional.ofNullable(wildcard.getExtendsBound())
        : Optional.of(argument);
  }

  /** What an array, List or Set holds in the end, at whatever depth; the type itself otherwise. */
  static TypeMirror innermost(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return innermost(array.getComponentType());
    }
    Optional<TypeMirror> item = item(type);
    return item.isPresent() ? innermost(item.get()) : type;
  }

  /** The class of the type; empty for primitives, arrays and type variables. */
  static Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  /** Qualified name without type arguments and annotations; {@code int} for a primitive. */
  static String name(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : primitiveName(type);
  }

  private static String primitiveName(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : type.toString();
  }

  /** The Java enum that a value, or an element of an array, List or Set, is of. */
  static Optional<TypeElement> javaEnum(TypeMirror type) {
    Optional<TypeElement> element = element(innermost(type));
    return element.isPresent() && element.get().getKind() == ElementKind.ENUM
        ? element
        : Optional.empty();
  }

  /** Whether it holds several values. */
  static boolean isArray(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY || item(type).isPresent();
  }
}
