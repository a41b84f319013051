package dev.lockstep.postgres;

import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how tables are partitioned. */
final class PartitionReader {
  private static final String FOR_VALUES = "FOR VALUES ";

  /** A partition in another schema has no name that a {@link Partition} could hold. */
  private static final String PARTITIONS = """
      SELECT i.inhparent, c.relname, pg_catalog.pg_get_expr(c.relpartbound, c.oid)
      FROM pg_catalog.pg_inherits i
      JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
      WHERE i.inhparent = ANY (CAST(? AS pg_catalog.oid[])) AND c.relispartition AND c.relnamespace = p.relnamespace
        AND NOT i.inhdetachpending
      ORDER BY i.inhparent, c.relname
      """;

  private PartitionReader() {}

  /** By the oid of the partitioned table, sorted by name. */
  static Map<Long, List<Partition>> read(CatalogQuery query, Collection<Long> tables)
      throws SQLException {
    Map<Long, List<Partition>> partitions = new HashMap<>();
    query.forEach(
        PARTITIONS,
        tables,
        row -> partitions
            .computeIfAbsent(row.number(1), table -> new ArrayList<>())
            .add(partition(row.text(2), row.text(3))));
    return partitions;
  }

  private static Partition partition(String name, String bound) {
    return Partition.of(
        name, bound.startsWith(FOR_VALUES) ? bound.substring(FOR_VALUES.length()) : bound);
  }

  /**
   * From {@code pg_get_partkeydef}, as {@code RANGE (a, lower(b) COLLATE "C", ((c + 1)))}; null for
   * an empty text.
   */
  static @Nullable Partitioning partitioning(String definition) {
    if (definition.isEmpty()) {
      return null;
    }
    List<Token> tokens = SqlTokens.of(definition);
    List<IndexElement> keys = new ArrayList<>();
    int depth = 0;
    int start = 2;
    for (int i = 1; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 || (depth == 1 && tokens.get(i).is(","))) {
        keys.add(key(definition, tokens.subList(start, i)));
        start = i + 1;
      }
    }
    return new Partitioning(
        Partitioning.Strategy.valueOf(tokens.get(0).text()),
        keys,
        dev.lockstep.schema.NamedList.empty());
  }

  /** PostgreSQL leaves the parentheses out where the expression is the call of a function. */
  private static IndexElement key(String definition, List<Token> tokens) {
    String text = definition.substring(
        tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).is("(")) {
      open++;
    }
    boolean calls = open > 0 && open < tokens.size() && isName(tokens.subList(0, open));
    if (!calls) {
      return IndexElement.parse(text);
    }
    int end = tokens.get(closing(tokens, open)).end() - tokens.get(0).start();
    return IndexElement.parse("(" + text.substring(0, end) + ")" + text.substring(end));
  }

  /** Whether the tokens are one name, with its schema if it needs one. */
  private static boolean isName(List<Token> tokens) {
    return tokens.size() == 1 || (tokens.size() == 3 && tokens.get(1).is("."));
  }

  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("a partition key does not end");
  }
}
