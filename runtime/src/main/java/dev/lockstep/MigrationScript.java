package dev.lockstep;

/**
 * SQL that does what an upgrade or a downgrade would do, its history rows included; prints as that
 * SQL.
 *
 * @param from revision the database must be at, or {@code base}
 * @param to revision it is at afterwards, or {@code base}
 * @param sql one transaction for each migration, for psql or any other client; a file of it is to
 *     be UTF-8, which it says itself where it has other letters than ASCII's
 */
public record MigrationScript(String from, String to, String sql) {
  @Override
  public String toString() {
    return sql;
  }
}
