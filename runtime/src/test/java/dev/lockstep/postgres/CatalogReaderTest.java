package dev.lockstep.postgres;

import static dev.lockstep.postgres.Database.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogReaderTest {
  @Test
  void leavesTheTransactionAndItsSearchPathAsTheyWere() throws SQLException {
    try (Connection connection = rich(Postgres.NEWEST).getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "SET LOCAL search_path = app", "CREATE TABLE mine (a int)");

      Schema read = CatalogReader.read(connection, "public", sorted("app", "absent"));

      assertEquals("app", text(connection, "SHOW search_path"));
      assertFalse(connection.getAutoCommit());
      assertEquals(Set.of("app"), read.namespaces());
      assertTrue(read.find(new QualifiedName("app", "mine")).isPresent());
      connection.rollback();
      assertEquals("\"$user\", public", text(connection, "SHOW search_path"));
    }
  }

  @Test
  void changesNothingInAutocommit() throws SQLException {
    DataSource database = rich(Postgres.OLDEST);
    String before = CatalogDump.of(database, "public", "app");
    try (Connection connection = database.getConnection()) {
      execute(connection, "SET search_path = app");

      CatalogReader.read(connection, "public", sorted("app"));
      CanonicalSchema.of(connection, RichSchema.schema(Postgres.OLDEST), "public");

      assertEquals("app", text(connection, "SHOW search_path"));
      assertEquals(
          "0", text(connection, "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"));
    }
    assertEquals(before, CatalogDump.of(database, "public", "app"));
  }

  @Test
  void leavesOutWhatASchemaCannotSay() throws SQLException {
    try (Connection connection = Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
      execute(
          connection,
          "CREATE TABLE lockstep_history (id int PRIMARY KEY)",
          "CREATE TABLE p (id int NOT NULL, r int4range) PARTITION BY LIST (id)",
          "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
          "CREATE VIEW v AS SELECT 1",
          "CREATE TABLE t (id int PRIMARY KEY DEFERRABLE, a int)",
          "ALTER TABLE t ADD CONSTRAINT nv CHECK (a > 0) NOT VALID",
          "ALTER TABLE t ADD CONSTRAINT ne CHECK (a > 0) NOT ENFORCED",
          "ALTER TABLE t ADD CONSTRAINT ni CHECK (a > 0) NO INHERIT",
          "ALTER TABLE p1 ADD UNIQUE (id)",
          "CREATE TABLE u (id int REFERENCES p1 (id) MATCH FULL)",
          "ALTER TABLE u ADD CONSTRAINT sn FOREIGN KEY (id) REFERENCES p1 (id) ON DELETE SET NULL (id)",
          "CREATE INDEX invalid ON u (id)",
          "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'invalid'::regclass");

      Schema read = CatalogReader.read(connection, "public", new TreeSet<>());

      assertEquals(
          List.of("p", "t", "u"),
          read.tables().keySet().stream().map(QualifiedName::name).toList());
      read.tables().values().forEach(table -> {
        assertTrue(table.constraints().isEmpty(), table::toString);
        assertTrue(table.indexes().isEmpty(), table::toString);
      });
    }
  }

  @Test
  void readsIdentitiesAsTheyWereDeclared() throws SQLException {
    try (Connection connection = rich(Postgres.NEWEST).getConnection()) {
      Schema read = CatalogReader.read(connection, "public", new TreeSet<>());

      assertEquals(Identity.byDefault(), identity(read, "identity_small", "id"));
      assertEquals(Identity.byDefault().increment(-1), identity(read, "identity_down", "id"));
      assertEquals(
          new Identity(true, 100L, 5L, 10L, 1000L, 20L, true),
          identity(read, "identity_all", "id"));
    }
  }

  private static Identity identity(Schema schema, String table, String column) {
    return schema
        .table(QualifiedName.of(table))
        .columns()
        .get(column)
        .identityOption()
        .orElseThrow();
  }

  /** Each difference that a person could make by hand shows. */
  @ParameterizedTest
  @MethodSource("drifts")
  void seesDrift(String drift) throws SQLException {
    try (Connection connection = drifting().getConnection()) {
      connection.setAutoCommit(false);
      Schema before = CatalogReader.read(connection, "public", sorted("app"));
      execute(connection, drift);

      assertNotEquals(before, CatalogReader.read(connection, "public", sorted("app")));
      connection.rollback();
    }
  }

  static List<String> drifts() {
    return List.of(
        "ALTER TABLE columns ADD COLUMN z int",
        "ALTER TABLE columns DROP COLUMN i",
        "ALTER TABLE columns ALTER a DROP NOT NULL",
        "ALTER TABLE columns ALTER a SET DEFAULT 1",
        "ALTER TABLE columns ALTER a DROP DEFAULT",
        "ALTER TABLE docs ALTER c TYPE varchar(11) COLLATE \"C\"",
        "ALTER TABLE docs ALTER c TYPE varchar(10)",
        "ALTER TABLE columns ALTER e DROP EXPRESSION",
        "ALTER TABLE columns RENAME COLUMN d TO dd",
        "ALTER TABLE columns RENAME TO columns2",
        "ALTER TABLE identities ALTER plain SET GENERATED BY DEFAULT",
        "ALTER TABLE identities ALTER plain DROP IDENTITY",
        "ALTER TABLE identity_all ALTER id SET CACHE 21",
        "ALTER TABLE identity_all ALTER id SET NO CYCLE",
        "ALTER TABLE identity_all ALTER id SET MAXVALUE 999",
        "ALTER TABLE columns DROP CONSTRAINT columns_a_check",
        "ALTER TABLE columns DROP CONSTRAINT columns_a_check, ADD CONSTRAINT columns_a_check CHECK (a >= 1 AND a < 10)",
        "ALTER TABLE keys DROP CONSTRAINT keys_c_key, ADD CONSTRAINT keys_c_key UNIQUE (c) DEFERRABLE",
        "ALTER TABLE keys DROP CONSTRAINT keys_c_key, ADD CONSTRAINT keys_c_key UNIQUE (c) INCLUDE (d)",
        "ALTER TABLE docs DROP CONSTRAINT not_distinct, ADD CONSTRAINT not_distinct UNIQUE (b)",
        "ALTER TABLE node DROP CONSTRAINT node_pkey CASCADE",
        "ALTER TABLE node ALTER CONSTRAINT node_user_id_fkey DEFERRABLE INITIALLY IMMEDIATE",
        "ALTER TABLE node DROP CONSTRAINT node_keys_fkey",
        "ALTER TABLE node RENAME CONSTRAINT node_keys_fkey TO other",
        "ALTER TABLE node DROP CONSTRAINT node_parent_id_fkey, ADD CONSTRAINT node_parent_id_fkey"
            + " FOREIGN KEY (parent_id) REFERENCES node (id)",
        "DROP INDEX plain",
        "ALTER INDEX plain RENAME TO plane",
        "CREATE INDEX another ON docs (a)",
        "ALTER INDEX \"full\" SET (fillfactor = 71)",
        "DROP INDEX partial; CREATE INDEX partial ON docs (b) WHERE b > 1",
        "DROP INDEX ordered; CREATE INDEX ordered ON docs (a DESC, b NULLS FIRST, c DESC)",
        "DROP INDEX classes; CREATE INDEX classes ON docs (a, c COLLATE \"ucs_basic\")",
        "DROP INDEX classes; CREATE INDEX classes ON docs (a text_pattern_ops, c)",
        "DROP INDEX one; CREATE INDEX one ON docs (a, b)",
        "DROP INDEX hash; CREATE INDEX hash ON docs (a)",
        "DROP INDEX expression; CREATE INDEX expression ON docs (lower(a) DESC, (b + 1), b)",
        "DROP INDEX not_distinct_idx; CREATE UNIQUE INDEX not_distinct_idx ON docs ((b + 1))",
        "DROP INDEX bloom; CREATE INDEX bloom ON docs USING brin (b int4_bloom_ops)",
        "COMMENT ON TABLE nothing IS 'x'",
        "COMMENT ON COLUMN app.\"user\".name IS NULL",
        "DROP TABLE nothing",
        "CREATE TABLE app.other (a int)",
        "ALTER TABLE app.\"user\" SET SCHEMA \"empty schema\"",
        "DROP SCHEMA app CASCADE");
  }

  private static DataSource drifting;

  /** One database for all drifts, each of which is rolled back. */
  private static synchronized DataSource drifting() throws SQLException {
    if (drifting == null) {
      drifting = rich(Postgres.NEWEST);
    }
    return drifting;
  }
}
