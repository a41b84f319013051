package dev.lockstep.processor.problem;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that things of a schema have, counted without a word about whose they are: where all
 * differ nobody has to be told. What makes a difference to PostgreSQL, as between a type and an
 * index, makes none here.
 */
final class NameCensus {
  private final Set<QualifiedName> names = new HashSet<>();
  private boolean clash;

  NameCensus(Schema schema) {
    for (Table table : schema.tables().values()) {
      add(table);
    }
    for (SchemaObject object : schema.objects().values()) {
      add(object);
    }
  }

  /** Whether two may have one name; {@link NameHolder} tells whether they do. */
  boolean mayClash() {
    return clash;
  }

  private void add(Table table) {
    add(table.name());
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof ForeignKey) && !(constraint instanceof Check)) {
        add(table.name().sibling(constraint.name()));
      }
    }
    addAll(table.name(), table.indexes());
    addAll(table.name(), table.partitions());
    for (Column column : table.columns()) {
      if (column.value() instanceof Identity) {
        add(table.name().sibling(NameHolder.sequence(table, column)));
      }
    }
  }

  /** What an SQL object creates is not looked for here. */
  private void add(SchemaObject object) {
    clash |= object instanceof SqlObject;
    add(object.name());
    if (object instanceof View view) {
      addAll(view.name(), view.indexes());
    }
  }

  private void addAll(QualifiedName owner, Iterable<? extends Named> members) {
    for (Named member : members) {
      add(owner.sibling(member.name()));
    }
  }

  private void add(QualifiedName name) {
    clash |= !names.add(name);
  }
}
