package dev.lockstep.postgres;

import dev.lockstep.schema.SqlObject;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is not as the SQL objects say.
 *
 * @param before the SQL object that makes it; null if none does
 * @param after the same with what the server has of it in its SQL; null if it has nothing
 * @param thing what differs: {@code trigger "audit" on "user"}
 * @param expected as in a drift report
 * @param found as in a drift report
 */
public record SqlObjectDrift(
    @Nullable SqlObject before,
    @Nullable SqlObject after,
    String thing,
    String expected,
    String found) {
  static final String THERE = "there";
  static final String NOTHING = "nothing";

  static SqlObjectDrift missing(SqlObject object, String thing, String expected) {
    return new SqlObjectDrift(object, null, thing, expected, NOTHING);
  }

  /**
   * A thing that differs.
   *
   * @param sql what the server has
   */
  static SqlObjectDrift changed(
      SqlObject object, String sql, String thing, String expected, String found) {
    SqlObject after = new SqlObject(object.name(), sql, object.drop(), object.needs());
    return new SqlObjectDrift(object, after, thing, expected, found);
  }
}
