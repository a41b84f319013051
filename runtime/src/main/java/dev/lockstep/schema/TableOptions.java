package dev.lockstep.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a table is stored.
 *
 * @param with storage parameters, name to value; those of its TOAST table with {@code toast.}
 * @param unlogged whether it is not written to the log, and empty after a crash
 * @param tablespace raw name; empty for the database's own
 */
public record TableOptions(SortedMap<String, String> with, boolean unlogged, String tablespace)
    implements TableClause {
  public static final TableOptions NONE = new TableOptions(new TreeMap<>(), false, "");

  public TableOptions {
    with = Collections.unmodifiableSortedMap(new TreeMap<>(with));
  }

  public TableOptions with(String parameter, String value) {
    TreeMap<String, String> parameters = new TreeMap<>(with);
    parameters.put(parameter, value);
    return withParameters(parameters);
  }

  public TableOptions withParameters(SortedMap<String, String> parameters) {
    return new TableOptions(parameters, unlogged, tablespace);
  }

  public TableOptions notLogged() {
    return withUnlogged(true);
  }

  public TableOptions withUnlogged(boolean isUnlogged) {
    return new TableOptions(with, isUnlogged, tablespace);
  }

  public TableOptions tablespace(String newTablespace) {
    return new TableOptions(with, unlogged, newTablespace);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TableOptions that
            && with.equals(that.with)
            && unlogged == that.unlogged
            && tablespace.equals(that.tablespace));
  }

  @Override
  public int hashCode() {
    return tablespace.hashCode();
  }
}
