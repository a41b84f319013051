package dev.lockstep.postgres;

import static dev.lockstep.SchemaElements.*;
import static dev.lockstep.postgres.Database.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the renderer writes, the reader reads back, after every operation and its reverse. */
class ReadBackTest {
  @Test
  void readsBackEachAlterationAndItsReverse() {
    Postgres.onEach(ReadBackTest::readBackEachAlterationAndItsReverse);
  }

  private static void readBackEachAlterationAndItsReverse(int major) throws SQLException {
    DataSource database = rich(major);
    try (Connection connection = database.getConnection()) {
      PostgresDdl ddl = new PostgresDdl("public", major);
      Schema schema = RichSchema.schema(major);
      for (Consumer<SchemaEditor> alteration : alterations().toList()) {
        List<Operation> up = SchemaEditor.record(alteration);
        String before = CatalogDump.of(database, "public", "app");

        Schema altered = apply(connection, ddl, up, schema);
        String after = CatalogDump.of(database, "public", "app");
        apply(connection, ddl, Operations.reverse(up, schema), altered);
        assertSameLines(
            before.lines().toList(),
            CatalogDump.of(database, "public", "app").lines().toList(),
            sql(ddl, up));
        apply(connection, ddl, up, schema);
        assertSameLines(
            after.lines().toList(),
            CatalogDump.of(database, "public", "app").lines().toList(),
            sql(ddl, up));
        schema = altered;
      }
    }
  }

  private static Schema apply(
      Connection connection, PostgresDdl ddl, List<Operation> operations, Schema before)
      throws SQLException {
    for (Operation operation : operations) {
      execute(connection, ddl.sql(operation));
    }
    Schema after = Operations.apply(operations, before);
    Schema canonical = CanonicalSchema.of(connection, after, "public");
    Schema read = ours(
        CatalogReader.read(connection, "public", CanonicalSchema.namespacesOf(after)), canonical);
    assertEquals(List.of(), SchemaDiffer.changes(canonical, read), () -> sql(ddl, operations));
    return after;
  }

  private static String sql(PostgresDdl ddl, List<Operation> operations) {
    return String.join(";\n", operations.stream().map(ddl::sql).toList());
  }

  /** SQL objects cannot be read; a partition that is detached is a table that nobody knows. */
  private static Schema ours(Schema read, Schema expected) {
    Schema ours = read;
    for (ObjectKey key : read.objects().keySet()) {
      ours = expected.find(key).isPresent() ? ours : ours.withoutObject(key);
    }
    for (QualifiedName table : read.tables().keySet()) {
      ours = expected.find(table).isPresent() ? ours : ours.withoutTable(table);
    }
    for (SqlObject object : expected.objects(SqlObject.class).toList()) {
      ours = ours.withObject(object);
    }
    return ours;
  }

  private static Stream<Consumer<SchemaEditor>> alterations() {
    return Stream.of(
        schema -> {
          schema.createExtension("isn");
          schema.createEnum("isn", "a", "b");
        },
        schema -> schema.addConstraint(
            "booking",
            exclude("Again", "btree", "(lower(name)) collate \"C\" text_pattern_ops with =")),
        schema -> schema.renameEnum("isn", "not isn"),
        schema -> schema.setEnumSchema("not isn", "app"),
        schema -> schema.in("app").setEnumSchema("not isn", ""),
        schema -> schema.commentOnEnum("not isn", "it's"),
        schema -> schema.addEnumValue("not isn", "c"),
        schema -> schema.addEnumValueBefore("not isn", "it's", "a"),
        schema -> schema.renameEnumValue("mood", "it's ok", "it's \"fine\""),
        schema -> schema.addEnumValueBefore("mood", "bored", "sad"),
        schema -> schema.alterSequence(sequence("All seq").min(5).max(60).increment(3)),
        schema -> schema.alterSequence(
            sequence("plain_seq").as(smallint()).increment(-5).cycle()),
        schema -> schema.renameSequence("plain_seq", "Plain 'seq"),
        schema -> schema.setSequenceSchema("Plain 'seq", "app"),
        schema -> schema.in("app").commentOnSequence("Plain 'seq", "plain"),
        schema -> schema.dropSequenceOwner("ticket_id_seq"),
        schema -> schema.setSequenceOwner("ticket_id_seq", "ticket", "number"),
        schema -> schema.restartSequence("ticket_id_seq", "ticket", "id"),
        schema -> {
          schema.createSequence(sequence("into"));
          schema.continueSequence("into", "identities", "plain");
        },
        schema -> {
          schema.dropDefault("ticket", "id");
          schema.addIdentity("ticket", "id");
          schema.continueIdentity("ticket", "id", "ticket_id_seq");
        },
        schema -> schema.setTableParameters(
            "stored", "fillfactor", "80", "toast.log_autovacuum_min_duration", "7"),
        schema -> schema.resetTableParameters("stored", "toast.autovacuum_enabled", "fillfactor"),
        schema -> schema.setIndexParameters("full", "fillfactor", "90", "deduplicate_items", "off"),
        schema -> schema.resetIndexParameters("full", "fillfactor"),
        schema -> schema.setIndexParameters("mood_count_mood", "fillfactor", "90"),
        schema -> schema.setViewParameters("over_view", "security_barrier", "on"),
        schema -> schema.resetViewParameters("sad_person", "security_barrier", "check_option"),
        schema -> schema.setMaterializedViewParameters("mood_count", "fillfactor", "90"),
        schema -> schema.resetMaterializedViewParameters("mood_count", "fillfactor"),
        schema -> schema.setUnlogged("stored"),
        schema -> schema.setLogged("quick"),
        schema -> schema.setColumnStatistics("stored", "b", 7),
        schema -> schema.resetColumnStatistics("stored", "a"),
        schema -> schema.setColumnStorage("stored", "a", text(), ""),
        schema -> schema.setColumnStorage("stored", "d", varchar(9), "external"),
        schema -> schema.setColumnStorage("stored", "c", jsonb(), ""),
        schema -> schema.setColumnCompression("stored", "a", ""),
        schema -> schema.setColumnCompression("stored", "b", "pglz"),
        schema -> schema.dropExpression("columns", "e"),
        schema -> schema.createPartition("region", "region_us", "IN ('us')"),
        schema -> schema.renamePartition("region", "region_us", "Region us"),
        schema -> schema.detachPartition("region", "Region us"),
        schema -> schema.attachPartition("region", "Region us", "IN ('us', 'mx')"),
        schema -> schema.dropPartition("region", "region_eu"),
        schema -> schema.dropConstraint("booking", "booking_excl"),
        schema -> schema.addConstraint(
            "booking",
            exclude("booking_excl", "gist", "during with &&", "room with <>").deferrable()),
        schema -> schema.renameConstraint("booking", "booking_excl", "Booking excl"),
        schema -> schema.renameView("over_view", "Over 'view"),
        schema -> schema.setViewSchema("Over 'view", "app"),
        schema -> schema.in("app").commentOnView("Over 'view", "over"),
        schema -> schema.renameMaterializedView("over_mood", "above"),
        schema -> schema.setMaterializedViewSchema("above", "app"),
        schema -> schema.dropIndex("mood_count_some"),
        schema -> schema.createIndex("mood_count", index("mood_count_n", "n nulls first")),
        schema -> schema.renameIndex("mood_count_n", "Mood_count n"),
        schema -> schema.in("app").dropMaterializedView("above"),
        schema -> schema.dropView("counting"),
        schema -> schema.replaceObject(
            "touch",
            "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "DROP FUNCTION touch()"),
        schema -> schema.dropObject("do it", "DROP PROCEDURE app.do_it()"),
        schema -> schema.dropEnum("nothing_yet"),
        schema -> schema.dropSequence("into"),
        schema -> schema.dropExtension("isn"));
  }
}
