package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.problem.Samples.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
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
      "[a-z ]+: mvn compile"
          + " -Dlockstep\\.migrate=\"[^\"$`\\\\!%\\p{Cntrl}]+\"( -Dlockstep\\.(accept=[a-z,-]+|empty=true))?");
  private static final String TEXT = "\"(?:\\\\.|[^\"\\\\])*\"";
  private static final Pattern ANNOTATION =
      Pattern.compile("(?:@Identity )?@(Table|Column|Unique|Computed|Database)" + "\\((?:[^\"()]|"
          + TEXT + ")*\\)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\b(renamedFrom|name|onDelete|onUpdate) = (" + TEXT + "|[A-Za-z_.]+)");

  @Test
  void givesAtMostThreeCompleteWaysOut() {
    for (Sample sample : Samples.all()) {
      assertTrue(sample.fixes().size() <= 3, sample::text);
      sample.fixes().forEach(fix -> assertTrue(isComplete(fix), () -> fix));
    }
  }

  private static boolean isComplete(String fix) {
    return fix.contains("mvn ")
        ? COMMAND.matcher(fix).matches()
        : annotations(fix).findAny().isPresent();
  }

  @Test
  void showsJavaThatCompiles(@TempDir Path output) {
    Set<String> annotations = Samples.all().stream()
        .flatMap(sample -> sample.fixes().stream())
        .filter(fix -> !fix.contains("mvn "))
        .flatMap(FixesTest::annotations)
        .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(annotations.size() > 30, annotations::toString);
    assertEquals(List.of(), errors(source(annotations), output));
  }

  /** The annotations in the text; a lone attribute in one that has it. */
  private static Stream<String> annotations(String fix) {
    List<String> whole =
        ANNOTATION.matcher(fix).results().map(MatchResult::group).toList();
    return whole.isEmpty()
        ? ATTRIBUTE.matcher(fix).results().map(FixesTest::annotation)
        : whole.stream();
  }

  private static String annotation(MatchResult attribute) {
    String annotation = attribute.group(1).startsWith("on") ? "References" : "Column";
    return "@" + annotation + "(" + attribute.group() + ")";
  }

  private static String source(Set<String> annotations) {
    StringBuilder source = new StringBuilder("import dev.lockstep.annotations.*;\n");
    int number = 0;
    for (String annotation : annotations) {
      boolean field = annotation.matches("(?s).*@(Column|Computed|References)\\(.*");
      String name = "Fix" + number++;
      source.append(
          field
              ? "class " + name + " { " + annotation + " Object field; }\n"
              : annotation + " class " + name + " {}\n");
    }
    return source.toString();
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
