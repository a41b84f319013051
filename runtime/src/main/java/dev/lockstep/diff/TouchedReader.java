package dev.lockstep.diff;

import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.RestartIdentity;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
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
 * Collects what an operation touches, as it has or gets it: names of before with the identities of
 * before, names of after with those of after.
 */
final class TouchedReader {
  private final Identities identities;
  private final Set<Thing> things = new HashSet<>();
  private final Set<QualifiedName> names = new HashSet<>();

  TouchedReader(Identities identities) {
    this.identities = identities;
  }

  Set<Thing> things() {
    return things;
  }

  Set<QualifiedName> names() {
    return names;
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
      filled(fill, before);
    } else if (operation instanceof Backfill fill) {
      filled(fill.atOnce(), before);
    } else {
      return readCounter(operation);
    }
    return true;
  }

  private boolean readCounter(Operation operation) {
    if (operation instanceof RestartIdentity restart) {
      column(restart.table(), restart.column());
    } else if (operation instanceof RestartSequence restart) {
      column(restart.table(), restart.column());
      sequence(restart.sequence());
    } else if (operation instanceof ContinueIdentity next) {
      column(next.table(), next.column());
      sequence(next.sequence());
    } else if (operation instanceof ContinueSequence next) {
      column(next.table(), next.column());
      sequence(next.sequence());
    } else {
      return false;
    }
    return true;
  }

  private void sequence(QualifiedName name) {
    object(new ObjectKey(ObjectKind.SEQUENCE, name));
  }

  private void filled(FillNulls fill, Schema schema) {
    Table table = schema.table(fill.table());
    column(table.name(), fill.column());
    type(table.columns().get(fill.column()), schema);
    words(fill.value(), table, schema);
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
        columns(mine.get())
            .filter(constraint::mentions)
            .forEach(each -> column(mine.get(), each, here, made));
        if (constraint instanceof ForeignKey key) {
          names.add(key.target());
          key.targetColumns().forEach(each -> column(key.target(), each));
        }
      }
    }
    for (Index index : mine.get().indexes()) {
      if (!isIn(bare.indexes(), index)) {
        columns(mine.get())
            .filter(index::mentions)
            .forEach(each -> column(mine.get(), each, here, made));
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

  /** What is made of a column may name values of its type. */
  private void column(Table table, String column, Schema schema, boolean made) {
    column(table.name(), column);
    if (made) {
      type(table.columns().get(column), schema);
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
