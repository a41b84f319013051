package dev.lockstep.engine;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  private static String of(Consumer<SchemaEditor> upgrade) {
    return Checksum.of(SchemaEditor.record(upgrade));
  }

  private static String ofSql(String sql) {
    return of(schema -> schema.sql(sql));
  }

  /** Stored in databases: a new way of making them needs a new prefix. */
  @Test
  void neverChanges() {
    assertEquals(
        "s1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", of(schema -> {}));
    assertEquals(
        "s1:674a72f0a537986e6aa3fede06dab71bff5fe2228cda5f02c4e15f59879254c8", of(schema -> {
          schema.createTable("user", column("id", bigint()).notNull());
          schema.sql("SELECT 1");
          schema.run("work", connection -> {});
        }));
  }

  @Fault(Scenario.LINE_ENDINGS)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select  'a  b'\n from t",
        "select 'a  b' from t -- why",
        "/* why */ select 'a  b'\r\n\tfrom t"
      })
  void commentsAndWhiteSpaceDoNotCount(String sql) {
    assertEquals(ofSql("select 'a  b' from t"), ofSql(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 'a b' from t", "select 'a  b' from u", "select 'a  b'; from t"})
  void everythingElseCounts(String sql) {
    assertNotEquals(ofSql("select 'a  b' from t"), ofSql(sql));
  }

  @Test
  void orderAndBordersOfStepsCount() {
    Set<String> checksums = new HashSet<>(List.of(
        of(schema -> {
          schema.sql("a");
          schema.sql("b");
        }),
        of(schema -> {
          schema.sql("b");
          schema.sql("a");
        }),
        ofSql("a b"),
        of(schema -> schema.run("a", connection -> {})),
        of(schema -> schema.run("b", connection -> {})),
        ofSql("a"),
        ofSql(""),
        of(schema -> {})));

    assertEquals(8, checksums.size());
  }
}
