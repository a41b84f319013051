package dev.lockstep.processor.model;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with javac and shows what the reader makes of them. */
final class Model {
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) +(\\w+)");
  static final String DATABASE = "@Database package app;";

  final Compilation compilation;
  final Map<String, ModelReading> readings = new TreeMap<>();
  final List<Problem> problems = new ArrayList<>();
  boolean incomplete;

  private Model(Compilation compilation) {
    this.compilation = compilation;
  }

  /** One compile; the defaults are a database in package app and nothing on the class path. */
  static final class Compile {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<Path> classes = new ArrayList<>();
    private final List<Processor> others = new ArrayList<>();
    private final List<Problem> reported = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:-options", "-parameters"));
    private final Map<QualifiedName, String> recorded = new TreeMap<>();
    private final Map<ObjectKey, String> recordedObjects = new TreeMap<>();
    private Schema recordedSchema = Schema.EMPTY;

    /** With annotations and the usual types imported. */
    Compile source(String text) {
      sources.add(file(text));
      return this;
    }

    Compile classPath(Path directory) {
      classes.add(directory);
      return this;
    }

    Compile recorded(String table, String className) {
      recorded.put(QualifiedName.of(table), className);
      return this;
    }

    Compile recorded(ObjectKey object, String declarer) {
      recordedObjects.put(object, declarer);
      return this;
    }

    Compile recorded(Schema schema) {
      recordedSchema = schema;
      return this;
    }

    Compile option(String option) {
      options.add(option);
      return this;
    }

    /** Has these problems reported beside those that are found. */
    Compile report(List<Problem> problems) {
      reported.addAll(problems);
      return this;
    }

    Compile beside(Processor processor) {
      others.add(processor);
      return this;
    }

    Model read() {
      ReadingProcessor processor =
          new ReadingProcessor(recorded, recordedObjects, recordedSchema, reported);
      List<Processor> processors = new ArrayList<>(others);
      processors.add(processor);
      Compilation compilation = compiler().withProcessors(processors).compile(sources);
      Model model = new Model(compilation);
      model.readings.putAll(processor.readings);
      model.problems.addAll(processor.problems);
      model.incomplete = processor.incomplete;
      return model;
    }

    /**
     * The only reading of a compile of a module, which the compiler of the other methods does not
     * know how to keep in memory.
     */
    ModelReading readModule(Path output) {
      ReadingProcessor processor =
          new ReadingProcessor(recorded, recordedObjects, recordedSchema, reported);
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-proc:only", "-d", output.toString()));
      var task = javax.tools.ToolProvider.getSystemJavaCompiler()
          .getTask(null, null, null, all, null, sources);
      task.setProcessors(List.of(processor));
      if (!task.call() || processor.readings.size() != 1) {
        throw new AssertionError(processor.readings.toString());
      }
      return processor.readings.values().iterator().next();
    }

    /** Only compiles, into a new directory. */
    Path classFiles() {
      Compilation compilation = compiler().withOptions("-proc:none").compile(sources);
      if (compilation.status() != Compilation.Status.SUCCESS) {
        throw new AssertionError(compilation.errors().toString());
      }
      try {
        Path directory = Files.createTempDirectory("lockstep-classes");
        for (JavaFileObject file : compilation.generatedFiles()) {
          Path target = directory.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
          Files.createDirectories(target.getParent());
          try (var content = file.openInputStream()) {
            Files.copy(content, target);
          }
        }
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Compiler compiler() {
      Stream<java.io.File> path = Stream.concat(
          Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
              .map(java.io.File::new),
          classes.stream().map(Path::toFile));
      return Compiler.javac().withClasspath(path.toList()).withOptions(options);
    }
  }

  static Compile compile(String... sources) {
    Compile compile = new Compile();
    Stream.of(sources).forEach(compile::source);
    return compile;
  }

  /** The model of these sources in the database of package {@code app}. */
  static Model of(String... sources) {
    return compile(sources).source(DATABASE).read();
  }

  /** The only table of a model without problems. */
  static Table table(String... sources) {
    Schema schema = of(sources).schema();
    if (schema.tables().size() != 1) {
      throw new AssertionError(schema.toString());
    }
    return schema.tables().get(schema.tables().keySet().iterator().next());
  }

  /** The messages of the compiler for the members of one table class. */
  static List<String> messages(String members) {
    return of("@Table class T {\n" + members + "\n}").messages();
  }

  ModelReading reading() {
    if (readings.size() != 1) {
      throw new AssertionError(readings.keySet() + " " + problems + " " + compilation.errors());
    }
    return readings.values().iterator().next();
  }

  /** The schema of a model without problems. */
  Schema schema() {
    if (!messages().isEmpty() || incomplete) {
      throw new AssertionError(messages().toString());
    }
    return reading().model().schema();
  }

  DiffHints hints() {
    schema();
    return reading().model().hints();
  }

  /** First lines, {@code T.java:3 error: [lockstep:Code] what is true}, sorted. */
  List<String> messages() {
    return compilation.diagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE
            || each.getMessage(Locale.ROOT).contains("[lockstep"))
        .map(Model::message)
        .sorted()
        .toList();
  }

  private static String message(Diagnostic<? extends JavaFileObject> each) {
    String file = each.getSource() == null
        ? ""
        : Path.of(each.getSource().getName()).getFileName() + ":" + each.getLineNumber() + " ";
    return file + each.getKind().name().toLowerCase(Locale.ROOT) + ": "
        + each.getMessage(Locale.ROOT).lines().findFirst().orElse("");
  }

  /** Those of {@link #messages} whose file is in the package, by the text at their place. */
  Map<String, String> messagesIn(String packageName) {
    Map<String, String> messages = new TreeMap<>();
    for (var each : compilation.diagnostics()) {
      if (each.getSource() != null
          && ("/" + each.getSource().getName())
              .contains("/" + packageName.replace('.', '/') + "/")) {
        messages.merge(message(each), textAt(each), (a, b) -> a + " and " + b);
      }
    }
    return messages;
  }

  private static String textAt(Diagnostic<? extends JavaFileObject> each) {
    try {
      String text = each.getSource().getCharContent(true).toString();
      int start = (int) each.getPosition();
      return text.substring(start, Math.min(start + 20, text.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of the message of each code; 0 for one without a place. */
  Map<String, Long> linesByCode() {
    Map<String, Long> lines = new TreeMap<>();
    compilation
        .diagnostics()
        .forEach(each -> lines.put(
            each.getMessage(Locale.ROOT).replaceAll("(?s).*?\\[lockstep:(\\w+)].*", "$1"),
            each.getSource() == null ? 0 : each.getLineNumber()));
    return lines;
  }

  /** The codes of the messages, sorted. */
  List<String> codes() {
    return messages().stream()
        .map(message -> message.replaceAll("(?s).*?\\[lockstep:(\\w+)].*", "$1"))
        .sorted()
        .toList();
  }

  private static JavaFileObject file(String text) {
    if (text.contains(" module ")) {
      return JavaFileObjects.forSourceString("module-info", text);
    }
    boolean packageInfo = PACKAGE.matcher(text).find() && !TYPE.matcher(text).find();
    String imports =
        "import dev.lockstep.annotations.*; import org.jspecify.annotations.*; import java.util.*; import java.math.*;"
            + " import java.time.*; import java.net.*;";
    Matcher package_ = PACKAGE.matcher(text);
    String packageName = package_.find() ? package_.group(1) : "app";
    if (packageInfo) {
      return JavaFileObjects.forSourceString(packageName + ".package-info", text.strip() + imports);
    }
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException(text);
    }
    String body = text.replaceFirst("\\bpackage [\\w.]+;", "");
    return JavaFileObjects.forSourceString(
        packageName + "." + type.group(1), "package " + packageName + "; " + imports + " " + body);
  }

  /** Waits while the reading is incomplete, as the pipeline does. */
  private static final class ReadingProcessor extends AbstractProcessor {
    private final Map<QualifiedName, String> recorded;
    private final Map<ObjectKey, String> recordedObjects;
    private final Schema recordedSchema;
    private final List<Problem> reported;
    private final ModelElements elements = new ModelElements();
    private final Map<String, ModelReading> readings = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean incomplete = true;

    ReadingProcessor(
        Map<QualifiedName, String> recorded,
        Map<ObjectKey, String> recordedObjects,
        Schema recordedSchema,
        List<Problem> reported) {
      this.recorded = recorded;
      this.recordedObjects = recordedObjects;
      this.recordedSchema = recordedSchema;
      this.reported = reported;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("dev.lockstep.annotations.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      elements.add(processingEnv, annotations, round);
      if (incomplete && !elements.isEmpty()) {
        read(round.processingOver());
      }
      return false;
    }

    private void read(boolean last) {
      ModelReader reader = new ModelReader(processingEnv, elements);
      ModelSearch search = reader.databases();
      Map<String, ModelReading> found = search.databases().stream()
          .collect(Collectors.toMap(
              DatabaseElement::name,
              each -> reader.read(each, recorded, recordedObjects, recordedSchema),
              (a, b) -> a));
      incomplete =
          search.incomplete() || found.values().stream().anyMatch(ModelReading::incomplete);
      if (incomplete && !last) {
        return;
      }
      readings.putAll(found);
      report(search.places(), search.problems());
      found.values().forEach(each -> report(each.places(), each.problems()));
      found.values().forEach(each -> report(each.places(), reported));
    }

    private void report(Places places, List<Problem> found) {
      found.forEach(problem -> places.report(processingEnv.getMessager(), problem));
      problems.addAll(found);
    }
  }
}
