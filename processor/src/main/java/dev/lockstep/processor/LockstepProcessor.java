package dev.lockstep.processor;

import com.google.auto.service.AutoService;
import dev.lockstep.annotations.EnumType;
import dev.lockstep.annotations.Sequence;
import dev.lockstep.annotations.SqlObject;
import dev.lockstep.annotations.Table;
import dev.lockstep.annotations.View;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.model.ModelElements;
import dev.lockstep.processor.model.ModelReader;
import dev.lockstep.processor.model.ModelSearch;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Problem.Severity;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Compares the annotated model with its snapshot, and reports or generates what differs. Works
 * once, in the first round whose model is complete: a type that another processor has yet to
 * generate defers it. Tables that nothing refers to are awaited for one round, where they matter:
 * when a migration is to be generated, or when a recorded one has no class.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  "dev.lockstep.annotations.*",
  "dev.lockstep.Revision",
  "dev.lockstep.Accepted",
  "dev.lockstep.Irreversible",
  "dev.lockstep.Irreversible.List"
})
public final class LockstepProcessor extends AbstractProcessor {
  private static final Set<Class<? extends Annotation>> DECLARING = Set.of(
      Table.class,
      View.class,
      EnumType.class,
      Sequence.class,
      Sequence.List.class,
      SqlObject.class,
      SqlObject.List.class);

  private final ModelElements sources = new ModelElements();
  private final NextRound nextRound = new NextRound();

  /** Goes on while javac gets ready for the next round. */
  private @Nullable ReadAhead ahead;

  private @Nullable Output output;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return OptionsReader.KEYS;
  }

  /**
   * Claims our annotations, which are nobody else's: javac warns of those that nobody claims. Never
   * throws: what is thrown inside becomes one message.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      step(annotations, round);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      endReading();
      Messages.print(processingEnv.getMessager(), Fault.problem(e));
    }
    return true;
  }

  private void step(Set<? extends TypeElement> annotations, RoundEnvironment round)
      throws IOException {
    if (round.processingOver()) {
      nextRound.end();
      endReading();
    }
    if (output == null) {
      sources.add(processingEnv, annotations, round);
      if (!round.processingOver() && !round.errorRaised() && !sources.isEmpty()) {
        work();
      }
    } else if (round.processingOver()) {
      output.finish(round.errorRaised());
    } else {
      refuseLate(round);
    }
  }

  private void work() throws IOException {
    OptionsReader.Read read = OptionsReader.read(processingEnv);
    ModelReader models = new ModelReader(processingEnv, sources);
    List<DatabaseElement> likely = models.likelyDatabases();
    if (ahead == null) {
      ahead = new ReadAhead();
      if (read.options().sources() == null) {
        for (DatabaseElement database : likely) {
          ahead.begin(processingEnv, database);
        }
      }
    }
    if (!read.options().generates() || !waits(likely)) {
      work(read, models, ahead);
    }
  }

  private void endReading() {
    if (ahead != null) {
      ahead.close();
      ahead = null;
    }
  }

  private void work(OptionsReader.Read read, ModelReader models, ReadAhead ahead)
      throws IOException {
    ModelSearch search = models.databases();
    if (read.options().generates() && waits(search.databases())) {
      return;
    }
    List<DatabaseComparer> comparers = comparers(read.options(), models, ahead, search.databases());
    AcceptedThings accepted = AcceptedThings.of(read.options(), comparers);
    List<Comparison> comparisons = comparers.stream()
        .map(comparer -> comparer.compare(accepted.by(comparer.name())))
        .toList();
    // A later round may know the type; what stays unknown the compiler reports itself.
    if (search.incomplete() || comparisons.stream().anyMatch(Comparison::incomplete)) {
      return;
    }
    List<Problem> ofOptions = ofOptions(read, accepted, comparisons);
    boolean silent = !read.options().generates()
        && problems(ofOptions, search, comparisons).findAny().isEmpty();
    if (!silent && models.hasUnresolvedAnnotations()) {
      return;
    }
    // What seems to be gone may be yet to be generated.
    if (comparisons.stream().anyMatch(Comparison::lacksRecorded) && waits(search.databases())) {
      return;
    }
    boolean failed = report(ofOptions, search, comparisons);
    output = new Output(processingEnv, read.options());
    output.generate(comparisons, failed);
    endReading();
  }

  private static List<Problem> ofOptions(
      OptionsReader.Read read, AcceptedThings accepted, List<Comparison> comparisons) {
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(accepted.problems());
    boolean chained = comparisons.stream().anyMatch(each -> each.chain().isPresent());
    String squash = read.options().squash();
    if (squash != null
        && chained
        && comparisons.stream().allMatch(each -> each.squash().isEmpty())) {
      problems.add(PlannedSquash.unknown(squash, comparisons));
    }
    return problems;
  }

  private boolean waits(List<DatabaseElement> databases) throws IOException {
    return nextRound.ask(processingEnv.getFiler(), databases);
  }

  private List<DatabaseComparer> comparers(
      Options options, ModelReader models, ReadAhead ahead, List<DatabaseElement> databases)
      throws IOException {
    List<DatabaseComparer> comparers = new ArrayList<>();
    for (DatabaseElement database : databases) {
      DatabaseComparer comparer = new DatabaseComparer(
          processingEnv, options, models, database, ahead, databases.size() == 1);
      comparer.find();
      comparers.add(comparer);
    }
    return comparers;
  }

  /** Prints all problems; whether there is an error among them. */
  private boolean report(
      List<Problem> ofOptions, ModelSearch search, List<Comparison> comparisons) {
    ofOptions.forEach(problem -> Messages.print(processingEnv.getMessager(), problem));
    search
        .problems()
        .forEach(problem -> search.places().report(processingEnv.getMessager(), problem));
    comparisons.forEach(comparison -> comparison
        .problems()
        .forEach(problem -> comparison.places().report(processingEnv.getMessager(), problem)));
    return problems(ofOptions, search, comparisons)
        .anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private static Stream<Problem> problems(
      List<Problem> ofOptions, ModelSearch search, List<Comparison> comparisons) {
    return Stream.of(
            ofOptions.stream(),
            search.problems().stream(),
            comparisons.stream().flatMap(comparison -> comparison.problems().stream()))
        .flatMap(problems -> problems);
  }

  /** The model was complete without them, so nothing made us wait. */
  private void refuseLate(RoundEnvironment round) {
    round.getElementsAnnotatedWithAny(DECLARING).forEach(element -> {
      String kind = element.getAnnotation(Table.class) == null ? "" : "table ";
      Messages.print(
          processingEnv.getMessager(),
          Problem.error(
              "TableTooLate",
              new Place.Nowhere(),
              kind + (element instanceof PackageElement ? "package " : "class ") + element
                  + " was generated after the model had been read",
              "migrate: mvn compile -Dlockstep.migrate=\"...\"",
              "generated later than in the first round: let a class of the model refer to it"));
    });
  }
}
