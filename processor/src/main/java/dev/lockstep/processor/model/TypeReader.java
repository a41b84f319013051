package dev.lockstep.processor.model;

import dev.lockstep.processor.model.ColumnTypes.ColumnType;
import dev.lockstep.processor.model.ColumnTypes.Refinement;
import dev.lockstep.processor.model.TableFields.Field;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the type of a column: that of the Java type, as {@code @Column} refines or replaces it. */
final class TypeReader {
  /** PostgreSQL manual, 8.3 Character Types; SqlType reads a longer varchar as text. */
  private static final int LONGEST = 10_485_760;

  private static final List<String> SIZES = List.of("length", "precision", "scale");

  private final EnumTypes enums;
  private final String targetSchema;
  private final Findings findings;

  /**
   * A reader for one database.
   *
   * @param targetSchema raw name of the schema whose types need none; may be empty
   */
  TypeReader(EnumTypes enums, String targetSchema, Findings findings) {
    this.enums = enums;
    this.targetSchema = targetSchema;
    this.findings = findings;
  }

  /** Empty if it has none, which is reported, or is unknown as yet. */
  Optional<ColumnType> read(Field field) {
    @Nullable Attributes column = field.annotations().find("Column").orElse(null);
    if (column != null && column.has("type")) {
      checkNoSizes(column);
      return explicit(column).map(type -> new ColumnType(type, Refinement.NONE, null));
    }
    TypeMirror innermost = ColumnTypes.innermost(field.type());
    if (innermost.getKind() == TypeKind.ERROR) {
      findings.incomplete();
      return Optional.empty();
    }
    Optional<ColumnType> type = type(field);
    return column == null || type.isEmpty() ? type : Optional.of(refined(type.get(), column));
  }

  private Optional<ColumnType> type(Field field) {
    Optional<TypeElement> javaEnum = ColumnTypes.javaEnum(field.type());
    if (javaEnum.isPresent()) {
      return enums
          .columnType(field, javaEnum.get())
          .map(type -> ColumnTypes.isArray(field.type()) ? type.arrayOf() : type);
    }
    Optional<ColumnType> type = ColumnTypes.of(field.type());
    if (type.isEmpty()) {
      Places places = findings.places();
      findings.add(UnmappedTypes.problem(places.at(field.shown()), field, places::isShown));
    }
    return type;
  }

  /** The type that {@code @Column(type = ...)} names. */
  Optional<SqlType> explicit(Attributes column) {
    String text = column.text("type");
    try {
      return Optional.of(SqlType.parse(text))
          .filter(type -> isOneName(type, text, column) && isSized(type, text, column))
          .map(this::inTargetSchema);
    } catch (IllegalArgumentException e) {
      findings.add(ModelProblems.typeInvalid(findings.places().at(column, "type"), text));
      return Optional.empty();
    }
  }

  private SqlType inTargetSchema(SqlType type) {
    return type.schema().isEmpty() || !type.schema().equals(targetSchema)
        ? type
        : new SqlType("", type.name(), type.modifiers(), type.array());
  }

  /** Words that belong to no type, as in {@code text not null}, read as one long name. */
  private boolean isOneName(SqlType type, String text, Attributes column) {
    boolean quoted = SqlTokens.of(text).stream().anyMatch(token -> token.kind() == Kind.QUOTED);
    boolean oneName = type.isBuiltIn() || quoted || !type.name().contains(" ");
    if (!oneName || text.indexOf('\0') >= 0) {
      findings.add(ModelProblems.typeInvalid(findings.places().at(column, "type"), text));
    }
    return oneName;
  }

  /** Whether the numbers that no longer stand in the type, once it is read, are good ones. */
  private boolean isSized(SqlType type, String text, Attributes column) {
    if (!type.modifiers().isEmpty() || !text.contains("(")) {
      return true;
    }
    boolean cut = type.name().equals("text") && !text.strip().startsWith("text");
    boolean number = Set.of("real", "double precision").contains(type.name())
        && SqlTokens.of(text).get(0).is("float");
    Long written = SqlTokens.of(text).stream()
        .filter(token -> token.text().matches("[0-9]{1,18}"))
        .map(token -> Long.valueOf(token.text()))
        .findFirst()
        .orElse(0L);
    long most = cut ? LONGEST : 53;
    boolean sound = !(cut || number) || (written >= 1 && written <= most);
    if (!sound) {
      findings.add(ModelProblems.typeSize(
          findings.places().at(column, "type"), text, cut ? "varchar" : "float", most));
    }
    return sound;
  }

  private void checkNoSizes(Attributes column) {
    SIZES.stream()
        .filter(column::has)
        .findFirst()
        .ifPresent(size -> findings.add(ModelProblems.typeTwice(
            findings.places().at(column, size), size, column.text("type"))));
  }

  private ColumnType refined(ColumnType type, Attributes column) {
    List<String> meant = switch (type.refinement()) {
      case NONE -> List.of();
      case LENGTH -> List.of("length");
      case PRECISION, SECONDS -> List.of("precision");
      case PRECISION_AND_SCALE -> List.of("precision", "scale");
    };
    boolean sized = false;
    for (String size : SIZES) {
      if (column.has(size) && !meant.contains(size)) {
        findings.add(ModelProblems.sizeMisplaced(
            findings.places().at(column, size), size, type.type().toString()));
      }
      sized |= column.has(size) && meant.contains(size);
    }
    return sized ? sized(type, column) : type;
  }

  private ColumnType sized(ColumnType type, Attributes column) {
    boolean sound = switch (type.refinement()) {
      case LENGTH -> isWithin(column, "length", 1, LONGEST);
      case SECONDS -> isWithin(column, "precision", 0, 6);
      default -> isNumeric(column);
    };
    if (!sound) {
      return type;
    }
    SqlType sized = type.refinement() == Refinement.LENGTH
        ? SqlType.of("varchar", column.text("length"))
        : number(type, column);
    return new ColumnType(
        type.type().array() ? sized.arrayOf() : sized, type.refinement(), type.constants());
  }

  private static SqlType number(ColumnType type, Attributes column) {
    List<Object> numbers = new ArrayList<>();
    for (String size : List.of("precision", "scale")) {
      Long number = column.number(size);
      if (number != null) {
        numbers.add(number);
      }
    }
    return SqlType.of(type.type().name(), numbers.toArray());
  }

  private boolean isNumeric(Attributes column) {
    Long precision = column.number("precision");
    if (precision == null) {
      findings.add(ModelProblems.scaleAlone(findings.places().at(column, "scale")));
      return false;
    }
    return isWithin(column, "precision", 1, 1000)
        && isWithin(column, "scale", 0, precision.intValue());
  }

  private boolean isWithin(Attributes column, String attribute, int least, int most) {
    Long number = column.number(attribute);
    if (number == null || (number >= least && number <= most)) {
      return true;
    }
    findings.add(ModelProblems.outOfRange(
        findings.places().at(column, attribute), attribute, number, least, most));
    return false;
  }
}
