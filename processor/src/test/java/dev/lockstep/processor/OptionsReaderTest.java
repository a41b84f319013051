package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsReaderTest {
  private static final Options DEFAULTS =
      new Options(null, false, null, Set.of(), false, Check.ERROR, true, false, null);

  @Test
  void hasDefaults() {
    assertEquals(DEFAULTS, OptionsReader.read(Map.of("other", "x"), Map.of()).options());
  }

  @Test
  void readsEveryOption() {
    OptionsReader.Read read = OptionsReader.read(
        Map.of(
            "lockstep.migrate", " Add it ",
            "lockstep.accept", "data-loss, REWRITE, data-loss:user.fax",
            "lockstep.empty", "true",
            "lockstep.check", "warn",
            "lockstep.online", "false",
            "lockstep.sources", "src"),
        Map.of());

    assertEquals(List.of(), read.problems());
    assertEquals(
        new Options(
            " Add it ",
            false,
            null,
            Set.of(
                new Risk(Hazard.DATA_LOSS, ""),
                new Risk(Hazard.REWRITE, ""),
                new Risk(Hazard.DATA_LOSS, "user.fax")),
            true,
            Check.WARN,
            false,
            false,
            "src"),
        read.options());
  }

  @Test
  void rollsOnlyInTheOnlineForm() {
    Map<String, String> rolling = Map.of("lockstep.rolling", "true");

    assertEquals(
        new Options(null, false, null, Set.of(), false, Check.ERROR, true, true, null),
        OptionsReader.read(rolling, Map.of()).options());
    assertProblem(
        rolling,
        Map.of("lockstep.online", "false"),
        "lockstep.rolling and lockstep.online=false contradict each other");
  }

  @Test
  void aProcessorOptionWinsOverASystemProperty() {
    Options options = OptionsReader.read(
            Map.of("lockstep.check", "off"),
            Map.of("lockstep.check", "warn", "lockstep.migrate", "From a property"))
        .options();

    assertEquals(Check.OFF, options.check());
    assertEquals("From a property", options.migrate());
  }

  @Test
  void refusesWhatIsNoOption() {
    assertProblem(
        Map.of("lockstep.migrat", "x"),
        Map.of(),
        "there is no option lockstep.migrat; did you mean lockstep.migrate?");
    assertProblem(Map.of("lockstep.colour", "x"), Map.of(), "there is no option lockstep.colour");
    assertProblem(
        Map.of(),
        Map.of("lockstep.migration", "x"),
        "there is no option lockstep.migration; did you mean lockstep.migrate?");
    assertEquals(
        List.of(),
        OptionsReader.read(Map.of(), Map.of("lockstep.postgres", "x")).problems());
  }

  @Test
  void refusesWhatIsNoValue() {
    assertProblem(
        Map.of("lockstep.accept", "data-los"),
        Map.of(),
        "lockstep.accept names \"data-los\", which is no hazard");
    assertProblem(
        Map.of("lockstep.accept", "data-loss:"),
        Map.of(),
        "lockstep.accept names \"data-loss:\", which is no hazard");
    assertProblem(Map.of("lockstep.check", "loud"), Map.of(), "lockstep.check is \"loud\"");
    assertProblem(Map.of("lockstep.empty", "yes"), Map.of(), "lockstep.empty is \"yes\"");
    assertProblem(Map.of("lockstep.empty", "true"), Map.of(), "lockstep.empty needs a description");
    assertProblem(Map.of("lockstep.online", ""), Map.of(), "lockstep.online is \"\"");
    assertProblem(Map.of("lockstep.sources", ""), Map.of(), "lockstep.sources is empty");
    assertProblem(Map.of("lockstep.migrate", " "), Map.of(), "lockstep.migrate is empty");
  }

  private static void assertProblem(
      Map<String, String> given, Map<String, String> properties, String message) {
    List<Problem> problems = OptionsReader.read(given, properties).problems();
    assertEquals(List.of(message), problems.stream().map(Problem::message).toList());
    assertEquals(1, problems.get(0).fixes().size());
  }
}
