package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE ROLE a PASSWORD 'x' LOGIN | CREATE ROLE a PASSWORD '***' LOGIN",
        "ALTER USER a ENCRYPTED password E'it\\'s' | ALTER USER a ENCRYPTED password '***'",
        "ALTER USER a PASSWORD /* the */ $$x$$; ALTER USER b PASSWORD 'y' | ALTER USER a PASSWORD"
            + " /* the */ '***'; ALTER USER b PASSWORD '***'",
        "SELECT 'PASSWORD' | SELECT 'PASSWORD'",
        "ALTER USER a PASSWORD NULL | ALTER USER a PASSWORD NULL",
      })
  void hidesPasswords(String sql, String hidden) {
    assertEquals(hidden, Secrets.hidden(sql));
  }
}
