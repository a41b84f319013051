package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.problem.Samples.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** README lists every code with a message that the processor really prints. */
class CatalogueTest {
  private static final Pattern ENTRY =
      Pattern.compile("(?s)#### `(\\w+)`\\n\\n.+?\\n\\n```\\n(.+?)\\n```\\n");

  @Test
  void listsEveryCodeOnceWithATrueSample() throws IOException {
    Set<String> codes =
        Samples.all().stream().map(Sample::code).collect(Collectors.toCollection(TreeSet::new));
    Set<Sample> printed = Set.copyOf(Samples.all());
    List<Sample> listed = ENTRY
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(CatalogueTest::sample)
        .filter(sample -> codes.contains(sample.code()))
        .toList();
    assertEquals(List.copyOf(codes), listed.stream().map(Sample::code).sorted().toList());
    listed.forEach(sample -> assertTrue(printed.contains(sample), sample::text));
  }

  private static Sample sample(MatchResult entry) {
    return new Sample(entry.group(1), entry.group(2));
  }
}
