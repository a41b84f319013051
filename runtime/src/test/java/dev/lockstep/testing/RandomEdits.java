package dev.lockstep.testing;

import dev.lockstep.schema.Schema;

/** A handful of random edits of a draft. */
final class RandomEdits {
  private final Draft draft;
  private final EditLog log;

  private RandomEdits(Draft draft) {
    this.draft = draft;
    this.log = new EditLog(draft.schema);
  }

  static RandomSchemas.Edit of(Draft draft) {
    return new RandomEdits(draft).edit();
  }

  private RandomSchemas.Edit edit() {
    Schema from = draft.schema;
    draft.reserveAll();
    for (int i = 1 + draft.dice.below(6); i > 0; i--) {
      step();
      new Upkeep(draft).settle();
    }
    return new RandomSchemas.Edit(from, draft.schema, log.hints(draft.schema));
  }

  private void step() {
    switch (draft.dice.below(12)) {
      case 0, 1 -> new TableEdits(draft, log).step();
      case 2, 3, 4 -> new ColumnEdits(draft, log).step();
      case 5, 6 -> new MemberEdits(draft).step();
      case 7 -> new SequenceEdits(draft, log).step();
      case 8, 9 -> new EnumEdits(draft, log).step();
      case 10 -> new ViewEdits(draft, log).step();
      default -> new ScriptEdits(draft).step();
    }
  }
}
