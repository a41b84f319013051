package dev.lockstep.processor;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.processor.model.ModelReader;
import dev.lockstep.processor.model.ModelReading;
import dev.lockstep.processor.model.SourceRoot;
import dev.lockstep.processor.problem.Acceptance;
import dev.lockstep.processor.problem.ChangeProblems;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Problem.Severity;
import dev.lockstep.processor.problem.RenameCheck;
import dev.lockstep.processor.problem.RenameRules;
import dev.lockstep.processor.problem.Risks;
import dev.lockstep.processor.problem.SchemaRules;
import dev.lockstep.processor.problem.TransitionRules;
import dev.lockstep.processor.problem.UndoCommand;
import dev.lockstep.processor.problem.ViewColumns;
import dev.lockstep.processor.snapshot.ChainReader;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotSides;
import dev.lockstep.processor.snapshot.Squash;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaFingerprint;
import dev.lockstep.schema.SchemaFingerprint.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Compares one database's model with its snapshot and its migrations. */
final class DatabaseComparer {
  private final ProcessingEnvironment environment;
  private final Options options;
  private final ModelReader models;
  private final DatabaseElement database;
  private final ReadAhead ahead;
  private final boolean alone;
  private final List<Problem> problems = new ArrayList<>();
  private List<FoundMigration> amended = List.of();
  private Snapshot beforeAmending = Snapshot.EMPTY;
  private Optional<Squash> squash = Optional.empty();
  private Risks risks = Risks.NONE;
  private final List<Problem> ofViews = new ArrayList<>();
  private @Nullable Found found;

  /**
   * A comparer of one database.
   *
   * @param ahead what is read of files
   * @param alone whether the compile has no other: of several only those whose model has changed
   *     are amended
   */
  DatabaseComparer(
      ProcessingEnvironment environment,
      Options options,
      ModelReader models,
      DatabaseElement database,
      ReadAhead ahead,
      boolean alone) {
    this.ahead = ahead;
    this.alone = alone;
    this.environment = environment;
    this.options = options;
    this.models = models;
    this.database = database;
  }

  /** What there is, and what differs. */
  private record Found(
      Optional<MigrationFolder> folder,
      Optional<String> text,
      Optional<SnapshotSides> file,
      ModelReading reading,
      Optional<MigrationChain> chain,
      Snapshot recorded,
      Aside.Later<Marks> marks,
      Optional<SchemaDiff> diff) {}

  String name() {
    return database.name();
  }

  /** What has to be accepted; {@link #find} comes before. */
  Risks risks() {
    return risks;
  }

  /** Whether all that has to be accepted is known. */
  boolean isCompared() {
    return found != null && found.diff().isPresent();
  }

  /** Finds all that is wrong at once; what follows from something wrong is not looked for. */
  @SuppressWarnings("ReferenceEquality")
  void find() throws IOException {
    Optional<MigrationFolder> folder = folder();
    ModelAndSnapshot both = both(folder);
    boolean readable = problems.isEmpty();
    Optional<SnapshotSides> file = both.file();
    Snapshot known = both.known();
    ModelReading reading = both.reading();
    Aside.Later<List<Problem>> ofSchema =
        ahead.later(() -> isOff() ? List.of() : SchemaRules.check(reading.model(), known.schema()));
    Aside.Work<Marks> ofKnown = () -> SchemaFingerprint.marks(known.schema());
    Aside.Later<Marks> marks =
        options.generates() ? Aside.whenAsked(ofKnown) : ahead.later(ofKnown);
    if (folder.isPresent() && file.isEmpty() && folder.get().classNames().isEmpty()) {
      new ForsakenMigrations(folder.get(), models.databases().databases())
          .of(database, reading.model().schema())
          .ifPresent(problems::add);
    }
    Optional<MigrationChain> chain = folder.isEmpty() || !readable || !problems.isEmpty()
        ? Optional.empty()
        : chain(folder.get(), file, known, reading.model());
    Snapshot recorded = chain.map(MigrationChain::recorded).orElse(known);
    // An amendment goes on from an older schema than that of the snapshot.
    Aside.Later<List<Problem>> rules = recorded.schema() == known.schema()
        ? ofSchema
        : ahead.later(() -> SchemaRules.check(reading.model(), recorded.schema()));
    Optional<SchemaDiff> diff = isOff() ? Optional.empty() : diff(recorded, reading, chain, rules);
    Optional<String> text = folder.isPresent() ? ahead.of(folder.get()).text() : Optional.empty();
    found = new Found(folder, text, file, reading, chain, recorded, marks, diff);
  }

  /** The comparison, with what the user has to decide; {@link #find} comes before. */
  Comparison compare(Acceptance acceptance) {
    Found all = Objects.requireNonNull(found);
    DeclaredModel declared = all.reading().model();
    all.diff().ifPresent(diff -> {
      problems.addAll(
          ChangeProblems.of(all.recorded(), declared, diff, options, acceptance, risks));
      problems.addAll(ofViews);
      if (diff.isEmpty() && !amended.isEmpty()) {
        problems.add(Amendment.empty(
            amended, all.folder().orElseThrow(), undo(amended.get(0), all, acceptance)));
      }
    });
    return new Comparison(
        database,
        declared,
        all.reading().places(),
        all.folder(),
        all.text(),
        all.file(),
        all.recorded(),
        all.marks(),
        all.chain(),
        amended,
        squash,
        all.diff(),
        risks,
        options.amend() ? problems.stream().map(Amendment::asked).toList() : problems,
        all.reading().incomplete());
  }

  private String undo(FoundMigration newest, Found all, Acceptance acceptance) {
    return UndoCommand.of(
        newest.description(), beforeAmending, all.reading().model(), options, acceptance);
  }

  private boolean isOff() {
    return options.check() == Check.OFF && !options.generates();
  }

  private Optional<MigrationFolder> folder() {
    Optional<Path> root = options.sources() == null ? sourceRoot() : given(options.sources());
    return root.map(path -> new MigrationFolder(path, database.migrationsPackage()));
  }

  private Optional<Path> sourceRoot() {
    List<Element> candidates = Stream.<Element>concat(
            Stream.of(database.element()),
            Stream.concat(database.tables().stream(), database.declarers().stream()))
        .toList();
    Optional<Path> root = SourceRoot.of(environment, candidates).or(this::rootOfSnapshot);
    if (root.isEmpty()) {
      problems.add(sourceRootUnknown(
          "the source folder of database \"" + database.name() + "\" cannot be told from its files",
          "src/main/java"));
    }
    return root;
  }

  /**
   * The root of any source of this compile if the snapshot is below it. Gradle hands over a model
   * that has not changed as class files, beside the one source that has.
   */
  private Optional<Path> rootOfSnapshot() {
    return models.compiled().stream()
        .flatMap(element -> SourceRoot.of(environment, List.of(element)).stream())
        .distinct()
        .filter(root ->
            Files.exists(new MigrationFolder(root, database.migrationsPackage()).snapshotFile()))
        .findFirst();
  }

  private Optional<Path> given(String sources) {
    try {
      Path root = Path.of(sources).toAbsolutePath();
      if (Files.isDirectory(root)) {
        return Optional.of(root);
      }
      problems.add(sourceRootUnknown("lockstep.sources names no folder: " + root, "src/main/java"));
    } catch (InvalidPathException e) {
      problems.add(
          sourceRootUnknown("lockstep.sources is no path: " + e.getReason(), "src/main/java"));
    }
    return Optional.empty();
  }

  private static Problem sourceRootUnknown(String message, String example) {
    return Problem.error(
        "SourceRootUnknown",
        new Place.OfDatabase(),
        message,
        "name it: -Dlockstep.sources=" + example);
  }

  private ModelAndSnapshot both(Optional<MigrationFolder> folder) throws IOException {
    if (folder.isEmpty()) {
      return ModelAndSnapshot.withoutFile(models, database);
    }
    ReadAhead.Files files = ahead.of(folder.get());
    try {
      return ModelAndSnapshot.of(models, database, files, options.generates());
    } catch (SnapshotException e) {
      problems.add(e.problem(MigrationFolder.shown(folder.get().snapshotFile())));
      return ModelAndSnapshot.withoutFile(models, database);
    }
  }

  private Optional<MigrationChain> chain(
      MigrationFolder folder, Optional<SnapshotSides> file, Snapshot known, DeclaredModel declared)
      throws IOException {
    Set<String> modelClasses = new TreeSet<>(declared.classes().values());
    modelClasses.addAll(known.classes().values());
    addClasses(modelClasses, declared.objectClasses());
    addClasses(modelClasses, known.objectClasses());
    MigrationReader.Reading reading = new MigrationReader(
            environment, folder, ahead.of(folder), database.migrationsPackage(), modelClasses)
        .read();
    problems.addAll(reading.problems());
    problems.addAll(new MovedMigrations(folder, models.databases().databases())
        .of(reading.found(), known.heads()));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    ChainReader reader = new ChainReader(
        reading.found(), file, declared.schema(), folder.shown(), options.generates());
    MigrationChain chain = reader.read();
    problems.addAll(chain.problems());
    boolean concerned = alone || !declared.schema().equals(chain.recorded().schema());
    if (options.amend() && concerned && chain.problems().isEmpty()) {
      Amendment amendment = Amendment.of(reading.found(), reader, chain, folder);
      problems.addAll(amendment.problems());
      amended = amendment.newest();
      beforeAmending = chain.recorded();
      return amended.isEmpty() ? Optional.empty() : Optional.of(amendment.chain());
    }
    if (options.squash() != null && chain.problems().isEmpty()) {
      squash = Squash.upTo(options.squash(), reading.found());
      squash.ifPresent(each -> problems.addAll(each.problems()));
    }
    return chain.problems().isEmpty() ? Optional.of(chain) : Optional.empty();
  }

  /** What else declares something may be a package, or a class that is no model. */
  private static void addClasses(Set<String> modelClasses, Map<ObjectKey, String> objectClasses) {
    for (Map.Entry<ObjectKey, String> each : objectClasses.entrySet()) {
      ObjectKind kind = each.getKey().kind();
      if (kind == ObjectKind.ENUM || kind.isView()) {
        modelClasses.add(each.getValue());
      }
    }
  }

  private Optional<SchemaDiff> diff(
      Snapshot recorded,
      ModelReading reading,
      Optional<MigrationChain> chain,
      Aside.Later<List<Problem>> ofSchema)
      throws IOException {
    List<Problem> ofModel = new ArrayList<>(reading.problems());
    if (!reading.incomplete()) {
      ofModel.addAll(ofSchema.get());
    }
    problems.addAll(ofModel);
    if (chain.isEmpty() || reading.incomplete() || hasErrors(ofModel)) {
      return Optional.empty();
    }
    RenameCheck renames =
        RenameRules.check(recorded, reading.model(), chain.get().everNamed());
    problems.addAll(renames.problems());
    List<Problem> transitions = TransitionRules.check(recorded, reading.model(), renames.hints());
    problems.addAll(transitions);
    if (!transitions.isEmpty()) {
      return Optional.empty();
    }
    SchemaDiff diff =
        SchemaDiffer.diff(recorded.schema(), reading.model().schema(), renames.hints());
    risks = ChangeProblems.risks(recorded, reading.model(), diff, options);
    ofViews.addAll(new ViewColumns(recorded.schema(), reading.model().schema(), renames.hints())
        .problems(diff, options));
    return Optional.of(diff);
  }

  private static boolean hasErrors(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
