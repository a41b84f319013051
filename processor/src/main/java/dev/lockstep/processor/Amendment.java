package dev.lockstep.processor;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.Sql;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.MigrationWriter;
import dev.lockstep.processor.generate.NewMigration;
import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.ChainReader;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the newest migration back, so that it can be generated anew, and the one before it if one
 * generation wrote both; refused where that would lose what somebody wrote.
 *
 * @param newest the migrations that go, in order; empty if there is a problem
 * @param chain without them
 */
record Amendment(List<FoundMigration> newest, MigrationChain chain, List<Problem> problems) {
  private static final Set<String> NOTES = Set.of("Accepted", "Irreversible");

  /**
   * The amendment of a chain that is as it should be.
   *
   * @param found the migrations of the chain
   */
  static Amendment of(
      List<FoundMigration> found, ChainReader reader, MigrationChain chain, MigrationFolder folder)
      throws IOException {
    if (chain.heads().size() != 1) {
      return refused(chain, nothing(chain));
    }
    FoundMigration newest = find(chain.heads().get(0), found).orElseThrow();
    Optional<FoundMigration> squash =
        found.stream().filter(each -> each.replaces().contains(newest.id())).findFirst();
    if (squash.isPresent()) {
      return refused(chain, squashed(newest, squash.get()));
    }
    Optional<FoundMigration> unreadable =
        found.stream().filter(migration -> !migration.source().isReadable()).findFirst();
    if (unreadable.isPresent()) {
      return refused(chain, unreadable(unreadable.get()));
    }
    List<FoundMigration> generation = generation(newest, found);
    MigrationChain without = reader.readWithout(generation);
    Optional<FoundMigration> edited = edited(generation, without.recorded().schema(), folder);
    return edited.isEmpty()
        ? new Amendment(generation, without, List.of())
        : refused(chain, edited(edited.get(), folder));
  }

  private static Optional<FoundMigration> find(String id, List<FoundMigration> found) {
    return found.stream().filter(migration -> migration.id().equals(id)).findFirst();
  }

  /** The newest, and what was written with it: of a change in two phases the first. */
  private static List<FoundMigration> generation(
      FoundMigration newest, List<FoundMigration> found) {
    return newest.parents().stream()
        .flatMap(parent -> find(parent, found).stream())
        .filter(newest::isContractOf)
        .filter(first -> found.stream().noneMatch(each -> each.replaces().contains(first.id())))
        .findFirst()
        .map(first -> List.of(first, newest))
        .orElse(List.of(newest));
  }

  /** The first that is not what the generation would write. */
  private static Optional<FoundMigration> edited(
      List<FoundMigration> generation, Schema before, MigrationFolder folder) throws IOException {
    Optional<FoundMigration> byHand =
        generation.stream().filter(Amendment::isByHand).findFirst();
    if (byHand.isPresent()) {
      return byHand;
    }
    List<GeneratedBack> back = GeneratedBack.of(
        generation.stream().map(each -> each.source().upgrade()).toList(), before);
    for (int i = 0; i < generation.size(); i++) {
      if (!isAsGenerated(generation.get(i), back.get(i), folder)) {
        return Optional.of(generation.get(i));
      }
    }
    return Optional.empty();
  }

  private static Amendment refused(MigrationChain chain, Problem problem) {
    return new Amendment(List.of(), chain, List.of(problem));
  }

  private static boolean isByHand(FoundMigration migration) {
    List<Operation> upgrade = migration.source().upgrade();
    return !hasOwnName(migration)
        || upgrade.stream().anyMatch(operation -> isByHand(operation, upgrade));
  }

  /** Whether it is, but for its layout, what its own operations would be written as. */
  private static boolean isAsGenerated(
      FoundMigration migration, GeneratedBack back, MigrationFolder folder) throws IOException {
    String source = folder.source(migration.id());
    return back.candidates().stream()
        .map(downgrade -> again(migration, downgrade, folder))
        .anyMatch(
            again -> withoutNotes(JavaTokens.of(again)).equals(withoutNotes(JavaTokens.of(source)))
                && JavaTokens.comments(again).equals(JavaTokens.comments(source)));
  }

  private static String again(
      FoundMigration migration, List<Operation> downgrade, MigrationFolder folder) {
    return MigrationWriter.write(new NewMigration(
            folder.packageName(),
            migration.id(),
            migration.description(),
            migration.parents(),
            migration.source().upgrade(),
            downgrade,
            List.of(),
            List.of(),
            List.of(),
            migration.phase()))
        .toString();
  }

  /** Whether its id still says what its description says, numbered if an amendment kept that. */
  private static boolean hasOwnName(FoundMigration migration) {
    String again = RevisionName.of(migration.description(), List.of());
    return words(migration.id()).replaceFirst("_\\d+$", "").equals(words(again));
  }

  private static String words(String id) {
    return id.substring(id.indexOf('_') + 1);
  }

  /** The generator fills only columns that are new or are to be NOT NULL. */
  private static boolean isByHand(Operation operation, List<Operation> upgrade) {
    return operation instanceof Sql
        || operation instanceof Run
        || (operation instanceof Backfill fill && isByHand(fill.table(), fill.column(), upgrade))
        || (operation instanceof FillNulls fill && isByHand(fill.table(), fill.column(), upgrade));
  }

  private static boolean isByHand(QualifiedName table, String column, List<Operation> upgrade) {
    return upgrade.stream()
        .noneMatch(each -> (each instanceof AddColumn add
                && add.table().equals(table)
                && add.column().name().equals(column))
            || (each instanceof SetNotNull set
                && set.table().equals(table)
                && set.column().equals(column)));
  }

  /** Without annotations that say what was decided, and their imports. */
  private static List<String> withoutNotes(List<String> tokens) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean noted =
          tokens.get(i).equals("@") && i + 2 < tokens.size() && NOTES.contains(tokens.get(i + 1));
      boolean imported = tokens.get(i).equals("import")
          && i + 5 < tokens.size()
          && NOTES.contains(tokens.get(i + 5));
      if (noted) {
        i = closing(tokens, i + 2);
      } else if (imported) {
        i += 6;
      } else {
        rest.add(tokens.get(i));
      }
    }
    return rest;
  }

  /** The index of the parenthesis that closes the one there. */
  private static int closing(List<String> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private static Problem nothing(MigrationChain chain) {
    return Problem.error(
        "AmendNothing",
        new Place.OfDatabase(),
        chain.heads().isEmpty()
            ? "there is no migration yet that could be generated anew"
            : "branches are to be merged, so no migration is the newest",
        "one more migration: mvn compile -Dlockstep.migrate=\"...\"");
  }

  private static Problem unreadable(FoundMigration migration) {
    return Problem.error(
        "AmendUnreadable",
        new Place.OfMigration(migration.id()),
        "migration \"" + migration.id() + "\" cannot be read, since "
            + migration.source().unreadable() + ", so what was before the newest is unknown",
        "one more migration: mvn compile -Dlockstep.migrate=\"...\"");
  }

  private static Problem squashed(FoundMigration migration, FoundMigration squash) {
    return Problem.error(
        "AmendSquashed",
        new Place.OfMigration(migration.id()),
        "migration \"" + migration.id() + "\" is one that \"" + squash.id()
            + "\" stands for, so it stays as it is",
        "one more migration: mvn compile -Dlockstep.migrate=\"...\"");
  }

  private static Problem edited(FoundMigration migration, MigrationFolder folder) {
    return Problem.error(
        "AmendEdited",
        new Place.OfMigration(migration.id()),
        "migration \"" + migration.id() + "\" is not as it was generated, and would lose what was"
            + " written by hand",
        "keep it, and generate one more: mvn compile -Dlockstep.migrate=\"...\"",
        "undo the edit: git checkout HEAD -- "
            + MigrationFolder.shown(folder.sourceFile(migration.id())));
  }

  /**
   * The model is as before the newest migrations.
   *
   * @param undo the command that takes them back by one more
   */
  static Problem empty(List<FoundMigration> amended, MigrationFolder folder, String undo) {
    FoundMigration newest = amended.get(amended.size() - 1);
    String files = amended.stream()
        .map(each -> MigrationFolder.shown(folder.sourceFile(each.id())))
        .collect(Collectors.joining(" "));
    return Problem.error(
        "AmendEmpty",
        new Place.OfMigration(newest.id()),
        "the model is as it was before migration \"" + amended.get(0).id()
            + "\", so nothing would be left of it",
        "committed already, so undo it by one more: " + undo,
        "not committed yet: rm " + files,
        "and take schema.json back: git checkout HEAD -- "
            + MigrationFolder.shown(folder.snapshotFile()));
  }

  /** Commands that are offered go on with what was asked for. */
  static Problem asked(Problem problem) {
    if (problem.code().startsWith("Amend")) {
      return problem;
    }
    return problem.withFixes(problem.fixes().stream()
        .map(fix -> fix.replace("-Dlockstep.migrate=", "-Dlockstep.amend="))
        .toList());
  }
}
