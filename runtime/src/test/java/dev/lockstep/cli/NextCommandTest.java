package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextCommandTest {
  @Test
  void quotesAsAShellReadsIt() {
    assertEquals(
        "lockstep upgrade --schema 'it'\\''s a $HOME' --url postgres://u@h/d",
        NextCommand.of(
            List.of("upgrade", "--schema", "it's a $HOME", "--url", "postgres://u@h/d")));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://h/d, postgres://h/d",
    "postgres://u:p@h/d, postgres://u@h/d",
    "postgresql://u:p:q%40@h1:1;h2/d?sslmode=require, postgresql://u@h1:1;h2/d?sslmode=require",
    "postgres://u:p@x@h/d, postgres://u@h/d",
    "jdbc:postgresql://h/d?user=u&password=p&ssl=true, jdbc:postgresql://h/d?user=u&ssl=true",
    "jdbc:postgresql://h/d?password=p, jdbc:postgresql://h/d",
    "jdbc:postgresql://h/d?sslpassword=p&user=u, jdbc:postgresql://h/d?user=u",
    "jdbc:postgresql://h/d?password=p&user=u&sslPassword=q, jdbc:postgresql://h/d?user=u",
  })
  void showsNoPassword(String url, String shown) {
    assertEquals(List.of("--url", shown), NextCommand.url(url));
  }
}
