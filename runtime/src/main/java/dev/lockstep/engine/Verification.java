package dev.lockstep.engine;

import dev.lockstep.MigrationSet;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaFingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the migrations of one set fit together and lead to its snapshot; needs no database. */
public final class Verification {
  private static final int MOST_PARTS = 5;

  /** Some ten times what a million steps take to be named; a loop without an end takes longer. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final MigrationSet set;
  private final RevisionGraph graph;
  private final Map<String, PreparedMigration> prepared = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Verification(MigrationSet set, RevisionGraph graph, Duration limit) {
    this.set = set;
    this.graph = graph;
    graph.entries().forEach(entry -> prepared.put(entry.id(), Rehearsal.of(set, entry, limit)));
  }

  /**
   * Checks everything.
   *
   * @throws dev.lockstep.BrokenMigrationsException if something is wrong
   */
  public static void verify(MigrationSet set) {
    verify(set, LIMIT);
  }

  /**
   * Checks everything.
   *
   * @param limit for each migration to say what it does
   * @throws dev.lockstep.BrokenMigrationsException if something is wrong
   */
  public static void verify(MigrationSet set, Duration limit) {
    Verification verification = new Verification(set, RevisionGraph.of(set.entries()), limit);
    verification.verify();
    if (!verification.faults.isEmpty()) {
      throw Failures.brokenMigrations(set.name(), verification.faults);
    }
  }

  /** What is wrong with where the migrations lead; empty if it is the snapshot, or not known. */
  static List<String> ofSnapshot(MigrationSet set, RevisionGraph graph) {
    Verification verification = new Verification(set, graph, LIMIT);
    verification.replay(graph.upTo(graph.heads()), "").ifPresent(verification::compareWithSnapshot);
    return verification.faults;
  }

  private void verify() {
    Optional<Schema> end = replayWithWayBack();
    // What follows from something wrong is not looked for.
    if (faults.isEmpty()) {
      end.ifPresent(this::compareWithSnapshot);
      compareOrders();
      graph.squashes().ids().forEach(this::compareWithParts);
    }
  }

  private Optional<Schema> replayWithWayBack() {
    Schema schema = Schema.EMPTY;
    for (Entry entry : graph.entries()) {
      if (!graph.squashes().isReplaced(entry.id())) {
        Optional<Schema> after = upgraded(entry.id(), schema, "");
        if (after.isEmpty()) {
          return after;
        }
        compareWayBack(entry.id(), schema, after.get());
        schema = after.get();
      }
    }
    return Optional.of(schema);
  }

  private Optional<Schema> upgraded(String id, Schema before, String where) {
    try {
      return Optional.of(Operations.apply(operations(id), before));
    } catch (InvalidOperationException | NoSuchElementException | IllegalArgumentException e) {
      faults.add(id + " cannot be applied" + where + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<Operation> operations(String id) {
    PreparedMigration migration = prepared.get(id);
    if (migration == null) {
      throw new IllegalStateException(id);
    }
    return migration.upgrade();
  }

  private void compareWayBack(String id, Schema before, Schema after) {
    PreparedMigration migration = prepared.get(id);
    if (migration == null
        || Stream.concat(migration.upgrade().stream(), migration.downgrade().stream())
            .anyMatch(Verification::isUnknown)) {
      return;
    }
    try {
      Schema back = Operations.apply(migration.downgrade(), after);
      if (!back.equals(before)) {
        faults.add("the downgrade of " + id + " does not lead back to what was before it: "
            + difference(before, back));
      }
    } catch (InvalidOperationException | NoSuchElementException | IllegalArgumentException e) {
      faults.add("the downgrade of " + id + " cannot be applied: " + e.getMessage());
    }
  }

  /** Whether nobody knows what the step does to the schema. */
  private static boolean isUnknown(Operation operation) {
    return operation instanceof Run || (operation instanceof Sql sql && sql.meaning() == null);
  }

  private void compareWithSnapshot(Schema replayed) {
    String compiled = set.schemaFingerprint();
    if (!SchemaFingerprint.isComparable(compiled)
        || compiled.equals(SchemaFingerprint.of(replayed))) {
      return;
    }
    List<String> parts =
        SchemaFingerprint.differences(set.schemaParts(), SchemaFingerprint.parts(replayed));
    faults.add("the migrations do not lead to the schema of the snapshot"
        + (set.schemaParts().isEmpty() ? "" : ": " + differing(parts)));
  }

  /**
   * Each two of which neither comes after the other, with all that comes before them; of a chain,
   * in which each comes after all earlier ones, none is looked at twice.
   */
  private void compareOrders() {
    List<String> earlier = new ArrayList<>();
    Set<String> tips = new LinkedHashSet<>();
    for (Entry entry : graph.entries()) {
      if (!graph.squashes().isReplaced(entry.id())) {
        graph.parents(entry.id()).forEach(tips::remove);
        if (!tips.isEmpty()) {
          Set<String> before = graph.upTo(entry.id());
          earlier.stream()
              .filter(each -> !before.contains(each))
              .forEach(each -> compareOrders(each, entry.id()));
        }
        tips.add(entry.id());
        earlier.add(entry.id());
      }
    }
  }

  private void compareOrders(String one, String other) {
    Set<String> common = graph.upTo(List.of(one, other));
    common.removeAll(Set.of(one, other));
    Optional<Schema> base = replay(common, "");
    Optional<Schema> first = base.flatMap(schema -> inOrder(schema, one, other));
    Optional<Schema> second = base.flatMap(schema -> inOrder(schema, other, one));
    if (first.isPresent() && second.isPresent() && !first.get().equals(second.get())) {
      faults.add(one + " and " + other + " do not lead to the same in either order: "
          + difference(first.get(), second.get()));
    }
  }

  private Optional<Schema> inOrder(Schema base, String first, String second) {
    return upgraded(first, base, " before " + second)
        .flatMap(schema -> upgraded(second, schema, " after " + first));
  }

  private void compareWithParts(String squash) {
    Set<String> parts = graph.squashes().partsOf(squash);
    if (!parts.stream().allMatch(graph::contains)) {
      return;
    }
    Set<String> before = graph.upTo(squash);
    before.remove(squash);
    Set<String> leaves = new LinkedHashSet<>(before);
    parts.stream().filter(id -> graph.entry(id).replaces().isEmpty()).forEach(leaves::add);
    Optional<Schema> base = replay(before, "");
    Optional<Schema> inParts = replay(leaves, "");
    Optional<Schema> atOnce = base.flatMap(schema -> upgraded(squash, schema, ""));
    if (inParts.isPresent() && atOnce.isPresent() && !inParts.get().equals(atOnce.get())) {
      faults.add(squash + " does not lead to where the migrations that it replaces do: "
          + difference(inParts.get(), atOnce.get()));
    }
  }

  private Optional<Schema> replay(Collection<String> ids, String where) {
    Optional<Schema> schema = Optional.of(Schema.EMPTY);
    for (Entry entry : graph.entries()) {
      if (ids.contains(entry.id()) && schema.isPresent()) {
        schema = upgraded(entry.id(), schema.get(), where);
      }
    }
    return schema;
  }

  private static String difference(Schema one, Schema other) {
    return differing(SchemaFingerprint.differences(
        SchemaFingerprint.parts(one), SchemaFingerprint.parts(other)));
  }

  private static String differing(List<String> parts) {
    String some = String.join(", ", parts.subList(0, Math.min(MOST_PARTS, parts.size())));
    int more = parts.size() - MOST_PARTS;
    return some
        + (more > 0 ? " and " + more + " more differ" : parts.size() == 1 ? " differs" : " differ");
  }
}
