package dev.lockstep.cli;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.WrittenMigrations;

/** Migrations of which each takes as long as a test wants. */
public final class SlowMigrations extends ServedMigrations {
  static final String TABLES =
      "CREATE TABLE public.held (id int); CREATE TABLE public.speed (seconds int)";

  public SlowMigrations() {
    super(new WrittenMigrations()
        .add("M0001_Begin", schema -> schema.createTable("a", column("id", integer())))
        .add("M0002_Sleep", schema -> schema.sql("SELECT pg_sleep(seconds) FROM public.speed"))
        .add("M0003_Lock", schema -> schema.sql("LOCK TABLE public.held"))
        .add("M0004_Build", schema -> schema.createIndexConcurrently("a", index("a_id", "id"))));
  }
}
