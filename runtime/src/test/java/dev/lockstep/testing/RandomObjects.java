package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Random extensions, enum types and sequences. */
final class RandomObjects {
  static final List<String> EXTENSIONS = List.of("citext", "hstore", "btree_gist");

  static final List<String> VALUES = List.of(
      "NEW",
      "PAID",
      "it's",
      "naïve",
      "a b",
      "select",
      "with,comma",
      "{brace}",
      "quote\"d",
      "back\\slash",
      "Größe",
      "x");
  private static final List<String> ENUMS =
      List.of("mood", "Order Status", "état", "size", "it's \"one\"", "kind");
  private static final List<String> SEQUENCES = List.of("order_seq", "Counter", "it's_seq", "n\"o");

  private final Draft draft;
  private final Dice dice;

  RandomObjects(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  void addExtension() {
    draft.schema = draft.schema.withObject(Extension.of(dice.pick(EXTENSIONS)));
  }

  EnumType addEnum(List<String> values) {
    EnumType type = EnumType.of(new QualifiedName(draft.namespace(), draft.free(ENUMS)), values);
    type = dice.chance(4) ? type.withComment("how it's\nfelt") : type;
    draft.schema = draft.schema.withObject(type);
    return type;
  }

  /** Between one and five values. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (int i = 1 + dice.below(5); i > 0; i--) {
      String value = dice.pick(VALUES);
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  /** A sequence, perhaps owned by a column, perhaps the default of one. */
  void addSequence() {
    QualifiedName name = new QualifiedName(draft.namespace(), draft.free(SEQUENCES));
    Sequence sequence = Sequence.of(name).withOptions(new RandomColumns(draft).identity());
    sequence = dice.chance(3)
        ? sequence.as(SqlType.of(dice.pick(List.of("smallint", "integer"))))
        : sequence;
    sequence = dice.chance(4) ? sequence.withComment("it's a \\ counter") : sequence;
    draft.schema = draft.schema.withObject(sequence.withOwner(owner(name)));
  }

  private Sequence.@org.jspecify.annotations.Nullable Owner owner(QualifiedName sequence) {
    List<Table> siblings = draft.tables().stream()
        .filter(table -> table.name().schema().equals(sequence.schema()))
        .filter(table -> table.partitioning() == null)
        .toList();
    if (siblings.isEmpty() || dice.chance(2)) {
      return null;
    }
    Table table = dice.pick(siblings);
    return ownerIn(table);
  }

  /** A column that will not have to be dropped to get another value, as a generated one has. */
  Sequence.@org.jspecify.annotations.Nullable Owner ownerIn(Table table) {
    Column column = dice.pick(table.columns().asList());
    return column.computedOption().isPresent()
        ? null
        : new Sequence.Owner(table.name(), column.name());
  }

  /** Lets some integer column take its values from a sequence. */
  void useSequence() {
    Table table = dice.pick(draft.tables());
    String column = dice.pick(table.columns().asList()).name();
    boolean keyed = table.constraints().stream().anyMatch(each -> each.mentions(column))
        || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column));
    if (!keyed || column.equals("id")) {
      draft.change(table, column, new RandomColumns(draft)::withSequence);
    }
  }

  /** As {@code serial} makes it: a sequence that a column owns and takes its values from. */
  void makeSerial(Table table, String column) {
    QualifiedName name = table.name().sibling(draft.free(SEQUENCES));
    SqlType type = table.columns().get(column).type();
    draft.schema = draft.schema.withObject(Sequence.of(name)
        .as(type)
        .withOptions(dice.chance(3) ? Identity.byDefault().start(10) : Identity.byDefault())
        .withOwner(new Sequence.Owner(table.name(), column)));
    draft.change(table, column, old -> old.notNull().defaultValue(RandomColumns.nextval(name)));
  }
}
