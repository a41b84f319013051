package dev.lockstep.engine;

import java.util.List;

/**
 * Neighbouring rows of one relation, which one batch looks at.
 *
 * @param condition that they meet, and at first no others
 * @param limit ORDER BY and LIMIT for a query of them, which lead the planner to the key's index;
 *     may be empty
 * @param rows how many they are, or about so many
 * @param last where it ends, as {@link BatchCursor#after} has it
 * @param end whether no row came after it
 */
record RowWindow(String condition, String limit, long rows, List<String> last, boolean end) {
  RowWindow {
    last = List.copyOf(last);
  }
}
