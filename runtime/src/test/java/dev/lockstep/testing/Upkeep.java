package dev.lockstep.testing;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Script.Kind;
import dev.lockstep.testing.Selection.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the views and SQL objects of a draft follow what they name, as a user has to who changes a
 * table under them.
 */
final class Upkeep {
  private final Draft draft;

  Upkeep(Draft draft) {
    this.draft = draft;
  }

  /** After a table or view got another name or schema. */
  void renameRelation(QualifiedName relation, QualifiedName newName) {
    for (Map.Entry<QualifiedName, Selection> entry :
        Map.copyOf(draft.selections).entrySet()) {
      draft.selections.put(entry.getKey(), entry.getValue().renameRelation(relation, newName));
    }
    Selection own = draft.selections.remove(relation);
    if (own != null) {
      draft.selections.put(newName, own);
    }
    for (Script script : List.copyOf(draft.scripts.values())) {
      if (script.isOnRelation() && script.on().equals(relation)) {
        draft.scripts.put(script.name(), script.withOn(newName));
      }
    }
  }

  /** After a column of a table or view got another name. */
  void renameColumn(QualifiedName relation, String column, String newName) {
    for (Script script : List.copyOf(draft.scripts.values())) {
      if (script.isOnRelation()
          && script.on().equals(relation)
          && script.column().equals(column)) {
        draft.scripts.put(script.name(), script.withColumn(newName));
      }
    }
    for (View view : draft.views()) {
      Selection selection = draft.selections.get(view.name());
      if (selection != null && selection.source().equals(relation)) {
        renameOutputs(view, selection, column, newName);
      }
    }
  }

  private void renameOutputs(View view, Selection old, String column, String newName) {
    Selection selection = old.renameColumn(column, newName);
    draft.put(view, selection);
    if (old.outputs().isEmpty()) {
      renameOutput(view.name(), column, newName);
    }
    for (int i = 0; i < old.outputs().size(); i++) {
      Output before = old.outputs().get(i);
      Output after = selection.outputs().get(i);
      if (!before.equals(after)) {
        renameOutput(view.name(), before.name(), after.name());
      }
    }
  }

  private void renameOutput(QualifiedName view, String column, String newName) {
    View changed = draft.schema.findView(view).orElseThrow();
    draft.schema = draft.schema.withObject(
        changed.withIndexes(changed.indexes().map(index -> index.renameColumn(column, newName))));
    renameColumn(view, column, newName);
  }

  /** After an enum type got another name or schema. */
  void renameEnum(QualifiedName type, QualifiedName newName) {
    for (Script script : List.copyOf(draft.scripts.values())) {
      if (script.kind() == Kind.ENUM_FUNCTION && script.on().equals(type)) {
        draft.scripts.put(script.name(), script.withOn(newName));
      }
    }
  }

  /** Drops what has lost its base, and writes the SQL of the rest. */
  void settle() {
    while (dropOne()) {
      // What was dropped may have been the base of another.
    }
    for (View view : draft.views()) {
      settle(view);
    }
    List.copyOf(draft.scripts.values()).forEach(draft::put);
  }

  private boolean dropOne() {
    for (Script script : draft.scripts.values()) {
      if (!isPossible(script)) {
        draft.removeScript(script.name());
        return true;
      }
    }
    for (Map.Entry<QualifiedName, Selection> entry : draft.selections.entrySet()) {
      if (!isPossible(entry.getValue())) {
        draft.removeView(entry.getKey());
        return true;
      }
    }
    return false;
  }

  private boolean exists(QualifiedName relation) {
    return draft.schema.find(relation).isPresent() || draft.selections.containsKey(relation);
  }

  private boolean isPossible(Script script) {
    boolean helped = script.helper().isEmpty() || draft.scripts.containsKey(script.helper());
    if (script.kind() == Kind.ENUM_FUNCTION) {
      return draft.schema.findEnum(script.on()).isPresent();
    }
    return helped
        && (!script.isOnRelation()
            || (exists(script.on())
                && (script.column().isEmpty()
                    || draft.columnsOf(script.on()).containsKey(script.column()))));
  }

  private boolean isPossible(Selection selection) {
    QualifiedName joined = selection.joined();
    return exists(selection.source())
        && (joined == null || exists(joined))
        && selection.within(draft.columnsOf(selection.source())) != null;
  }

  private void settle(View view) {
    Selection old = draft.selections.get(view.name());
    Selection selection = old == null ? null : old.within(draft.columnsOf(old.source()));
    if (selection == null) {
      throw new IllegalStateException("view " + view.name() + " has nothing to show");
    }
    Map<String, SqlType> columns = selection.columns(draft);
    View changed = view.withIndexes(view.indexes().filter(index -> fits(index, columns)));
    draft.put(
        new View(
            changed.name(),
            SqlExpression.of(selection.sql()),
            changed.materialized(),
            options(changed, selection),
            changed.indexes(),
            changed.comment()),
        selection);
  }

  private static TreeMap<String, String> options(View view, Selection selection) {
    TreeMap<String, String> options = new TreeMap<>(view.with());
    if (!selection.isWritable()) {
      options.remove("check_option");
    }
    return options;
  }

  /**
   * Whether the column that the index is on is still there and of the type that it was made for.
   */
  private boolean fits(Index index, Map<String, SqlType> columns) {
    return columns.entrySet().stream()
        .anyMatch(column -> index.elements().get(0).mentions(column.getKey())
            && column.getValue().equals(draft.indexed.get(index.name())));
  }
}
