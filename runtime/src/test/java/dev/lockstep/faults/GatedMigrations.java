package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.WrittenMigrations;
import dev.lockstep.cli.ServedMigrations;

/**
 * Migrations that pass {@code public.gate(n)}, where a test holds them up, for a JVM of their own.
 */
public final class GatedMigrations extends ServedMigrations {
  /** In one transaction, held up in its middle. */
  static final String WHOLE = "M0002_Whole";

  /** In parts, held up when two of six steps are done. */
  static final String PARTS = "M0003_Parts";

  public GatedMigrations() {
    super(new WrittenMigrations()
        .add(
            "M0001_Begin",
            schema -> schema.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("email", text()),
                primaryKey("account_pkey", "id")))
        .add(WHOLE, schema -> {
          schema.addColumn("account", column("note", text()));
          schema.sql("INSERT INTO account SELECT n, 'e' || n FROM generate_series(1, 9) AS n");
          schema.sql("SELECT public.gate(2)");
          schema.addColumn("account", column("more", text()));
        })
        .add(PARTS, schema -> {
          schema.addColumn("account", column("age", bigint()));
          schema.createIndexConcurrently("account", index("account_email", "email"));
          schema.sql("UPDATE account SET age = COALESCE(age, 0) + 1");
          schema.sql("SELECT public.gate(3)");
          schema.createIndexConcurrently("account", index("account_note", "note"));
          schema.backfill("account", "more", "email || '!'");
        })
        .add(
            "M0004_Index",
            schema -> schema.createIndexConcurrently("account", index("account_more", "more"))));
  }
}
