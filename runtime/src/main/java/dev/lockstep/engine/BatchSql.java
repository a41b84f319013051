package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.enclosed;
import static dev.lockstep.postgres.PostgresDdl.quote;

import dev.lockstep.operation.Backfill;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Volatility;

/**
 * The statements of one batch. The value stands where it would in a plain UPDATE of the table, so
 * that the names in it mean the same.
 *
 * <pre>
 * UPDATE ONLY "public"."user" SET "note" = (lower(email)) WHERE ctid OPERATOR(pg_catalog.=) ANY (ARRAY(
 *   SELECT ctid FROM ONLY "public"."user" WHERE "id" OPERATOR(pg_catalog.>) '4000'
 *     AND "id" OPERATOR(pg_catalog.<=) '5000' AND "note" IS NULL ORDER BY "id" LIMIT 1000
 *   FOR NO KEY UPDATE SKIP LOCKED)) AND "note" IS NULL RETURNING NOT "note" IS NULL
 * </pre>
 *
 * @param again whether an earlier pass has been there
 */
record BatchSql(PostgresDdl ddl, Backfill backfill, BatchRelation relation, boolean again) {
  /**
   * Fills the rows of the window that nobody has locked; a row for each, true if it has a value.
   */
  String fill(RowWindow window) {
    return "UPDATE " + target() + " SET " + column() + " = " + enclosed(backfill.value())
        + " WHERE " + place(window) + open() + " RETURNING NOT " + open();
  }

  /** Whether rows that others have locked are to be waited for. */
  boolean waits() {
    return again && !relation.foreign();
  }

  /** Waits for the rows of the window and locks them; a row for each. */
  String lock(RowWindow window) {
    return "SELECT ctid FROM " + relation.source() + " WHERE " + window.condition() + " AND "
        + open() + sparing() + window.limit()
        + (relation.keyChanges() ? " FOR UPDATE" : " FOR NO KEY UPDATE");
  }

  /** A row whose value is NULL was updated once, which suffices. */
  private String sparing() {
    return again && relation.alone() && !Volatility.isVolatile(backfill.value())
        ? " AND NOT " + enclosed(backfill.value()) + " IS NULL"
        : "";
  }

  private String place(RowWindow window) {
    if (relation.foreign()) {
      return "";
    }
    String relationOnly = relation.alone()
        ? ""
        : "tableoid OPERATOR(pg_catalog.=) " + relation.number() + "::pg_catalog.oid AND ";
    return relationOnly + "ctid OPERATOR(pg_catalog.=) ANY (ARRAY(\n  " + lock(window)
        + " SKIP LOCKED)) AND ";
  }

  private String target() {
    return relation.alone() || relation.foreign() ? relation.source() : ddl.name(backfill.table());
  }

  private String open() {
    return column() + " IS NULL";
  }

  private String column() {
    return quote(backfill.column());
  }
}
