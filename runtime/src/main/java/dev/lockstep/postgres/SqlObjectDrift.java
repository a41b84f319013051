package dev.lockstep.postgres;

import dev.lockstep.schema.SqlObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is not as the SQL objects say.
 *
 * @param before the SQL object that makes it; null if none does
 * @param after the same with what the server has of it in its SQL; null if it has nothing
 * @param thing what differs: {@code trigger "audit" on "user"}
 * @param expected as in a drift report
 * @param found as in a drift report
 * @param statement of those of the SQL object the one that makes the thing; empty if {@code then}
 *     alone mends it, or nothing has to be made
 * @param then SQL statements that mend what {@code statement} does not, in order
 */
public record SqlObjectDrift(
    @Nullable SqlObject before,
    @Nullable SqlObject after,
    String thing,
    String expected,
    String found,
    String statement,
    List<String> then) {
  static final String THERE = "there";
  static final String NOTHING = "nothing";

  public SqlObjectDrift {
    then = List.copyOf(then);
  }

  static SqlObjectDrift missing(
      SqlObject object, String thing, String expected, String statement, List<String> then) {
    return new SqlObjectDrift(object, null, thing, expected, NOTHING, statement, then);
  }

  /**
   * A thing that differs.
   *
   * @param sql what the server has
   */
  static SqlObjectDrift changed(
      SqlObject object,
      String sql,
      String thing,
      String expected,
      String found,
      String statement,
      List<String> then) {
    SqlObject after = new SqlObject(object.name(), sql, object.drop(), object.needs());
    return new SqlObjectDrift(object, after, thing, expected, found, statement, then);
  }
}
