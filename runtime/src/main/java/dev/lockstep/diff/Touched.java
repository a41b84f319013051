package dev.lockstep.diff;

import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one operation changes or builds on, as the schemas before and after it tell: a constraint
 * stands for its columns and those that it references, a column for its type and for what its
 * expression names.
 *
 * @param things empty if nobody can tell
 * @param names of the tables concerned, before and after
 */
record Touched(Optional<Set<Thing>> things, Set<QualifiedName> names) {

  /**
   * Of an operation.
   *
   * @param identities before it; after it they have gone on
   */
  static Touched of(
      Operation operation, int index, Schema before, Schema after, Identities identities) {
    Reader reader = new Reader(identities);
    boolean told = reader.read(operation, before);
    Set<QualifiedName> changed = Identities.changed(before, after);
    if (!told) {
      changed.forEach(name -> reader.read(name, before, after, false));
    }
    identities.advance(operation, index, before, after);
    if (!told) {
      changed.forEach(name -> reader.read(name, after, before, true));
      reader.readObjects(before, after);
    }
    boolean unknown = reader.things.isEmpty() && !(operation instanceof CreateSchema);
    return new Touched(unknown ? Optional.empty() : Optional.of(reader.things), reader.names);
  }

  /** Whether the one concerns what the other does. */
  boolean meets(Touched other) {
    if (things.isEmpty() || other.things.isEmpty()) {
      return true;
    }
    Set<Thing> others = other.things.get();
    return things.get().stream()
        .anyMatch(each -> others.contains(each)
            || (each instanceof Thing.OfColumn column && others.contains(column.table()))
            || (each instanceof Thing.OfTable table && isOfTable(others, table)));
  }

  private static boolean isOfTable(Set<Thing> things, Thing.OfTable table) {
    return things.stream()
        .anyMatch(
            each -> each instanceof Thing.OfColumn column && column.table().equals(table));
  }

  boolean has(Thing thing) {
    return things.isPresent() && things.get().contains(thing);
  }

  /** Collects what is touched. */
  private static final class Reader {
    private final Identities identities;
    private final Set<Thing> things = new HashSet<>();
    private final Set<QualifiedName> names = new HashSet<>();

    Reader(Identities identities) {
      this.identities = identities;
    }

    /** Of operations that change names alone, or no schema; false for all others. */
    boolean read(Operation operation, Schema before) {
      if (operation instanceof RenameTable rename) {
        table(rename.table());
        names.add(rename.table().sibling(rename.newName()));
      } else if (operation instanceof SetTableSchema move) {
        table(move.table());
        names.add(move.table().in(move.newSchema()));
      } else if (operation instanceof RenameColumn rename) {
        column(rename.table(), rename.column());
      } else if (operation instanceof RenameObject rename) {
        object(rename.object());
        object(rename.object().withName(rename.object().name().sibling(rename.newName())));
      } else if (operation instanceof SetObjectSchema move) {
        object(move.object());
        object(move.object().withName(move.object().name().in(move.newSchema())));
      } else if (operation instanceof RenameEnumValue rename) {
        before.findEnum(rename.type()).ifPresent(type -> object(type.key()));
      } else if (operation instanceof FillNulls fill) {
        filled(before.table(fill.table()), fill.column(), fill.value(), before);
      } else if (operation instanceof Backfill fill) {
        filled(before.table(fill.table()), fill.column(), fill.value(), before);
      } else {
        return false;
      }
      return true;
    }

    private void filled(Table table, String column, SqlExpression value, Schema schema) {
      column(table.name(), column);
      type(table.columns().get(column), schema);
      words(value.text(), table, schema);
    }

    /**
     * What {@code here} has of the table that {@code there} has not.
     *
     * @param made whether that is new, so that it builds on its types and what its expressions name
     */
    void read(QualifiedName name, Schema here, Schema there, boolean made) {
      Optional<Table> mine = here.find(name);
      Optional<Table> other = there.find(name);
      if (mine.isEmpty()) {
        return;
      }
      names.add(name);
      if (other.isEmpty()) {
        table(name);
      } else if (!withoutMembers(mine.get()).equals(withoutMembers(other.get()))) {
        identities.table(name).ifPresent(table -> things.add(table.attributes()));
      }
      Table bare = other.orElseGet(() -> Table.of(name));
      for (Column column : mine.get().columns()) {
        if (!isIn(bare.columns(), column)) {
          column(name, column.name());
          if (made) {
            type(column, here);
            column.computedOption().ifPresent(each -> words(each.expression(), mine.get(), here));
            column.defaultExpression().ifPresent(each -> words(each, mine.get(), here));
          }
        }
      }
      for (Constraint constraint : mine.get().constraints()) {
        if (!isIn(bare.constraints(), constraint)) {
          constraint(constraint, mine.get());
        }
      }
      for (Index index : mine.get().indexes()) {
        if (!isIn(bare.indexes(), index)) {
          columns(mine.get()).filter(index::mentions).forEach(each -> column(name, each));
        }
      }
    }

    private static Table withoutMembers(Table table) {
      return table
          .withColumns(NamedList.empty())
          .withConstraints(NamedList.empty())
          .withIndexes(NamedList.empty());
    }

    private static <T extends dev.lockstep.schema.Named> boolean isIn(NamedList<T> list, T item) {
      return list.find(item.name()).filter(item::equals).isPresent();
    }

    private void constraint(Constraint constraint, Table table) {
      columns(table).filter(constraint::mentions).forEach(each -> column(table.name(), each));
      if (constraint instanceof ForeignKey key) {
        names.add(key.target());
        key.targetColumns().forEach(each -> column(key.target(), each));
      }
    }

    private static Stream<String> columns(Table table) {
      return table.columns().stream().map(Column::name);
    }

    void readObjects(Schema before, Schema after) {
      Set<ObjectKey> keys = new HashSet<>(before.objects().keySet());
      keys.addAll(after.objects().keySet());
      for (ObjectKey key : keys) {
        if (!before.find(key).equals(after.find(key))) {
          object(key);
          before.find(key).ifPresent(this::owner);
          after.find(key).ifPresent(this::owner);
        }
      }
    }

    private void owner(SchemaObject object) {
      if (object instanceof Sequence sequence && sequence.owner() != null) {
        column(sequence.owner().table(), sequence.owner().column());
      }
    }

    private void table(QualifiedName name) {
      names.add(name);
      identities.table(name).ifPresent(things::add);
    }

    private void column(QualifiedName table, String column) {
      names.add(table);
      identities.column(table, column).ifPresent(things::add);
    }

    private void object(ObjectKey key) {
      things.add(new Thing.OfObject(key));
    }

    private void type(Column column, Schema schema) {
      schema
          .findEnum(new QualifiedName(column.type().schema(), column.type().name()))
          .ifPresent(type -> object(type.key()));
    }

    private void words(SqlExpression expression, Table table, Schema schema) {
      words(expression.text(), table, schema);
    }

    /** What may be meant by the words of an expression, and by the text of {@code nextval}. */
    private void words(String sql, Table table, Schema schema) {
      Set<String> words = new HashSet<>();
      for (SqlTokens.Token token : SqlTokens.of(sql)) {
        words.add(
            token.kind() == SqlTokens.Kind.STRING
                ? token.text().replaceAll("(?s)^'(?:.*\\.)?\"?|\"?'$", "")
                : token.identifier());
      }
      columns(table).filter(words::contains).forEach(each -> column(table.name(), each));
      schema.objects().keySet().stream()
          .filter(key -> words.contains(key.name().name()))
          .forEach(this::object);
    }
  }
}
