package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Script.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Random edits of SQL objects, extensions and namespaces. */
final class ScriptEdits {
  private final Draft draft;
  private final Dice dice;
  private final RandomScripts scripts;

  ScriptEdits(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
    this.scripts = new RandomScripts(draft);
  }

  void step() {
    List<Script> all = List.copyOf(draft.scripts.values());
    switch (dice.below(10)) {
      case 0 -> scripts.addBase();
      case 1, 2, 3 -> scripts.addDependent();
      case 4, 5, 6 -> {
        if (!all.isEmpty()) {
          change(dice.pick(all));
        }
      }
      case 7 -> {
        if (!all.isEmpty()) {
          drop(dice.pick(all));
        }
      }
      case 8 -> changeExtension();
      default -> changeNamespace();
    }
  }

  /** What tables use is not changed in place, except by OR REPLACE. */
  private void change(Script script) {
    boolean free = script.isOnRelation()
        || List.of(Kind.FUNCTION, Kind.TRIGGER_FUNCTION, Kind.ENUM_FUNCTION).contains(script.kind())
        || !isUsed(script);
    if (free) {
      draft.put(script.withVariant(script.variant() + 1));
    }
  }

  private void drop(Script script) {
    if (script.isOnRelation() || !isUsed(script)) {
      draft.removeScript(script.name());
    }
  }

  /** Whether a table or the index of a view has what it makes in a type or an expression. */
  private boolean isUsed(Script script) {
    return Stream.concat(draft.tables().stream(), draft.views().stream().map(View::indexes))
        .anyMatch(table -> table.toString().contains(script.made().name())
            || table.toString().contains(Quoting.quoted(script.made().name())));
  }

  private void changeExtension() {
    List<Extension> all = draft.objects(Extension.class);
    if (all.isEmpty() || dice.chance(2)) {
      new RandomObjects(draft).addExtension();
      return;
    }
    Extension extension = dice.pick(all);
    boolean used = extension.name().name().equals("btree_gist")
        ? draft.tables().stream().anyMatch(ScriptEdits::needsGist)
        : draft.tables().stream()
            .anyMatch(
                table -> table.columns().stream().anyMatch(column -> isOf(column, extension)));
    if (!used) {
      draft.schema = draft.schema.withoutObject(extension.key());
    }
  }

  private static boolean isOf(Column column, Extension extension) {
    return column.type().name().equals(extension.name().name());
  }

  private static boolean needsGist(Table table) {
    return table.constraints().stream()
        .anyMatch(each -> (each instanceof Exclusion exclusion
                && exclusion.method().equals("gist")
                && exclusion.elements().size() > 1)
            || (each instanceof PrimaryKey key && key.withoutOverlaps())
            || (each instanceof Unique unique && unique.withoutOverlaps()));
  }

  private void changeNamespace() {
    String namespace = dice.pick(RandomSchemas.NAMESPACES);
    boolean used = Stream.of(
            draft.schema.tables().keySet().stream(),
            draft.schema.objects().keySet().stream().map(key -> key.name()),
            draft.scripts.values().stream().map(Script::made))
        .flatMap(names -> names)
        .map(QualifiedName::schema)
        .anyMatch(namespace::equals);
    draft.schema = !used && draft.schema.namespaces().contains(namespace)
        ? draft.schema.withoutNamespace(namespace)
        : draft.schema.withNamespace(namespace);
  }
}
