package dev.lockstep.diff;

import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.DropSchema;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the steps from one schema to another in an order that PostgreSQL accepts. {@link #plan} is
 * that order.
 */
final class Planner {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final Matching tables;
  private final ObjectMatching objects;
  private final EnumSteps enums;
  private final List<Operation> operations = new ArrayList<>();
  private Schema schema;

  Planner(Schema from, Schema to, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.hints = hints;
    this.tables = new Matching(from, to, hints);
    this.objects = new ObjectMatching(from, to, tables, hints);
    this.enums = new EnumSteps(from, to, objects, hints);
    this.schema = from;
  }

  SchemaDiff diff() {
    List<Change> changes = new ArrayList<>(ObjectChanges.between(from, to, objects, hints));
    changes.addAll(plan());
    return new SchemaDiff(schema, changes, operations);
  }

  private List<Change> plan() {
    createSchemas();
    add(ObjectArrivals.extensions(from, to));
    add(Remade.of(from, to, tables, objects, enums.swapped()).stream()
        .map(Remade::drop)
        .toList());
    add(Departures.of(from, to, tables));
    add(ObjectRenames.of(schema, objects));
    add(enums.renameValues());
    Schema renamed = schema;
    Schema target = KeptNames.in(to, renamed, hints.derivedNames());
    ObjectArrivals arriving = new ObjectArrivals(target);
    add(enums.arrive());
    add(Counters.makeRoom(schema, target));
    add(Counters.continued(schema, target));
    add(arriving.makeRoom(schema));
    add(arriving.beforeTables(schema));
    add(new Arrivals(schema, target, enums.withUsing(schema)).operations());
    add(Counters.restarted(renamed, target));
    add(arriving.owners(schema));
    add(arriving.departures(schema));
    add(arriving.afterTables(schema));
    add(ObjectArrivals.extensionsGone(from, to));
    dropSchemas();
    return Changes.between(from, renamed, target, tables);
  }

  private void add(List<Operation> more) {
    operations.addAll(more);
    schema = Operations.apply(more, schema);
  }

  private void createSchemas() {
    add(to.namespaces().stream()
        .filter(namespace -> !from.namespaces().contains(namespace))
        .map(namespace -> (Operation) new CreateSchema(namespace))
        .toList());
  }

  private void dropSchemas() {
    add(from.namespaces().stream()
        .filter(namespace -> !to.namespaces().contains(namespace))
        .map(namespace -> (Operation) new DropSchema(namespace))
        .toList());
  }
}
