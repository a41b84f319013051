package dev.lockstep.diff;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tables that may be written anew while nobody can read or write them. */
class AcceptedRewritesTest {
  private static Schema shop(SqlType key, SqlType total) {
    return schema(schema -> {
      schema.createTable(
          "team",
          column("id", key).notNull(),
          column("parent", key),
          primaryKey("team_pkey", "id"),
          foreignKey("team_parent_fkey", "parent").references("team", "id"));
      schema.createTable(
          "user",
          column("team_id", key),
          check("user_team_id_check", "team_id > 0"),
          foreignKey("user_team_id_fkey", "team_id").references("team", "id"));
      schema.createTable("sale", column("total", total), check("sale_total_check", "total > 0"));
      schema.createTable("tag", column("name", text()));
    });
  }

  private static Schema schema(Consumer<SchemaEditor> made) {
    return Operations.apply(SchemaEditor.record(made::accept), Schema.EMPTY);
  }

  private static void becomes(Schema before, Schema after, Consumer<SchemaEditor> steps) {
    assertEquals(
        SchemaEditor.record(steps::accept),
        OnlineForm.of(SchemaDiffer.diff(before, after).operations(), before, table -> true));
  }

  @Test
  void aKeyIsNeverAwayBetweenTwoTransactions() {
    becomes(shop(integer(), integer()), shop(bigint(), bigint()), schema -> {
      schema.lockTable("sale");
      schema.dropConstraint("sale", "sale_total_check");
      schema.alterColumnType("sale", "total", bigint());
      schema.addConstraintNotValid("sale", check("sale_total_check", "total > 0"));
      schema.analyze("sale", "total");
      schema.validateConstraint("sale", "sale_total_check");
      schema.lockTable("team");
      schema.lockTable("user");
      schema.dropConstraint("team", "team_parent_fkey");
      schema.dropConstraint("user", "user_team_id_fkey");
      schema.dropConstraint("user", "user_team_id_check");
      schema.alterColumnType("team", "id", bigint());
      schema.alterColumnType("team", "parent", bigint());
      schema.alterColumnType("user", "team_id", bigint());
      schema.addConstraintNotValid(
          "team", foreignKey("team_parent_fkey", "parent").references("team", "id"));
      schema.addConstraintNotValid(
          "user", foreignKey("user_team_id_fkey", "team_id").references("team", "id"));
      schema.addConstraintNotValid("user", check("user_team_id_check", "team_id > 0"));
      schema.analyze("team", "id", "parent");
      schema.analyze("user", "team_id");
      schema.validateConstraint("team", "team_parent_fkey");
      schema.validateConstraint("user", "user_team_id_fkey");
      schema.validateConstraint("user", "user_team_id_check");
    });
  }

  @Test
  void anotherTableIsNotLockedMeanwhile() {
    Schema before = shop(integer(), integer());
    assertEquals(
        SchemaEditor.record(schema -> {
          schema.dropColumn("tag", "name");
          schema.lockTable("sale");
          schema.setTablespace("sale", "fast");
          schema.lockTable("team");
          schema.addColumn("team", column("color", text()));
          schema.addColumn("user", column("color", text()));
        }),
        OnlineForm.of(
            SchemaEditor.record(schema -> {
              schema.dropColumn("tag", "name");
              schema.setTablespace("sale", "fast");
              schema.addColumn("team", column("color", text()));
              schema.addColumn("user", column("color", text()));
            }),
            before));
  }
}
