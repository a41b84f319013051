package dev.lockstep.processor;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.generate.RevisionName;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.source.InvalidStepException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the migrations of one database: their files in the source tree, their annotations by the
 * compiler. A class file whose source is gone counts for nothing.
 */
final class MigrationReader {
  private final Elements elements;
  private final SeenTypes seen;
  private final Types types;
  private final MigrationFolder folder;
  private final ReadAhead.Files files;
  private final String packageName;
  private final Collection<String> modelClasses;
  private final List<FoundMigration> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A reader of one folder.
   *
   * @param files of that folder, perhaps read already
   * @param modelClasses qualified names of the classes that no migration may refer to
   */
  MigrationReader(
      ProcessingEnvironment environment,
      MigrationFolder folder,
      ReadAhead.Files files,
      String packageName,
      Collection<String> modelClasses) {
    this.elements = environment.getElementUtils();
    this.seen = new SeenTypes(elements);
    this.types = environment.getTypeUtils();
    this.folder = folder;
    this.files = files;
    this.packageName = packageName;
    this.modelClasses = modelClasses;
  }

  /**
   * What the folder holds.
   *
   * @param found also those with a problem, as far as their place in the graph is known
   */
  record Reading(List<FoundMigration> found, List<Problem> problems) {
    Reading {
      found = List.copyOf(found);
      problems = List.copyOf(problems);
    }
  }

  Reading read() throws IOException {
    for (String name : folder.classNames()) {
      read(name);
    }
    return new Reading(found, problems);
  }

  private void read(String name) throws IOException {
    boolean named = RevisionName.PATTERN.matcher(name).matches();
    TypeElement type = seen.migration(packageName.isEmpty() ? name : packageName + "." + name);
    if (type == null) {
      if (named) {
        problems.add(notFound(name));
      }
      return;
    }
    Optional<RevisionMirror> revision = RevisionMirror.of(type);
    if (named || revision.isPresent() || isMigration(type)) {
      checkClass(type, name, revision.isPresent());
      MigrationText text = files.migration(name);
      checkMentions(name, text);
      if (revision.isPresent()) {
        read(name, revision.get(), text);
      }
    }
  }

  private void read(String name, RevisionMirror revision, MigrationText text) {
    try {
      found.add(new FoundMigration(
          name,
          revision.parents(),
          revision.description(),
          text.fingerprint(),
          text.steps(),
          revision.replaces(),
          revision.phase()));
    } catch (InvalidStepException e) {
      invalid(name, "has a step that fails when it runs: " + e.getMessage(), "mend that step");
    }
  }

  /** The compiler does not know it by the name that its file has. */
  private Problem notFound(String name) throws IOException {
    List<String> tokens = JavaTokens.of(folder.source(name));
    int end = tokens.indexOf(";");
    boolean declares = end > 0 && tokens.get(0).equals("package");
    String declared = declares ? String.join("", tokens.subList(1, end)) : packageName;
    return declared.equals(packageName) ? notCompiled(name) : moved(name, declared);
  }

  private Problem moved(String name, String declared) {
    return Problem.error(
        "MigrationMoved",
        new Place.Nowhere(),
        "migration \"" + name + "\" is in " + folder.shown() + ", but declares package " + declared,
        "the folder is right: write package " + packageName + "; in "
            + MigrationFolder.shown(folder.sourceFile(name)),
        "the package is right: @Database(migrations = \"" + declared + "\") and move the folder");
  }

  private Problem notCompiled(String name) {
    return Problem.error(
        "MigrationNotCompiled",
        new Place.Nowhere(),
        "migration \"" + name + "\" is not part of this compile",
        "compile it too: javac ... " + MigrationFolder.shown(folder.sourceFile(name)));
  }

  private boolean isMigration(TypeElement type) {
    TypeElement migration = seen.find(Migration.class.getName());
    return migration != null && types.isSubtype(type.asType(), migration.asType());
  }

  private void checkClass(TypeElement type, String name, boolean annotated) {
    if (!isMigration(type)) {
      invalid(
          name, "does not implement Migration", "write: class " + name + " implements Migration");
    } else if (type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT)) {
      invalid(name, "is abstract", "write: public final class " + name);
    } else if (!type.getModifiers().contains(Modifier.PUBLIC)) {
      invalid(name, "is not public", "write: public final class " + name);
    } else if (!hasConstructor(type)) {
      invalid(
          name, "has no public constructor without parameters", "write: public " + name + "() {}");
    } else if (!annotated) {
      invalid(
          name,
          "has no @Revision, so its place among the migrations is unknown",
          "write: @" + Revision.class.getSimpleName()
              + "(parents = \"...\", description = \"...\")");
    }
  }

  private static boolean hasConstructor(TypeElement type) {
    return type.getKind() != ElementKind.ENUM
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(constructor -> constructor.getParameters().isEmpty()
                && constructor.getModifiers().contains(Modifier.PUBLIC));
  }

  private void invalid(String name, String flaw, String fix) {
    problems.add(Problem.error(
        "MigrationInvalid",
        new Place.OfMigration(name),
        "migration \"" + name + "\" " + flaw,
        fix));
  }

  private void checkMentions(String name, MigrationText text) {
    text.mentions()
        .first(modelClasses)
        .ifPresent(modelClass -> problems.add(Problem.error(
            "MigrationUsesModel",
            new Place.OfMigration(name),
            "migration \"" + name + "\" refers to " + modelClass + ", which will not stay as it is",
            "use literals: names of tables and columns, SQL")));
    LiveReferences live =
        new LiveReferences(elements, seen, name, packageName, text, type -> isOther(type, name));
    live.supertype()
        .ifPresentOrElse(
            type -> problems.add(notFrozen(
                name,
                "its supertype " + type,
                "write into the migration what it inherits, and extend or implement nothing else")),
            () -> live.first()
                .ifPresent(reference -> problems.add(notFrozen(
                    name,
                    reference,
                    "write its value in its place, or a constant of the migration's own"))));
  }

  private static Problem notFrozen(String name, String reference, String fix) {
    return Problem.error(
        "MigrationNotFrozen",
        new Place.OfMigration(name),
        "migration \"" + name + "\" refers to " + reference
            + ", so it would mean something else when that changes",
        fix);
  }

  /** Whether it is another class of the same source tree. */
  private boolean isOther(TypeElement type, String migration) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement owner) {
      outermost = owner;
    }
    return !outermost.getSimpleName().contentEquals(migration)
        && folder.holds(outermost.getQualifiedName().toString());
  }
}
