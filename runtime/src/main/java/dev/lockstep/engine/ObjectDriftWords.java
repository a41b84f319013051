package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.Change;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.postgres.SqlObjectDrift;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what differs beside tables. */
final class ObjectDriftWords {
  private final Change change;
  private final List<Difference> differences = new ArrayList<>();

  private ObjectDriftWords(Change change) {
    this.change = change;
  }

  /** The differences of which the change is made; none if it is one of a table. */
  static List<Difference> describe(Change change) {
    ObjectDriftWords words = new ObjectDriftWords(change);
    words.describe();
    return words.differences;
  }

  private void describe() {
    if (change instanceof Change.ObjectAdded it) {
      add(it.object().key().toString(), DriftWords.NOTHING, definition(it.object()));
    } else if (change instanceof Change.ObjectRemoved it) {
      add(it.object().key().toString(), definition(it.object()), DriftWords.NOTHING);
    } else if (change instanceof Change.ObjectRenamed it) {
      add("name of " + it.from(), it.from().name().toString(), it.to().name().toString());
    } else if (change instanceof Change.ObjectChanged it) {
      changed(it.from(), it.to());
    } else if (change instanceof Change.EnumValueAdded it) {
      add(value(it.value(), EnumType.of(it.type(), List.of())), DriftWords.NOTHING, "there");
    } else if (change instanceof Change.EnumValueRemoved it) {
      add(value(it.value(), EnumType.of(it.type(), List.of())), "there", DriftWords.NOTHING);
    } else if (change instanceof Change.EnumValueRenamed it) {
      add("name of " + value(it.from(), EnumType.of(it.type(), List.of())), it.from(), it.to());
    }
  }

  private void add(String object, String expected, String found) {
    if (!expected.equals(found)) {
      differences.add(new Difference(change, object, expected, found));
    }
  }

  private static String value(String value, EnumType type) {
    return "value \"" + value + "\" of " + type.key();
  }

  private void changed(SchemaObject from, SchemaObject to) {
    if (from instanceof Sequence before && to instanceof Sequence after) {
      String type = before.type().toString();
      add("type of " + from.key(), type, after.type().toString());
      add("options of " + from.key(), options(before), options(after));
      add("owner of " + from.key(), owner(before), owner(after));
    }
    if (from instanceof View before && to instanceof View after) {
      if (!before.query().equals(after.query())) {
        add("query of " + from.key(), before.query().text(), after.query().text());
      }
      parameters(from.key().toString(), before.with(), after.with());
      indexes(before, after);
    }
    add("comment of " + from.key(), comment(from.comment()), comment(to.comment()));
  }

  private void parameters(
      String object, SortedMap<String, String> from, SortedMap<String, String> to) {
    DriftWords.parameters(change, object, from, to).forEach(differences::add);
  }

  private void indexes(View from, View to) {
    SortedSet<String> names = new TreeSet<>(from.indexes().names());
    names.addAll(to.indexes().names());
    for (String name : names) {
      add(
          "index \"" + name + "\" of " + from.key(),
          from.indexes()
              .find(name)
              .map(index -> definition(from, index))
              .orElse(DriftWords.NOTHING),
          to.indexes().find(name).map(index -> definition(to, index)).orElse(DriftWords.NOTHING));
    }
  }

  private static String definition(View view, Index index) {
    return PostgresDdl.portable().sql(new CreateIndex(view.name(), index));
  }

  private static String definition(SchemaObject object) {
    if (object instanceof Extension || object instanceof View) {
      return "there";
    }
    SchemaObject bare = object instanceof Sequence sequence ? sequence.bare() : object;
    return PostgresDdl.portable()
        .sql(new CreateObject(bare instanceof SqlObject ? bare : bare.withComment("")));
  }

  /** {@code bigint sequence START WITH 5}, the words of CREATE SEQUENCE. */
  private static String options(Sequence sequence) {
    String sql = definition(sequence.as(Sequence.of(sequence.name()).type()));
    String head = definition(Sequence.of(sequence.name()));
    return sql.length() == head.length()
        ? "default"
        : sql.substring(head.length()).strip();
  }

  private static String owner(Sequence sequence) {
    return sequence.owner() == null
        ? DriftWords.NOTHING
        : "column \"" + sequence.owner().column() + "\" of table \""
            + sequence.owner().table() + "\"";
  }

  private static String comment(String comment) {
    return comment.isEmpty() ? DriftWords.NOTHING : comment;
  }

  static Difference describe(SqlObjectDrift drift) {
    SqlObject before = drift.before();
    SqlObject after = drift.after();
    Change change;
    if (before == null) {
      change = new Change.ObjectAdded(Objects.requireNonNull(after));
    } else if (after == null) {
      change = new Change.ObjectRemoved(before);
    } else {
      change = new Change.ObjectChanged(before, after);
    }
    return new Difference(change, drift.thing(), drift.expected(), drift.found());
  }
}
