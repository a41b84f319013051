package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.MigrationFailedException;
import dev.lockstep.MigrationFailedException.Failure;
import dev.lockstep.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  @Test
  void hasAllWhoBlock() {
    List<String> blockers = List.of("pid 1 (a)", "pid 2 (b)", "pid 3 (c)", "pid 4 (d)");
    MigrationFailedException failure = new MigrationFailedException(
        Outcome.FAILED,
        "Blocked",
        "M0001_A was rolled back",
        List.of(),
        new Failure("M0001_A", List.of(), "DROP TABLE a", "55P03", blockers),
        null);

    assertEquals(blockers, ReportJson.failure(failure, Outcome.FAILED).get("blockedBy"));
  }
}
