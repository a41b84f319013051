package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may stand in parentheses behind the types of PostgreSQL itself (PostgreSQL manual, 8 Data
 * Types). Those of extensions have modifiers of their own.
 */
final class TypeRule implements TableRule {

  /** The numbers that one modifier may be. */
  private record Range(String word, int least, int most) {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    boolean holds(String modifier) {
      return WHOLE.matcher(modifier).matches()
          && Integer.parseInt(modifier) >= least
          && Integer.parseInt(modifier) <= most;
    }

    String nearest(String modifier) {
      boolean above = modifier.matches("[0-9]{10,}")
          || (modifier.matches("[0-9]{1,9}") && Integer.parseInt(modifier) > most);
      return String.valueOf(above ? most : least);
    }

    @Override
    public String toString() {
      return "a " + word + " of " + least + " to " + most;
    }
  }

  private static final Range CHARACTERS = new Range("length", 1, 10_485_760);
  private static final Range BITS = new Range("length", 1, 83_886_080);
  private static final Range SECONDS = new Range("precision", 0, 6);
  private static final Range DIGITS = new Range("precision", 1, 1000);
  private static final Range SCALE = new Range("scale", -1000, 1000);

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    return table.columns().stream()
        .flatMap(column -> wrong(column.type())
            .map(wrong -> Problem.error(
                "TypeModifier",
                new OfColumn(table.name(), column.name(), "type"),
                Wording.column(table.name(), column.name()) + " is of type "
                    + oneLine(column.type()) + ", but " + wrong,
                "write: " + annotation("Column", "type", String.valueOf(mended(column.type())))))
            .stream());
  }

  /** What its modifiers should be, as {@code varchar takes a length of 1 to 10485760}. */
  private static Optional<String> wrong(SqlType type) {
    List<String> modifiers = type.modifiers();
    if (!type.isBuiltIn() || modifiers.isEmpty()) {
      return Optional.empty();
    }
    List<Range> ranges = ranges(type.name());
    boolean sound = modifiers.size() <= ranges.size();
    for (int i = 0; i < modifiers.size() && sound; i++) {
      sound = ranges.get(i).holds(modifiers.get(i));
    }
    return sound
        ? Optional.empty()
        : Optional.of(type.name() + " takes "
            + (ranges.isEmpty()
                ? "no number"
                : ranges.stream().map(String::valueOf).collect(Collectors.joining(" and "))));
  }

  private static List<Range> ranges(String type) {
    return switch (type) {
      case "varchar", "char", "bpchar" -> List.of(CHARACTERS);
      case "bit", "varbit" -> List.of(BITS);
      case "time", "timetz", "timestamp", "timestamptz", "interval" -> List.of(SECONDS);
      case "numeric" -> List.of(DIGITS, SCALE);
      default ->
        type.startsWith("interval ") && type.endsWith("second") ? List.of(SECONDS) : List.of();
    };
  }

  private static SqlType mended(SqlType type) {
    List<Range> ranges = ranges(type.name());
    List<String> modifiers = new ArrayList<>();
    for (int i = 0; i < Math.min(ranges.size(), type.modifiers().size()); i++) {
      String modifier = type.modifiers().get(i);
      modifiers.add(ranges.get(i).holds(modifier) ? modifier : ranges.get(i).nearest(modifier));
    }
    return new SqlType(type.schema(), type.name(), modifiers, type.array());
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table) {
    for (Column column : table.columns()) {
      if (wrong(column.type()).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
