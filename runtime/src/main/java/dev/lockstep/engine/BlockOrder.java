package dev.lockstep.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * By the blocks of its file, as far as it reaches now. An update moves a row to another block,
 * where the next pass finds it.
 *
 * @param blocks how many it has
 * @param rowsOfBlock about so many rows are in each
 */
record BlockOrder(long blocks, double rowsOfBlock) implements RowOrder {
  @Override
  public String name() {
    return "block";
  }

  @Override
  public Optional<RowWindow> next(Session session, List<String> after, int rows)
      throws SQLException {
    long from = after.isEmpty() ? 0 : Long.parseLong(after.get(0));
    long to = Math.min(blocks, from + Math.max(1, (long) (rows / rowsOfBlock)));
    if (from >= to) {
      return Optional.empty();
    }
    return Optional.of(new RowWindow(
        "ctid OPERATOR(pg_catalog.>=) " + place(from) + " AND ctid OPERATOR(pg_catalog.<) "
            + place(to),
        "",
        Math.round((to - from) * rowsOfBlock),
        List.of(String.valueOf(to)),
        to == blocks));
  }

  private static String place(long block) {
    return "'(" + block + ",0)'::pg_catalog.tid";
  }
}
