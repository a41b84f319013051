package dev.lockstep.processor.generate;

import dev.lockstep.processor.generate.Expression.Call;
import dev.lockstep.processor.generate.Expression.Text;
import dev.lockstep.processor.generate.Expression.Word;
import dev.lockstep.schema.SqlType;
import java.util.Map;
import java.util.Set;

/**
 * Types in the words of {@code SchemaElements}: {@code varchar(80)}, {@code array(text())}, and
 * {@code type("citext")} for what has no word of its own.
 */
final class TypeWords {
  private static final Set<String> PLAIN = Set.of(
      "smallint",
      "integer",
      "bigint",
      "real",
      "numeric",
      "text",
      "bytea",
      "uuid",
      "date",
      "time",
      "timetz",
      "timestamp",
      "timestamptz",
      "interval",
      "inet",
      "json",
      "jsonb");
  private static final Map<String, String> RENAMED =
      Map.of("double precision", "doublePrecision", "boolean", "bool");
  /** Word to the number of its arguments. */
  private static final Map<String, Integer> WITH_NUMBERS = Map.of("varchar", 1, "numeric", 2);

  /** Makes a call of a word that is then imported. */
  interface Words {
    Call word(String word, Expression... arguments);
  }

  private final Words words;

  TypeWords(Words words) {
    this.words = words;
  }

  Expression type(SqlType type) {
    return type.array() ? words.word("array", element(type.element())) : element(type);
  }

  private Expression element(SqlType type) {
    boolean ours = type.schema().isEmpty();
    if (ours && type.modifiers().isEmpty() && PLAIN.contains(type.name())) {
      return words.word(type.name());
    }
    if (ours && type.modifiers().isEmpty() && RENAMED.containsKey(type.name())) {
      return words.word(RENAMED.getOrDefault(type.name(), type.name()));
    }
    if (ours && hasNumbers(type)) {
      return words.word(
          type.name(), type.modifiers().stream().map(Word::new).toArray(Expression[]::new));
    }
    return words.word("type", new Text(type.toString()));
  }

  private static boolean hasNumbers(SqlType type) {
    return type.modifiers().size() == WITH_NUMBERS.getOrDefault(type.name(), -1)
        && type.modifiers().stream().allMatch(number -> number.matches("-?[1-9][0-9]{0,8}|0"));
  }
}
