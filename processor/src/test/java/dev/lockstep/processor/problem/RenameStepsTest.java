package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.Hazard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameStepsTest {
  private static RenameSteps column(String newName, Optional<Risk> loss) {
    return new RenameSteps("Column", "name", newName, "b", Set.of("a_2", "a", "b"), loss);
  }

  @Test
  void swapsByWayOfAFreeName() {
    assertEquals(
        List.of(
            "swap in two steps, here alone @Column(name = \"a_3\", renamedFrom = \"b\"): mvn compile"
                + " -Dlockstep.migrate=\"Rename b to a_3\"",
            "then @Column(name = \"a\", renamedFrom = \"a_3\"): mvn compile"
                + " -Dlockstep.migrate=\"Rename a_3 to a\""),
        column("a", Optional.empty()).swap());
  }

  @Test
  void staysOnOneLineWhateverTheName() {
    Risk loss = new Risk(Hazard.DATA_LOSS, "t.a\nb");
    assertEquals(
        List.of(
            "drop the old a\\nb first, here @Column(name = \"b\"): mvn compile"
                + " -Dlockstep.migrate=\"Drop a b\" -Dlockstep.accept=data-loss",
            "then @Column(name = \"a\\nb\", renamedFrom = \"b\"): mvn compile"
                + " -Dlockstep.migrate=\"Rename b to a b\""),
        column("a\nb", Optional.of(loss)).handOver());
  }

  @Test
  void offersNothingWhereNothingCanGo() {
    assertEquals(List.of(), column("a", Optional.empty()).handOver());
  }
}
