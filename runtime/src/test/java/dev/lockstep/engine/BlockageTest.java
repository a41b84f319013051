package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockageTest {
  private static final Blocker VACUUM =
      new Blocker(3, "", "", "active", "autovacuum worker", -1, "autovacuum: VACUUM a", "");
  private static final Blocker SHOP =
      new Blocker(4, "shop", "", "", "client backend", -1, "UPDATE a", "");

  @Test
  void saysNothingMoreWhereAllLetGo() {
    Blockage gone = new Blockage(true, List.of());

    assertEquals(List.of(), gone.details());
    assertEquals("timeout", gone.reason("timeout"));
  }

  @Test
  void endsTheFirstThatCanBeEnded() {
    assertEquals(
        List.of(
            "blocked by: pid 3 (autovacuum worker, active): autovacuum: VACUUM a",
            "blocked by: pid 4 (shop): UPDATE a",
            "end one: SELECT pg_terminate_backend(4)"),
        new Blockage(true, List.of(VACUUM, SHOP)).details());
    assertEquals(
        List.of("blocked by: pid 3 (autovacuum worker, active): autovacuum: VACUUM a"),
        new Blockage(true, List.of(VACUUM)).details());
  }

  @Test
  void saysWhereItIsNotSure() {
    Blockage unsure = new Blockage(false, List.of(SHOP));

    assertEquals("perhaps blocked by pid 4 (shop): UPDATE a; timeout", unsure.reason("timeout"));
    assertEquals(
        List.of(
            "perhaps blocked by: pid 4 (shop): UPDATE a", "end it: SELECT pg_terminate_backend(4)"),
        unsure.details());
  }
}
