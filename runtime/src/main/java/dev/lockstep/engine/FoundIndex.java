package dev.lockstep.engine;

import static dev.lockstep.postgres.PostgresDdl.literal;

import java.sql.SQLException;
import java.util.Optional;

/**
 * An index as the server has it.
 *
 * @param table the server's number of its table
 * @param valid false if a build of it or its drop was cut, or is at work now
 * @param unique whether it is
 * @param body its definition behind the names, as in {@code btree (lower(email)) WHERE active}
 * @param text its whole definition
 */
record FoundIndex(long table, boolean valid, boolean unique, String body, String text) {
  /**
   * The index of that name.
   *
   * @param index quoted and qualified
   */
  static Optional<FoundIndex> find(Session session, String index) throws SQLException {
    return session
        .query(
            """
            SELECT i.indrelid, i.indisvalid, i.indisunique,
              pg_catalog.substr(d.text, pg_catalog.strpos(d.text, d.before) + pg_catalog.length(d.before)),
              d.text
            FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
            CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid),
              '.' || pg_catalog.quote_ident(t.relname) || ' USING ') AS d (text, before)
            WHERE i.indexrelid = pg_catalog.to_regclass(%s)\
            """.formatted(literal(index)),
            row -> new FoundIndex(
                row.getLong(1),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5)))
        .stream()
        .findFirst();
  }

  /** Whether both are alike, whatever their tables. */
  boolean isLike(FoundIndex other) {
    return unique == other.unique && body.equals(other.body);
  }
}
