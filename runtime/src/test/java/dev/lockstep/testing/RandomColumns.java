package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Random columns of the types that a draft has. */
final class RandomColumns {
  static final List<String> NAMES = List.of(
      "id",
      "name",
      "email",
      "user",
      "price",
      "Total Sum",
      "from",
      "q\"uote",
      "état",
      "created_at",
      "status",
      "parent",
      "note",
      "rank",
      "code");

  private final Draft draft;
  private final Dice dice;

  RandomColumns(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** A key of one column, perhaps an identity. */
  Column key() {
    SqlType type =
        SqlType.parse(dice.pick(List.of("bigint", "integer", "smallint", "text", "uuid")));
    Column id = Column.of("id", type).notNull();
    return Types.isInteger(type) && dice.chance(2) ? id.identity(identity()) : id;
  }

  Identity identity() {
    Identity identity = new Identity(dice.chance(2), null, null, null, null, null, dice.chance(4));
    identity = dice.chance(3) ? identity.increment(dice.chance(3) ? -5 : 5) : identity;
    identity = dice.chance(4) && !identity.descends() ? identity.max(30000) : identity;
    identity = dice.chance(5) ? identity.min(identity.descends() ? -3000 : -7) : identity;
    identity = dice.chance(3) && !identity.descends() ? identity.start(100) : identity;
    return dice.chance(4) ? identity.cache(7) : identity;
  }

  /** A column of any type, without a sequence. */
  Column column(String name) {
    SqlType type = type();
    boolean unplaced = type.element().name().startsWith("my ");
    Column column = Column.of(name, type).withNullable(unplaced || dice.chance(2));
    column = dice.chance(4) ? column.comment("l'été\n" + name) : column;
    column = dice.chance(3) ? column.defaultValue(defaultOf(type, 1)) : column;
    column = type.isText() && dice.chance(4) ? column.collate(collation()) : column;
    return dice.chance(5) ? column.options(options(type)) : column;
  }

  /** A default, in one of the ways to write it. */
  String defaultOf(SqlType type, int n) {
    String literal = RandomRows.literal(draft.schema, type, n);
    return draft.enumOf(type) != null && dice.chance(3) ? literal + "::" + type : literal;
  }

  String collation() {
    List<String> collations = new ArrayList<>(List.of("C", "POSIX", "C"));
    for (Script script : draft.scripts(Script.Kind.COLLATION)) {
      QualifiedName name = script.on();
      collations.add(Quoting.quoted(name));
    }
    return dice.pick(collations);
  }

  ColumnOptions options(SqlType type) {
    boolean stored = Types.isString(type) || type.name().equals("jsonb");
    return new ColumnOptions(
        stored && dice.chance(2) ? dice.pick(List.of("plain", "main", "external")) : "",
        stored && dice.chance(2) ? "pglz" : "",
        dice.chance(2) ? Integer.valueOf(dice.pick(List.of(0, 10, 10000))) : null);
  }

  /** With a sequence of the draft as its default, where that is possible. */
  Column withSequence(Column column) {
    List<Sequence> sequences = draft.objects(Sequence.class);
    return sequences.isEmpty() || !Types.isInteger(column.type()) || column.value() != null
        ? column
        : column.defaultValue(nextval(dice.pick(sequences).name()));
  }

  static String nextval(QualifiedName sequence) {
    return "nextval(" + Quoting.literal(Quoting.quoted(sequence)) + "::regclass)";
  }

  private SqlType type() {
    if (dice.chance(3)) {
      List<SqlType> own = ownTypes();
      if (!own.isEmpty()) {
        return dice.pick(own);
      }
    }
    return SqlType.parse(dice.chance(3) ? dice.pick(Types.OTHERS) : dice.pick(Types.CONVERTIBLE));
  }

  private List<SqlType> ownTypes() {
    List<SqlType> types = new ArrayList<>();
    for (EnumType type : draft.objects(EnumType.class)) {
      types.add(type.type());
      types.add(dice.chance(3) ? type.type().arrayOf() : type.type());
    }
    for (String extension : List.of("citext", "hstore")) {
      if (draft.hasExtension(extension)) {
        types.add(SqlType.of(extension));
      }
    }
    for (Script script :
        draft.scripts(Script.Kind.DOMAIN, Script.Kind.COMPOSITE, Script.Kind.RANGE)) {
      types.add(new SqlType(script.on().schema(), script.on().name(), List.of(), false));
    }
    return types;
  }
}
