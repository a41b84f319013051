package dev.lockstep.testing;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random indexes of a column, of every access method that takes its type. */
final class RandomIndexes {
  private static final Set<String> HASHABLE =
      Set.of("smallint", "integer", "bigint", "text", "varchar", "uuid", "date", "inet", "macaddr");

  private final Draft draft;
  private final Dice dice;

  RandomIndexes(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** An index that is not unique; null if the type takes none. */
  @Nullable
  Index index(String column, SqlType type) {
    String name = draft.freeMember("idx");
    String quoted = Quoting.quoted(column);
    Index index = dice.chance(3) ? special(name, quoted, type) : null;
    if (index == null && Types.isOrdered(type) && !Types.isDocument(type)) {
      index = btree(name, quoted, type);
    }
    return index == null ? null : dice.chance(3) ? index.where(quoted + " IS NOT NULL") : index;
  }

  private Index btree(String name, String quoted, SqlType type) {
    if (Types.isInteger(type) && dice.chance(3)) {
      return Index.of(name, false, "(" + integerExpression(quoted) + ")");
    }
    if (Types.isString(type) && dice.chance(4)) {
      return Index.of(name, false, "(lower(" + quoted + ")) desc nulls last");
    }
    String text = quoted;
    if (Types.isString(type)) {
      text += dice.chance(4) ? " collate \"C\"" : "";
      text += dice.chance(4) ? " text_pattern_ops" : "";
    }
    text += dice.chance(3) ? " desc" : "";
    text += dice.chance(4) ? " nulls first" : dice.chance(4) ? " nulls last" : "";
    Index index = Index.of(name, false, text);
    index = dice.chance(4) ? index.with("fillfactor", "70") : index;
    return dice.chance(8) ? index.with("deduplicate_items", "off") : index;
  }

  private String integerExpression(String quoted) {
    List<Script> functions = draft.scripts(Script.Kind.FUNCTION);
    return functions.isEmpty() || dice.chance(2)
        ? quoted + " + 1"
        : Quoting.quoted(dice.pick(functions).made()) + "(" + quoted + ")";
  }

  private @Nullable Index special(String name, String quoted, SqlType type) {
    if (type.array() && Set.of("text", "integer", "numeric").contains(type.name())) {
      return Index.of(name, false, quoted).using("gin").with("fastupdate", "off");
    }
    if (type.array()) {
      return null;
    }
    if (Types.isRange(type)) {
      return Index.of(name, false, quoted).using("gist").with("fillfactor", "80");
    }
    if (HASHABLE.contains(type.name()) && dice.chance(2)) {
      return Index.of(name, false, quoted).using("hash");
    }
    return switch (type.name()) {
      case "jsonb" ->
        Index.of(name, false, quoted + (dice.chance(2) ? " jsonb_path_ops" : ""))
            .using("gin");
      case "tsvector" ->
        dice.chance(2)
            ? Index.of(name, false, quoted).using("gin")
            : Index.of(name, false, quoted + " tsvector_ops(siglen=100)").using("gist");
      case "hstore" -> Index.of(name, false, quoted).using("gin");
      case "point" -> Index.of(name, false, quoted).using("gist");
      case "inet" -> Index.of(name, false, quoted + " inet_ops").using("gist");
      case "integer" ->
        Index.of(name, false, quoted + " int4_minmax_multi_ops(values_per_range=16)")
            .using("brin");
      case "bigint", "date" ->
        Index.of(name, false, quoted).using("brin").with("pages_per_range", "32");
      default -> null;
    };
  }
}
