package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.WrittenMigrations;

/**
 * A migration of each kind for tenants. The second calls {@code public.pass()}, by which a test
 * holds some of them up.
 */
public final class TenantMigrations extends ServedMigrations {
  public TenantMigrations() {
    super(new WrittenMigrations()
        .add(
            "M0001_Begin",
            schema -> schema.createTable(
                "account",
                column("id", bigint()).notNull().identity(),
                column("email", varchar(200)).notNull(),
                column("note", text()),
                primaryKey("account_pkey", "id")))
        .add("M0002_Rows", schema -> {
          schema.sql("SELECT public.pass()");
          // By itself a row would get a number of a counter, which a rollback does not set back.
          schema.sql("INSERT INTO account (id, email) SELECT n, 'a' || n"
              + " FROM generate_series(1, 10) AS n");
        })
        .add("M0003_Parts", schema -> {
          schema.createIndexConcurrently("account", index("account_email", "email"));
          schema.backfill("account", "note", "email || '!'");
        })
        .add("M0004_Age", schema -> schema.addColumn("account", column("age", bigint()))));
  }
}
