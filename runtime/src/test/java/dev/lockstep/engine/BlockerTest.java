package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockerTest {
  private static Blocker session(String kind, long seconds, String query) {
    return new Blocker(7, "", "", "active", kind, seconds, query, "");
  }

  private static Blocker prepared(String name) {
    return new Blocker(0, "", "app", "", "", 5, "", name);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "119, 119 s",
    "120, 2 min",
    "7199, 119 min",
    "7200, 2 h",
    "172799, 47 h",
    "172800, 2 days",
  })
  void roundsAges(long seconds, String shown) {
    assertEquals(
        "pid 7 (active, begun " + shown + " ago)",
        session("client backend", seconds, "").words());
  }

  @Test
  void doesNotEndTheServersOwn() {
    Blocker vacuum =
        session("autovacuum worker", 60, "autovacuum: VACUUM public.user (to prevent wraparound)");

    assertEquals(
        "pid 7 (autovacuum worker, active, begun 60 s ago): autovacuum: VACUUM public.user"
            + " (to prevent wraparound)",
        vacuum.words());
    assertEquals(Optional.empty(), vacuum.end());
  }

  @Test
  void saysNoMoreThanTheServerTells() {
    assertEquals(
        "pid 7", new Blocker(7, "", "", "", "", -1, "<insufficient privilege>", "").words());
  }

  @Test
  void hidesPasswordsBeforeItCuts() {
    String head = "SELECT " + "x".repeat(47) + "; ALTER ROLE a PASSWORD ";

    assertEquals(
        "pid 7 (active): SELECT " + "x".repeat(47) + "; ALTER ROLE a PASSWORD '* ...",
        session("client backend", -1, head + "'a secret that the server cut").words());
  }

  @Test
  void cutsBetweenCharacters() {
    assertEquals(
        "pid 7 (active): " + "\ud83d\ude00".repeat(80) + " ...",
        session("client backend", -1, "\ud83d\ude00".repeat(81)).words());
  }

  @Test
  void showsNoEndWhoseTextWouldNotSurvive() {
    assertEquals(Optional.of("ROLLBACK PREPARED 'it''s'"), prepared("it's").end());
    assertEquals(
        "prepared transaction 'a b' (app, prepared 5 s ago)", prepared("a\nb").words());
    assertEquals(Optional.empty(), prepared("a\nb").end());
  }
}
