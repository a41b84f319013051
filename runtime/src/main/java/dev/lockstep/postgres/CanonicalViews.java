package dev.lockstep.postgres;

import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Sql;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a server print views, by creating them as temporary ones over the tables that are there;
 * what they show is never computed. A materialized view cannot be temporary: its query is printed
 * by a plain view, the rest by an empty table.
 */
final class CanonicalViews {
  /** Views in one transaction, each of which locks itself and what it shows. */
  private static final int VIEWS_AT_ONCE = 50;

  private final TemporaryObjects temporary;

  CanonicalViews(TemporaryObjects temporary) {
    this.temporary = temporary;
  }

  /** The views in the words of the server; those that are found in these are not made. */
  List<View> of(List<View> expected, Schema found) throws SQLException {
    List<View> views = new ArrayList<>();
    List<View> unknown = new ArrayList<>();
    for (View view : expected) {
      (found.find(view.key()).filter(view::equals).isPresent() ? views : unknown).add(view);
    }
    for (int start = 0; start < unknown.size(); start += VIEWS_AT_ONCE) {
      List<View> some = unknown.subList(start, Math.min(start + VIEWS_AT_ONCE, unknown.size()));
      views.addAll(temporary.during(() -> {
        create(some);
        return printed(some);
      }));
    }
    return views;
  }

  private void create(List<View> views) throws SQLException {
    for (int i = 0; i < views.size(); i++) {
      temporary.tryExecute(List.of(new CreateObject(plain(views.get(i), i))));
      temporary.tryExecute(table(views.get(i), i));
    }
  }

  private static View plain(View view, int number) {
    return View.of(name("view", number), view.query().text())
        .withParameters(view.materialized() ? new TreeMap<>() : view.with());
  }

  /**
   * What makes a table with the indexes and the parameters of the view; nothing for a plain one.
   */
  private static List<Operation> table(View view, int number) {
    if (!view.materialized() || (view.indexes().isEmpty() && view.with().isEmpty())) {
      return List.of();
    }
    QualifiedName table = name("table", number);
    List<Operation> operations = new ArrayList<>();
    operations.add(new Sql("CREATE TEMPORARY TABLE " + PostgresDdl.quote(table.name())
        + TableDdl.with(view.with()) + " AS\n" + view.query().text() + "\nWITH NO DATA"));
    for (Index index : view.indexes()) {
      QualifiedName name = name("index_" + operations.size(), number);
      operations.add(new CreateIndex(table, index.withName(name.name())));
    }
    return operations;
  }

  /** A name that is like none of ours, since names of indexes may meet here. */
  private static QualifiedName name(String kind, int number) {
    return QualifiedName.of("lockstep_" + kind + "_" + number);
  }

  private List<View> printed(List<View> expected) throws SQLException {
    List<String> names = IntStream.range(0, expected.size())
        .boxed()
        .flatMap(i -> Stream.of(name("view", i).name(), name("table", i).name()))
        .toList();
    CatalogQuery query = temporary.query("", names);
    Map<QualifiedName, View> views = new HashMap<>();
    ObjectReader.views(query).values().forEach(view -> views.put(view.name(), view));
    Map<QualifiedName, Table> tables = CatalogReader.tables(query);
    List<View> printed = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      View view = reworded(expected.get(i), views.get(name("view", i)));
      printed.add(reworded(view, tables.get(name("table", i)), i));
    }
    return printed;
  }

  private static View reworded(View expected, @Nullable View printed) {
    return printed == null
        ? expected
        : new View(
            expected.name(),
            printed.query(),
            expected.materialized(),
            expected.materialized() ? expected.with() : printed.with(),
            expected.indexes(),
            expected.comment());
  }

  private static View reworded(View expected, @Nullable Table printed, int number) {
    if (printed == null) {
      return expected;
    }
    List<Index> indexes = new ArrayList<>();
    for (Index index : expected.indexes()) {
      String name = name("index_" + (indexes.size() + 1), number).name();
      indexes.add(printed.indexes().get(name).withName(index.name()));
    }
    return expected
        .withIndexes(NamedList.of(indexes))
        .withParameters(printed.options().with());
  }
}
