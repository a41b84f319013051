package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.json;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SwapTrial.USER;
import static dev.lockstep.SwapTrial.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.RollingRename;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns with two names for a while: an old and a new version of an application both write. */
class RollingRenameTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  /** At the schema before; then with both columns; then with the new one alone. */
  private static SwapTrial trial(int major, Schema from, String column, String newName) {
    RenameColumn plain = new RenameColumn(USER, column, newName);
    RollingRename rename = RollingRename.of(plain, from).orElseThrow();
    Schema both = Operations.apply(rename.expand(), from);
    Schema to = plain.applyTo(from);
    assertEquals(to, Operations.apply(rename.contract(), both));
    assertEquals(both, Operations.apply(rename.contractBack(), to));
    assertEquals(from, Operations.apply(rename.expandBack(), both));
    return new SwapTrial(major, from, rename.expand(), both, rename.expandBack())
        .and(rename.contract(), to, rename.contractBack());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void bothVersionsOfTheCodeWrite(int major) {
    Schema from = schema(editor -> {
      editor.createTable(
          "team", column("id", bigint()).notNull().identity(), primaryKey("team_pkey", "id"));
      editor.createTable(
          "user",
          column("id", bigint()).notNull().identity(),
          column("mail", varchar(80)).notNull().defaultValue("'none'"),
          column("team_id", bigint()),
          primaryKey("user_pkey", "id"),
          check("user_mail_check", "mail <> ''"));
      editor.createIndex("user", index("user_mail", "(lower(mail))").where("mail <> 'none'"));
      editor.commentOnColumn("user", "mail", "where to write");
    });
    SwapTrial trial = trial(major, from, "mail", "email");
    trial.run("INSERT INTO \"user\" (mail) SELECT 'm' || n FROM generate_series(1, 3000) n");
    String old = "INSERT INTO \"user\" (mail) VALUES ('old%d');"
        + " UPDATE \"user\" SET mail = mail || '!' WHERE id = %d; INSERT INTO \"user\" DEFAULT VALUES";
    String fresh = "INSERT INTO \"user\" (email) VALUES ('new%d');"
        + " UPDATE \"user\" SET email = email || '?' WHERE id = %d; INSERT INTO \"user\" DEFAULT VALUES";
    trial.during(old, trial::up);
    trial.requireSchema();
    trial.during(old, () -> trial.during(fresh, () -> trial.run("SELECT 1")));
    assertEquals(
        "0", trial.read("SELECT count(*) FROM \"user\" WHERE mail IS DISTINCT FROM email"));
    String sum = trial.read("SELECT md5(string_agg(mail, ',' ORDER BY id)) FROM \"user\"");

    trial.up();
    trial.requireSchema();
    assertEquals(sum, trial.read("SELECT md5(string_agg(email, ',' ORDER BY id)) FROM \"user\""));
    trial.during(fresh, trial::down);
    trial.requireSchema();
    trial.during(old, () -> trial.during(fresh, () -> trial.run("SELECT 1")));
    assertEquals(
        "0", trial.read("SELECT count(*) FROM \"user\" WHERE mail IS DISTINCT FROM email"));
    sum = trial.read("SELECT md5(string_agg(email, ',' ORDER BY id)) FROM \"user\"");

    trial.down();
    trial.requireSchema();
    assertEquals(sum, trial.read("SELECT md5(string_agg(mail, ',' ORDER BY id)) FROM \"user\""));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aKeyWithItsIdentityIsRenamed(int major) {
    Schema from = schema(editor -> editor.createTable(
        "user",
        column("id", integer()).notNull().identity(),
        column("note", text()),
        primaryKey("user_pkey", "id"),
        unique("user_note_id_key", "note", "id")));
    SwapTrial trial = trial(major, from, "id", "user_id");
    trial.run("INSERT INTO \"user\" (note) SELECT n FROM generate_series(1, 300) n");
    String write = "INSERT INTO \"user\" (note) VALUES ('w%d')";
    trial.during(write, trial::up);
    trial.requireSchema();
    trial.during(write, trial::up);
    trial.requireSchema();
    trial.run("DELETE FROM \"user\" WHERE user_id = (SELECT max(user_id) FROM \"user\")");
    trial.requireNext("user_id", 2, "INSERT INTO \"user\" (note) VALUES ('next')");
    trial.during(write, trial::down);
    trial.requireSchema();
    trial.down();
    trial.requireSchema();
    trial.requireNext("id", 1, "INSERT INTO \"user\" (note) VALUES ('more')");
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aReferenceASequenceAndATypeWithoutEqualityAreRenamed(int major) {
    Schema from = schema(editor -> {
      editor.createSequence(sequence("user_number").start(1000));
      editor.createTable(
          "user",
          column("id", bigint()).notNull().identity(),
          column("boss_id", bigint()),
          column("number", bigint()).defaultValue("nextval('user_number')"),
          column("data", json()),
          primaryKey("user_pkey", "id"),
          foreignKey("user_boss_id_fkey", "boss_id").references("user", "id"));
      editor.setSequenceOwner("user_number", "user", "number");
    });
    for (String column : List.of("boss_id", "number", "data")) {
      SwapTrial trial = trial(major, from, column, "x");
      trial.run("INSERT INTO \"user\" (boss_id, data) VALUES (1, '{\"a\": 1}'), (1, NULL)");
      String before = trial.read("SELECT " + column + " FROM \"user\" ORDER BY id");
      trial.up();
      trial.requireSchema();
      trial.run("UPDATE \"user\" SET id = id");
      trial.up();
      trial.requireSchema();
      assertEquals(before, trial.read("SELECT x FROM \"user\" ORDER BY id"));
      trial.down();
      trial.requireSchema();
      trial.run("UPDATE \"user\" SET x = NULL WHERE id = 1");
      trial.run("UPDATE \"user\" SET " + column + " = NULL WHERE id = 2");
      assertEquals("t,t", trial.read("SELECT x IS NULL AND " + column + " IS NULL FROM \"user\""));
      trial.down();
      trial.requireSchema();
    }
  }

  @Test
  void whatAnotherTableReferencesHasOneName() {
    Schema from = schema(editor -> {
      editor.createTable("user", column("id", bigint()).notNull(), primaryKey("user_pkey", "id"));
      editor.createTable(
          "pet",
          column("owner", bigint()),
          foreignKey("pet_owner_fkey", "owner").references("user", "id"));
    });

    assertEquals(
        Optional.of("foreign key \"pet_owner_fkey\" of table \"pet\" references it"),
        RollingRename.obstacle(from, USER, "id"));
    assertEquals(Optional.empty(), RollingRename.of(new RenameColumn(USER, "id", "key"), from));
  }
}
