package dev.lockstep.testing;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import dev.lockstep.testing.Selection.Output;
import dev.lockstep.testing.Selection.Output.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random views, plain and materialized, of tables and of one another. */
final class RandomViews {
  private static final List<String> NAMES =
      List.of("recent", "View \"1\"", "it's a view", "größte", "status", "all_orders");

  private final Draft draft;
  private final Dice dice;

  RandomViews(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  void add() {
    QualifiedName name = new QualifiedName(draft.namespace(), draft.free(NAMES));
    Selection selection = selection(dice.pick(draft.relations()));
    View view =
        dice.chance(3) ? View.materialized(name, selection.sql()) : View.of(name, selection.sql());
    view = withOptions(view, selection);
    draft.put(dice.chance(4) ? view.withComment("it's a\nview") : view, selection);
    for (int i = dice.below(3); i > 0; i--) {
      addIndex(view.name());
    }
  }

  /** Of that table or view. */
  Selection selection(QualifiedName source) {
    List<String> columns = List.copyOf(draft.columnsOf(source).keySet());
    List<Output> outputs = new ArrayList<>();
    for (int i = dice.chance(3) ? 0 : 1 + dice.below(3); i > 0; i--) {
      Output output = output(dice.pick(columns));
      if (outputs.stream().noneMatch(each -> each.name().equals(output.name()))) {
        outputs.add(output);
      }
    }
    String filter = dice.chance(3) ? dice.pick(columns) : "";
    return new Selection(
        source, outputs, filter, dice.chance(5) ? dice.pick(draft.relations()) : null);
  }

  Output output(String column) {
    return new Output(column, dice.chance(2) ? Form.PLAIN : dice.pick(List.of(Form.values())));
  }

  private View withOptions(View view, Selection selection) {
    if (view.materialized()) {
      return dice.chance(4) ? view.with("fillfactor", "80") : view;
    }
    View changed = dice.chance(5) ? view.with("security_barrier", "true") : view;
    boolean writable =
        selection.isWritable() && draft.schema.find(selection.source()).isPresent();
    changed = writable && dice.chance(5) ? changed.with("check_option", "local") : changed;
    return draft.major >= 15 && dice.chance(5) ? changed.with("security_invoker", "true") : changed;
  }

  /** Gives a materialized view an index. */
  void addIndex(QualifiedName name) {
    View view = draft.schema.findView(name).orElseThrow();
    Map<String, SqlType> columns = draft.columnsOf(name);
    String column = dice.pick(List.copyOf(columns.keySet()));
    SqlType type = columns.getOrDefault(column, SqlType.of("text"));
    Index index = view.materialized() ? new RandomIndexes(draft).index(column, type) : null;
    if (index != null) {
      draft.indexed.put(index.name(), type);
      draft.schema = draft.schema.withObject(view.withIndexes(view.indexes().with(index)));
    }
  }
}
