package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.testing.Script.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random SQL objects. */
final class RandomScripts {
  private static final List<String> NAMES =
      List.of("do_it", "Does \"it\"", "it's done", "größer", "fn");

  private final Draft draft;
  private final Dice dice;

  RandomScripts(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  /** Adds one that tables and other objects can use. */
  void addBase() {
    Kind kind = dice.pick(List.of(
        Kind.FUNCTION,
        Kind.FUNCTION,
        Kind.TRIGGER_FUNCTION,
        Kind.DOMAIN,
        Kind.COMPOSITE,
        Kind.RANGE,
        Kind.COLLATION));
    String base = switch (kind) {
      case DOMAIN -> "my number";
      case COMPOSITE -> "my pair";
      case RANGE -> "own_range";
      case COLLATION -> "my \"order\"";
      default -> dice.pick(NAMES);
    };
    QualifiedName made = new QualifiedName(draft.namespace(), draft.free(base));
    draft.put(new Script(kind, draft.free(NAMES), made, made, "", "", variant()));
  }

  private int variant() {
    return 100000 + dice.below(1000);
  }

  /** Adds one that is about a table, view or enum, if there is one that it fits. */
  void addDependent() {
    Script script = switch (dice.below(5)) {
      case 0 -> trigger();
      case 1 -> policy();
      case 2 -> grant();
      case 3 -> counter();
      default -> enumFunction();
    };
    if (script != null) {
      draft.put(script);
    }
  }

  private QualifiedName function() {
    return new QualifiedName(draft.namespace(), draft.free(NAMES));
  }

  private @Nullable Script trigger() {
    List<Script> functions = draft.scripts(Kind.TRIGGER_FUNCTION);
    if (functions.isEmpty()) {
      return null;
    }
    Script function = dice.pick(functions);
    Table table = dice.pick(draft.tables());
    return new Script(
        Kind.TRIGGER,
        draft.free(NAMES),
        table.name(),
        function.made(),
        column(table),
        function.name(),
        variant());
  }

  private String column(Table table) {
    List<String> plain = table.columns().stream()
        .filter(column -> column.computedOption().isEmpty())
        .map(Column::name)
        .toList();
    return dice.chance(2) ? dice.pick(plain) : "";
  }

  /** One per table: to drop it switches row level security off. */
  private @Nullable Script policy() {
    Table table = dice.pick(draft.tables());
    boolean secured =
        draft.scripts(Kind.POLICY).stream().anyMatch(each -> each.on().equals(table.name()));
    return secured
        ? null
        : new Script(
            Kind.POLICY,
            draft.free(NAMES),
            table.name(),
            table.name(),
            column(table),
            "",
            variant());
  }

  /** One per table or view: to revoke one could revoke what another grants. */
  private @Nullable Script grant() {
    QualifiedName relation = dice.pick(draft.relations());
    boolean granted =
        draft.scripts(Kind.GRANT).stream().anyMatch(each -> each.on().equals(relation));
    return granted
        ? null
        : new Script(
            Kind.GRANT,
            draft.free(NAMES),
            relation,
            relation,
            dice.chance(3) ? dice.pick(columns(relation)) : "",
            "",
            variant());
  }

  private List<String> columns(QualifiedName relation) {
    return List.copyOf(draft.columnsOf(relation).keySet());
  }

  private Script counter() {
    QualifiedName relation = dice.pick(draft.relations());
    String column = dice.chance(2) ? dice.pick(columns(relation)) : "";
    return new Script(Kind.COUNTER, draft.free(NAMES), relation, function(), column, "", variant());
  }

  private @Nullable Script enumFunction() {
    List<EnumType> types = draft.objects(EnumType.class);
    return types.isEmpty()
        ? null
        : new Script(
            Kind.ENUM_FUNCTION,
            draft.free(NAMES),
            dice.pick(types).name(),
            function(),
            "",
            "",
            variant());
  }
}
