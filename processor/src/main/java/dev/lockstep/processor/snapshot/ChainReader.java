package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a chain of the migrations that are there and of what {@code schema.json} holds. */
public final class ChainReader {
  private final MigrationGraph graph;
  private final Optional<SnapshotSides> file;
  private final Schema declared;
  private final String folder;
  private final boolean generates;

  /**
   * A reader of one database's chain.
   *
   * @param file empty if there is no {@code schema.json}
   * @param declared what the model says
   * @param folder of migrations and snapshot, as the user knows it, with {@code /} at its end
   * @param generates whether a migration is asked for, which may bring branches together
   */
  public ChainReader(
      List<FoundMigration> migrations,
      Optional<SnapshotSides> file,
      Schema declared,
      String folder,
      boolean generates) {
    this.graph = new MigrationGraph(migrations);
    this.file = file;
    this.declared = declared;
    this.folder = folder;
    this.generates = generates;
  }

  /** The chain, with the first kind of flaw that there is: each makes the next ones meaningless. */
  public MigrationChain read() {
    List<Problem> flaws = new ChainRules(graph, file.map(this::recorded), folder).problems();
    if (!flaws.isEmpty()) {
      return chain(Snapshot.EMPTY, false, flaws);
    }
    boolean conflict = file.filter(SnapshotSides::inConflict).isPresent();
    return graph.heads().size() > 1 || conflict
        ? merged(file.orElseGet(() -> new SnapshotSides(List.of(), false, Set.of())))
        : straight(file.map(SnapshotSides::union).orElse(Snapshot.EMPTY));
  }

  /** In a conflict one side may have all of the other; what it ends with is the head of both. */
  private Snapshot recorded(SnapshotSides sides) {
    Snapshot union = sides.union();
    if (!sides.inConflict()) {
      return union;
    }
    List<String> heads = union.heads().stream()
        .filter(head -> union.heads().stream()
            .noneMatch(other -> !other.equals(head)
                && graph.upTo(other).stream().anyMatch(each -> each.id().equals(head))))
        .toList();
    return new Snapshot(heads, union.schema(), union.classes(), union.objectClasses());
  }

  /**
   * The chain as it was before its newest migrations, which are to be generated anew.
   *
   * @param newest each the parent of the next, the last the only head, with nothing but readable
   *     migrations before them
   */
  public MigrationChain readWithout(List<FoundMigration> newest) {
    List<FoundMigration> before =
        graph.inOrder().stream().filter(each -> !newest.contains(each)).toList();
    Snapshot known = file.map(SnapshotSides::union).orElse(Snapshot.EMPTY);
    Snapshot recorded = new Snapshot(
        newest.get(0).parents(),
        Replay.of(before, Schema.EMPTY),
        known.classes(),
        known.objectClasses());
    return new MigrationChain(
        before.stream().map(FoundMigration::entry).toList(),
        recorded.heads(),
        recorded,
        true,
        new PastNames(graph.everything()),
        List.of());
  }

  private MigrationChain merged(SnapshotSides sides) {
    Optional<Problem> half = sides.inConflict() ? Optional.empty() : halfAmended();
    if (half.isPresent()) {
      return chain(Snapshot.EMPTY, false, List.of(half.get()));
    }
    Optional<Problem> twice = writtenTwice(sides);
    if (twice.isPresent()) {
      return chain(Snapshot.EMPTY, false, List.of(twice.get()));
    }
    BranchMerge.Result result = new BranchMerge(graph, sides, folder).merge(declared);
    List<Problem> problems = result.problems().isEmpty() && !generates
        ? List.of(sides.inConflict() ? inConflict() : twoHeads())
        : result.problems();
    return chain(result.snapshot(), true, problems);
  }

  private Optional<Problem> writtenTwice(SnapshotSides sides) {
    try {
      return new WrittenTwice(graph, sides).problem(folder);
    } catch (Replay.BrokenException e) {
      return Optional.of(ReplayRules.broken(e, folder));
    }
  }

  private MigrationChain straight(Snapshot recorded) {
    if (graph.heads().isEmpty() || Replay.unreadable(graph.migrations()).isPresent()) {
      return chain(recorded, false, List.of());
    }
    try {
      Schema replayed = Replay.of(graph.inOrder(), Schema.EMPTY);
      List<Problem> squashes = Squash.differing(graph);
      if (!squashes.isEmpty()) {
        return chain(recorded, false, squashes);
      }
      // The way back of an upgrade that is not as it should be means nothing.
      if (replayed.equals(recorded.schema())) {
        return chain(recorded, false, WaysBack.differing(graph, folder));
      }
      if (generates && replayed.equals(declared)) {
        return chain(recorded.withSchema(replayed), true, WaysBack.differing(graph, folder));
      }
      Problem problem =
          ReplayRules.differs(graph.heads().get(0), replayed, recorded.schema(), declared, folder);
      return chain(recorded, false, List.of(problem));
    } catch (Replay.BrokenException e) {
      return chain(recorded, false, List.of(ReplayRules.broken(e, folder)));
    }
  }

  private MigrationChain chain(Snapshot recorded, boolean stale, List<Problem> problems) {
    List<FoundMigration> everything = graph.everything();
    return new MigrationChain(
        everything.stream().map(FoundMigration::entry).toList(),
        graph.heads(),
        recorded,
        stale,
        new PastNames(everything),
        problems);
  }

  private Problem inConflict() {
    return Problem.error(
        "SnapshotConflict",
        new Place.OfDatabase(),
        folder + "schema.json is in a merge conflict: two branches have added a migration",
        "merge them: mvn compile -Dlockstep.migrate=\"Merge\"");
  }

  /**
   * A compile that takes a migration's place was stopped between writing the new one and deleting
   * the old one: the model is that of one of them alone. Two branches leave that where a merge of
   * theirs took the model and the snapshot of one side, so the message tells both ways out.
   */
  private Optional<Problem> halfAmended() {
    List<String> recorded = file.map(sides -> sides.union().heads()).orElse(List.of());
    List<String> others =
        graph.heads().stream().filter(head -> !recorded.contains(head)).toList();
    boolean siblings = graph.heads().size() == 2
        && others.size() == 1
        && graph.migrations().stream()
                .filter(each -> graph.heads().contains(each.id()))
                .map(this::parents)
                .distinct()
                .count()
            == 1;
    return siblings && graph.heads().stream().anyMatch(this::leadsToModel)
        ? Optional.of(halfAmended(others.get(0), recorded.get(0)))
        : Optional.empty();
  }

  /** Of what one generation wrote, which may be two. */
  private List<String> parents(FoundMigration last) {
    return graph.migrations().stream()
        .filter(last::isContractOf)
        .findFirst()
        .orElse(last)
        .parents();
  }

  private boolean leadsToModel(String head) {
    return Replay.find(graph.upTo(head)).filter(declared::equals).isPresent();
  }

  private Problem halfAmended(String leftover, String recorded) {
    return Problem.error(
        "MigrationLeftOver",
        new Place.OfMigration(leftover),
        "migration \"" + leftover + "\" is left over: schema.json names \"" + recorded
            + "\" in its place",
        "an amend was stopped: rm " + folder + leftover + ".java",
        "of another branch: put \"" + leftover + "\" into heads in schema.json");
  }

  private Problem twoHeads() {
    return Problem.error(
        "TwoHeads",
        new Place.OfMigration(graph.heads().get(graph.heads().size() - 1)),
        "migrations " + ChainRules.quoted(graph.heads()) + " have "
            + (graph.heads().size() == 2 ? "both" : "all") + " come last, on "
            + (graph.heads().size() == 2 ? "two" : graph.heads().size()) + " branches",
        "merge them: mvn compile -Dlockstep.migrate=\"Merge\"");
  }
}
