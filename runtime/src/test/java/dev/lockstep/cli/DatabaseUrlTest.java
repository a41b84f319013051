package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.UsageException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  private static String described(DatabaseUrl url) {
    Map<Object, Object> properties = new TreeMap<>(url.properties());
    properties.remove("ApplicationName");
    return url.jdbcUrl() + " " + properties;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://h/d | jdbc:postgresql://h/d {}",
        "jdbc:postgresql://h:1/d?user=u&ssl=true&password=p%20w | jdbc:postgresql://h:1/d?ssl=true"
            + " {password=p w, user=u}",
        "jdbc:postgresql:d | jdbc:postgresql:d {}",
        "postgres://h/d | jdbc:postgresql://h/d {}",
        "postgres://u@h/d | jdbc:postgresql://h/d {user=u}",
        "postgresql://u%40x:p%3A%2F@h:7/d?sslmode=require | jdbc:postgresql://h:7/d?sslmode=require"
            + " {password=p:/, user=u@x}",
        "postgres://u:a+b@h1:1,h2:2/d | jdbc:postgresql://h1:1,h2:2/d {password=a+b, user=u}",
        "postgres://u:p@h | jdbc:postgresql://h/ {password=p, user=u}",
        "postgres://[::1]:5/d | jdbc:postgresql://[::1]:5/d {}",
      })
  void readsUrls(String url, String meaning) {
    assertEquals(meaning, described(DatabaseUrl.of(url, null, null, Map.of())));
  }

  @Test
  void theOptionComesBeforeTheVariables() {
    Map<String, String> environment = Map.of(
        "LOCKSTEP_URL", "jdbc:postgresql://lockstep/d",
        "DATABASE_URL", "postgres://du:dp@database/d",
        "PGHOST", "variables");

    assertEquals(
        "jdbc:postgresql://option/d {}",
        described(DatabaseUrl.of("jdbc:postgresql://option/d", null, null, environment)));
    assertEquals(
        "jdbc:postgresql://lockstep/d {}",
        described(DatabaseUrl.of(null, null, null, environment)));
    assertEquals(
        "jdbc:postgresql://database/d {password=op, user=ou}",
        described(DatabaseUrl.of(
            null, "ou", "op", Map.of("DATABASE_URL", "postgres://du:dp@database/d"))));
  }

  @Test
  void variablesFillWhatTheUrlLeavesOpen() {
    assertEquals(
        "jdbc:postgresql://h/d {password=pp, sslmode=require, user=u}",
        described(DatabaseUrl.of(
            "postgres://u@h/d",
            null,
            null,
            Map.of("PGUSER", "pu", "PGPASSWORD", "pp", "PGSSLMODE", "require"))));
    assertEquals(
        "jdbc:postgresql://h:7/d {user=u}",
        described(DatabaseUrl.of(
            null,
            null,
            null,
            Map.of("PGHOST", "h", "PGPORT", "7", "PGDATABASE", "d", "PGUSER", "u"))));
    assertEquals(
        "jdbc:postgresql://localhost:5432/d {}",
        described(DatabaseUrl.of(null, null, null, Map.of("PGDATABASE", "d"))));
  }

  @Test
  void refusesTheFolderOfASocket() {
    assertEquals(
        "SocketUnsupported",
        assertThrows(
                UsageException.class,
                () -> DatabaseUrl.of(null, null, null, Map.of("PGHOST", "/var/run")))
            .code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:geh%eim@h/d",
        "postgres://u:geheim%@h/d",
        "postgres://u%zz:geheim@h/d",
        "jdbc:postgresql://h/d?user=u&password=geh%eim",
        "jdbc:postgresql://h/d?user=u%&password=geheim",
        "postgres://u:1/geheim@h/d",
        "jdbc:postgresql://u:geheim@h:5432/d",
      })
  void refusesWhatItCannotReadWithoutShowingIt(String url) {
    UsageException refusal =
        assertThrows(UsageException.class, () -> DatabaseUrl.of(url, null, null, Map.of()));

    assertEquals("UrlInvalid", refusal.code());
    assertFalse(refusal.getMessage().contains("eim"), refusal.getMessage());
    assertNull(refusal.getCause());
  }

  @Test
  void printsWithoutThePassword() {
    assertFalse(DatabaseUrl.of("postgres://u:geheim@h/d", null, null, Map.of())
        .toString()
        .contains("geheim"));
  }
}
