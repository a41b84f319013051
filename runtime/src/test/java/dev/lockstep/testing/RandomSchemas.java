package dev.lockstep.testing;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * Random schemas that PostgreSQL accepts, and random edits of them that it can carry out on the
 * rows of {@link RandomRows}. One seed always gives one result.
 */
public final class RandomSchemas {
  static final List<String> NAMESPACES = List.of("app", "App \"x\"");

  private RandomSchemas() {}

  /**
   * A schema and an edit of it.
   *
   * @param hints what a user would have to say about the edit
   */
  public record Edit(Schema from, Schema to, DiffHints hints) {}

  /** For the oldest server. */
  public static Schema schema(long seed) {
    return schema(seed, Postgres.OLDEST);
  }

  /** With nothing that a server of that major version lacks. */
  public static Schema schema(long seed, int major) {
    return draft(seed, major).schema;
  }

  /** For the oldest server. */
  public static Edit edit(long seed) {
    return edit(seed, Postgres.OLDEST);
  }

  /** With nothing that a server of that major version lacks. */
  public static Edit edit(long seed, int major) {
    return RandomEdits.of(draft(seed, major));
  }

  private static Draft draft(long seed, int major) {
    Draft draft = new Draft(new Dice(seed), major);
    addBase(draft);
    addTables(draft);
    addDependents(draft);
    return draft;
  }

  private static void addBase(Draft draft) {
    Dice dice = draft.dice;
    RandomObjects objects = new RandomObjects(draft);
    for (String namespace : NAMESPACES) {
      draft.schema = dice.chance(4) ? draft.schema.withNamespace(namespace) : draft.schema;
    }
    for (int i = dice.chance(3) ? 1 + dice.below(2) : 0; i > 0; i--) {
      objects.addExtension();
    }
    for (int i = dice.chance(2) ? dice.below(4) : 0; i > 0; i--) {
      new RandomScripts(draft).addBase();
    }
    for (int i = dice.below(3); i > 0; i--) {
      objects.addEnum(objects.values());
    }
  }

  private static void addTables(Draft draft) {
    RandomTables tables = new RandomTables(draft);
    for (int i = 1 + draft.dice.below(4); i > 0; i--) {
      tables.add();
    }
    tables.addForeignKeys(2 * draft.tables().size(), false);
  }

  private static void addDependents(Draft draft) {
    Dice dice = draft.dice;
    RandomObjects objects = new RandomObjects(draft);
    for (int i = dice.below(3); i > 0; i--) {
      objects.addSequence();
      objects.useSequence();
    }
    if (dice.chance(3)) {
      addSerial(draft, objects);
    }
    for (int i = dice.chance(2) ? 1 + dice.below(3) : 0; i > 0; i--) {
      new RandomViews(draft).add();
    }
    for (int i = dice.below(3); i > 0; i--) {
      new RandomScripts(draft).addDependent();
    }
  }

  private static void addSerial(Draft draft, RandomObjects objects) {
    Table table = draft.dice.pick(draft.tables());
    Column column = draft.dice.pick(table.columns().asList());
    if (Types.isInteger(column.type()) && column.value() == null && table.partitioning() == null) {
      objects.makeSerial(table, column.name());
    }
  }
}
