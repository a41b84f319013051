package dev.lockstep.diff;

import dev.lockstep.operation.AlterSequence;
import dev.lockstep.operation.CommentOnObject;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Relation;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.ReplaceSqlObject;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What comes beside tables: before them what they use, after them what uses them. */
final class ObjectArrivals {
  private final Schema to;
  private final Set<ObjectKey> used = new HashSet<>();
  private LateObjects late = LateObjects.of(Schema.EMPTY, Schema.EMPTY);

  ObjectArrivals(Schema to) {
    this.to = to;
    TableWords.usedObjects(to).forEach(object -> used.add(object.key()));
  }

  /**
   * Enum types, sequences and the SQL objects that tables use.
   *
   * @param before the schema, in which all that stays has its new name
   */
  List<Operation> beforeTables(Schema before) {
    late = LateObjects.of(before, to);
    List<Operation> operations = new ArrayList<>();
    to.objects(EnumType.class)
        .filter(type -> before.find(type.key()).isEmpty())
        .forEach(type -> operations.add(new CreateObject(type.withComment(""))));
    to.objects(Sequence.class).forEach(sequence -> {
      Sequence old = before.findSequence(sequence.name()).orElse(null);
      if (old == null) {
        operations.add(new CreateObject(sequence.bare()));
      } else if (!old.bare().equals(sequence.bare())) {
        operations.add(new AlterSequence(sequence.bare()));
      }
    });
    Dependents.in(to).order().stream()
        .filter(object -> used.contains(object.key()) && !late.contains(object))
        .forEach(object -> usedObject(operations, (SqlObject) object, before));
    return operations;
  }

  private static void usedObject(List<Operation> operations, SqlObject object, Schema before) {
    SchemaObject old = before.find(object.key()).orElse(null);
    if (old == null) {
      operations.add(new CreateObject(object));
    } else if (!old.equals(object)) {
      if (object.replaces()) {
        operations.add(new ReplaceSqlObject(object));
      } else {
        operations.add(Remade.drop(old));
        operations.add(new CreateObject(object));
      }
    }
  }

  /** The SQL objects that {@link #beforeTables} left out, as they need tables. */
  LateObjects late() {
    return late;
  }

  /** Enum types and sequences that go make room for a new table of their name. */
  List<Operation> makeRoom(Schema before) {
    return before.objects().values().stream()
        .filter(object -> object instanceof EnumType || object instanceof Sequence)
        .filter(object -> isGone(object)
            && before.find(object.name()).isEmpty()
            && to.find(object.name()).isPresent())
        .map(object -> (Operation)
            new RenameObject(object.key(), TemporaryName.old(object.name()).name()))
        .toList();
  }

  /** Sequences get their owners. */
  List<Operation> owners(Schema before) {
    List<Operation> operations = new ArrayList<>();
    to.objects(Sequence.class).forEach(sequence -> {
      Sequence old = before.findSequence(sequence.name()).orElseThrow();
      if (!Objects.equals(old.owner(), sequence.owner())) {
        operations.add(new SetSequenceOwner(sequence.name(), sequence.owner()));
      }
    });
    return operations;
  }

  /** What no table uses any more: sequences, SQL objects, enum types. */
  List<Operation> departures(Schema before) {
    List<Operation> operations = new ArrayList<>();
    List<SchemaObject> objects = new ArrayList<>(Dependents.in(before).order());
    java.util.Collections.reverse(objects);
    objects.stream()
        .filter(object -> object instanceof SqlObject && isGone(object))
        .map(SqlObject.class::cast)
        .forEach(object -> operations.add(new DropSqlObject(object.name().name(), object.drop())));
    before
        .objects(Sequence.class)
        .filter(this::isGone)
        .forEach(sequence -> operations.add(new DropObject(sequence.key())));
    before
        .objects(EnumType.class)
        .filter(this::isGone)
        .forEach(type -> operations.add(new DropObject(type.key())));
    return operations;
  }

  private boolean isGone(SchemaObject object) {
    SchemaObject after = to.find(object.key()).orElse(null);
    return after == null || (object instanceof SqlObject && !after.equals(object));
  }

  /** Views and SQL objects in the order of their needs, then what of those that stayed changed. */
  List<Operation> afterTables(Schema before) {
    List<Operation> operations = new ArrayList<>();
    for (SchemaObject object : Dependents.in(to).order()) {
      if (before.find(object.key()).isEmpty()) {
        operations.addAll(created(object));
      } else if (object instanceof View view) {
        operations.addAll(changed(before.findView(view.name()).orElseThrow(), view));
      }
    }
    to.objects().values().stream()
        .filter(object -> !(object instanceof View))
        .forEach(object -> comment(operations, object, before.find(object.key()).orElse(object)));
    return operations;
  }

  private static List<Operation> created(SchemaObject object) {
    List<Operation> operations = new ArrayList<>();
    if (object instanceof View view) {
      operations.add(new CreateObject(view.bare()));
      view.indexes().forEach(index -> operations.add(new CreateIndex(view.name(), index)));
      comment(operations, view, view.bare());
    } else {
      operations.add(new CreateObject(object));
    }
    return operations;
  }

  private static void comment(
      List<Operation> operations, SchemaObject object, SchemaObject before) {
    if (!object.comment().equals(before.comment())) {
      operations.add(new CommentOnObject(object.key(), object.comment()));
    }
  }

  private static List<Operation> changed(View from, View to) {
    Relation.Kind kind = to.materialized() ? Relation.Kind.MATERIALIZED_VIEW : Relation.Kind.VIEW;
    List<Operation> operations =
        new ArrayList<>(ParameterSteps.of(new Relation(kind, to.name()), from.with(), to.with()));
    ListDiff<Index> indexes = ListDiff.of(from.indexes(), to.indexes(), Index::sameBut);
    indexes.removed().forEach(index -> operations.add(drop(to, index)));
    indexes.changed().stream()
        .filter(pair -> !ParameterSteps.areAll(pair.from(), pair.to()))
        .forEach(pair -> operations.add(drop(to, pair.from())));
    Map<String, String> renames = new TreeMap<>();
    indexes.renamed().forEach(pair -> renames.put(pair.from().name(), pair.to().name()));
    RenameOrder.of(renames, from.indexes().names())
        .forEach(
            step -> operations.add(new RenameIndex(to.name().sibling(step.from()), step.to())));
    indexes.changed().forEach(pair -> {
      if (ParameterSteps.areAll(pair.from(), pair.to())) {
        operations.addAll(ParameterSteps.of(to.name(), pair.from(), pair.to()));
      } else {
        operations.add(new CreateIndex(to.name(), pair.to()));
      }
    });
    indexes.added().forEach(index -> operations.add(new CreateIndex(to.name(), index)));
    comment(operations, to, from);
    return operations;
  }

  private static Operation drop(View view, Index index) {
    return new DropIndex(view.name().sibling(index.name()));
  }

  /** Extensions that are not there. */
  static List<Operation> extensions(Schema from, Schema to) {
    return to.objects(Extension.class)
        .filter(extension -> from.find(extension.key()).isEmpty())
        .map(extension -> (Operation) new CreateObject(extension))
        .toList();
  }

  /** Extensions that nothing asks for any more. */
  static List<Operation> extensionsGone(Schema from, Schema to) {
    return from.objects(Extension.class)
        .filter(extension -> to.find(extension.key()).isEmpty())
        .map(extension -> (Operation) new DropObject(extension.key()))
        .toList();
  }
}
