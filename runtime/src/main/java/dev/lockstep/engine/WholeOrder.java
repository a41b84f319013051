package dev.lockstep.engine;

import java.util.List;
import java.util.Optional;

/**
 * All rows at once: of a foreign table, whose rows have no place here.
 *
 * @param rows about so many it has
 */
record WholeOrder(long rows) implements RowOrder {
  @Override
  public String name() {
    return "all";
  }

  @Override
  public Optional<RowWindow> next(Session session, List<String> after, int wanted) {
    return after.isEmpty()
        ? Optional.of(new RowWindow("true", "", rows, List.of("all"), true))
        : Optional.empty();
  }
}
