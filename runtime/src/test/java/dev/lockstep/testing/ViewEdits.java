package dev.lockstep.testing;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Selection.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Random edits of views. */
final class ViewEdits {
  private final Draft draft;
  private final Dice dice;
  private final EditLog log;
  private final RandomViews views;

  ViewEdits(Draft draft, EditLog log) {
    this.draft = draft;
    this.dice = draft.dice;
    this.log = log;
    this.views = new RandomViews(draft);
  }

  void step() {
    List<View> all = draft.views();
    if (all.isEmpty() || dice.chance(4)) {
      views.add();
      return;
    }
    View view = dice.pick(all);
    switch (dice.below(10)) {
      case 0 -> draft.removeView(view.name());
      case 1 -> rename(view, view.name().sibling(draft.free("renamed view")));
      case 2 -> rename(view, view.name().in(draft.namespace()));
      case 3, 4 -> changeQuery(view);
      case 5 -> changeKind(view);
      case 6 -> changeOptions(view);
      case 7 -> put(view.withComment(dice.chance(2) ? "" : "ne'w"));
      case 8 -> views.addIndex(view.name());
      default -> changeIndex(view);
    }
  }

  private void put(View view) {
    draft.schema = draft.schema.withObject(view);
  }

  private Selection selection(View view) {
    return java.util.Objects.requireNonNull(draft.selections.get(view.name()));
  }

  private void rename(View view, QualifiedName newName) {
    if (!view.name().equals(newName)) {
      draft.schema = draft.schema.renameObject(view.key(), newName);
      log.renamedObject(view.key(), view.key().withName(newName));
      new Upkeep(draft).renameRelation(view.name(), newName);
    }
  }

  private void changeQuery(View view) {
    Selection selection = selection(view);
    List<String> columns = List.copyOf(draft.columnsOf(selection.source()).keySet());
    List<Output> outputs = new ArrayList<>(selection.outputs());
    Output output = views.output(dice.pick(columns));
    switch (dice.below(4)) {
      case 0 -> selection = selection.withFilter(dice.chance(2) ? "" : dice.pick(columns));
      case 1 -> selection = selection.withOutputs(List.of());
      case 2 -> {
        if (outputs.stream().noneMatch(each -> each.name().equals(output.name()))) {
          outputs.add(output);
          selection = selection.withOutputs(outputs);
        }
      }
      default -> {
        if (outputs.size() > 1) {
          outputs.remove(dice.below(outputs.size()));
          selection = selection.withOutputs(outputs);
        }
      }
    }
    draft.put(view, selection);
  }

  /** A view becomes materialized, or no longer is. */
  private void changeKind(View view) {
    Selection selection = selection(view);
    log.forget(view.key());
    draft.removeView(view.name());
    draft.put(
        new View(
            view.name(),
            view.query(),
            !view.materialized(),
            new TreeMap<>(),
            NamedList.empty(),
            view.comment()),
        selection);
  }

  private void changeOptions(View view) {
    if (dice.chance(3)) {
      put(view.withParameters(new TreeMap<>()));
    } else if (view.materialized()) {
      put(view.with("fillfactor", dice.pick(List.of("60", "95"))));
    } else {
      put(view.with("security_barrier", dice.pick(List.of("true", "false"))));
    }
  }

  private void changeIndex(View view) {
    if (view.indexes().isEmpty()) {
      return;
    }
    Index index = dice.pick(view.indexes().asList());
    if (dice.chance(2)) {
      put(view.withIndexes(view.indexes().without(index.name())));
      return;
    }
    Index renamed = index.withName(draft.freeMember("idx"));
    draft.indexed.put(renamed.name(), draft.indexed.get(index.name()));
    put(view.withIndexes(view.indexes().replace(index.name(), renamed)));
  }
}
