package dev.lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a backfill is, as the history keeps it. Keys are texts as the server writes and reads
 * them: no type of Java stands in between.
 *
 * <pre>
 * pass '1' rows '4000' filled '3900' relation '16402' by '("tenant", "id")' after '7', '4000'
 * </pre>
 *
 * @param pass from 1
 * @param rows that this pass has looked at
 * @param filled those that it gave a value
 * @param relation the server's number of the one it is at; 0 before the first
 * @param order in which it goes through that one; empty before the first
 * @param after where in that order it is; empty at the beginning
 */
record BatchCursor(
    int pass, long rows, long filled, long relation, String order, List<String> after) {
  static final BatchCursor START = new BatchCursor(1, 0, 0, 0, "", List.of());

  private static final int FIXED = 5;
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");

  BatchCursor {
    after = List.copyOf(after);
  }

  /** Begins anew where the text is none that this version writes: that loses nothing but time. */
  static BatchCursor of(String text) {
    List<String> fields = new ArrayList<>();
    for (Matcher matcher = QUOTED.matcher(text); matcher.find(); ) {
      fields.add(matcher.group(1).replace("''", "'"));
    }
    try {
      return new BatchCursor(
          Integer.parseInt(fields.get(0)),
          Long.parseLong(fields.get(1)),
          Long.parseLong(fields.get(2)),
          Long.parseLong(fields.get(3)),
          fields.get(FIXED - 1),
          fields.subList(FIXED, fields.size()));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return START;
    }
  }

  String text() {
    return "pass " + quoted(pass) + " rows " + quoted(rows) + " filled " + quoted(filled)
        + " relation " + quoted(relation) + " by " + quoted(order) + " after "
        + after.stream().map(BatchCursor::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }

  /** At the beginning of a relation, or where it was in it in that order. */
  BatchCursor at(long number, String by) {
    return relation == number && order.equals(by)
        ? this
        : new BatchCursor(pass, rows, filled, number, by, List.of());
  }

  /** Behind a window of that many rows, some of which it filled. */
  BatchCursor behind(RowWindow window, long filledNow) {
    return new BatchCursor(
        pass, rows + window.rows(), filled + filledNow, relation, order, window.last());
  }

  BatchCursor nextPass() {
    return new BatchCursor(pass + 1, 0, 0, 0, "", List.of());
  }
}
