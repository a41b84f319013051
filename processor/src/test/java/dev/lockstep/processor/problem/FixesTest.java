package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.problem.Samples.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message shows as a way out is a command that a shell takes, or Java that compiles. */
class FixesTest {
  private static final Pattern COMMAND = Pattern.compile(
      ": mvn compile"
          + " -Dlockstep\\.migrate=\"[^\"$`\\\\!%\\p{Cntrl}]+\"( -Dlockstep\\.(accept=[\\p{L}\\p{N}_.:,-]+|empty=true|rolling=true))?");
  private static final String TEXT = "\"(?:\\\\.|[^\"\\\\])*\"";
  private static final Pattern START = Pattern.compile("(?:@Identity )?@[A-Z][A-Za-z]+\\(");
  private static final Pattern ATTRIBUTE = Pattern.compile(
      "\\b([a-z][A-Za-z]+) = (" + TEXT + "|true|\\{[^}]*\\}|ReferentialAction\\.[A-Z_]+)");

  /** The annotation that has a lone attribute, with whatever else it must have. */
  private static final Map<String, String> HOMES = Map.ofEntries(
      Map.entry("columns", "@Index(%s)"),
      Map.entry("create", "@SqlObject(name = \"a\", drop = \"\", %s)"),
      Map.entry("elements", "@Exclude(%s)"),
      Map.entry("materialized", "@View(query = \"SELECT 1\", %s)"),
      Map.entry("method", "@Index(columns = \"a\", %s)"),
      Map.entry("onDelete", "@References(%s)"),
      Map.entry("onUpdate", "@References(%s)"),
      Map.entry("period", "@ForeignKey(columns = \"a\", references = Object.class, %s)"),
      Map.entry("query", "@View(%s)"),
      Map.entry("schema", "@Table(%s)"),
      Map.entry("type", "@Sequence(name = \"a\", %s)"),
      Map.entry("using", "@Exclude(elements = \"a with =\", %s)"),
      Map.entry(
          "values", "@Partitioned(columns = \"a\", partitions = @Partition(name = \"p\", %s))"),
      Map.entry("with", "@Table(%s)"));

  @Test
  void givesAtMostThreeCompleteWaysOut() {
    for (Sample sample : Samples.all()) {
      assertTrue(sample.fixes().size() <= 3, sample::text);
      sample.fixes().forEach(fix -> assertTrue(isComplete(fix), () -> fix));
    }
  }

  private static boolean isComplete(String fix) {
    // What holds a table up whatever one types.
    if (fix.startsWith("apply it: when nobody needs the table")) {
      return true;
    }
    String label = label(fix);
    boolean says = annotations(label).findAny().isPresent();
    return label.equals(fix)
        ? says
        : (says || label.matches("[a-z ]+"))
            && COMMAND.matcher(fix.substring(label.length())).matches();
  }

  /** What stands before the command; the whole fix where there is none. */
  private static String label(String fix) {
    int command = fix.indexOf(": mvn ");
    return command < 0 ? fix : fix.substring(0, command);
  }

  @Test
  void showsJavaThatCompiles(@TempDir Path output) {
    Set<String> annotations = Samples.all().stream()
        .flatMap(sample -> sample.fixes().stream())
        .map(FixesTest::label)
        .flatMap(FixesTest::annotations)
        .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(annotations.size() > 30, annotations::toString);
    assertEquals(List.of(), errors(source(annotations), output));
  }

  /** The annotations in the text; a lone attribute in one that has it. */
  private static Stream<String> annotations(String fix) {
    List<String> whole = new ArrayList<>();
    Matcher starts = START.matcher(fix);
    for (int at = 0;
        starts.find(at);
        at = starts.start() + whole.get(whole.size() - 1).length()) {
      whole.add(fix.substring(starts.start(), end(fix, starts.end())));
    }
    return whole.isEmpty()
        ? ATTRIBUTE
            .matcher(fix)
            .results()
            .map(
                found -> HOMES.getOrDefault(found.group(1), "@Column(%s)").formatted(found.group()))
        : whole.stream();
  }

  /** Behind the parenthesis that closes the one before that place. */
  private static int end(String fix, int start) {
    Matcher pieces = Pattern.compile(TEXT + "|[()]").matcher(fix);
    int depth = 1;
    for (int at = start; pieces.find(at); at = pieces.end()) {
      depth += pieces.group().equals("(") ? 1 : pieces.group().equals(")") ? -1 : 0;
      if (depth == 0) {
        return pieces.end();
      }
    }
    throw new AssertionError("no end: " + fix);
  }

  private static String source(Set<String> annotations) {
    StringBuilder source = new StringBuilder("import dev.lockstep.annotations.*;\n");
    int number = 0;
    for (String annotation : annotations) {
      source.append(carrier(annotation, "Fix" + number++)).append('\n');
    }
    return source.toString();
  }

  private static String carrier(String annotation, String name) {
    if (annotation.startsWith("@EnumValue(")) {
      return "enum " + name + " { " + annotation + " A }";
    }
    if (annotation.startsWith("@ReplacedValue(")) {
      return "@EnumType(replaced = " + annotation + ") enum " + name + " { A }";
    }
    if (annotation.startsWith("@EnumType(")) {
      return annotation + " enum " + name + " { A }";
    }
    boolean field = annotation.matches("(?s).*@(Column|Computed|Identity|References)\\(.*");
    return field
        ? "class " + name + " { " + annotation + " Object field; }"
        : annotation + " class " + name + " {}";
  }

  private static List<String> errors(String source, Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Fixes.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of(
        "-proc:none",
        "-implicit:none",
        "-d",
        output.toString(),
        "-classpath",
        System.getProperty("java.class.path"));
    compiler.getTask(null, null, diagnostics, options, null, List.of(file)).call();
    return diagnostics.getDiagnostics().stream().map(String::valueOf).toList();
  }
}
