package dev.lockstep.postgres;

import dev.lockstep.postgres.CatalogQuery.Row;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sequences that belong to no identity. */
final class SequenceReader {
  private static final String SEQUENCES = """
      SELECT n.nspname, c.relname, pg_catalog.format_type(s.seqtypid, NULL),
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
        tn.nspname, t.relname, a.attname, pg_catalog.obj_description(c.oid, 'pg_class')
      FROM pg_catalog.pg_sequence s
      JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
        AND d.objsubid = 0 AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
      LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
      LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE n.nspname = ANY (CAST(? AS pg_catalog.text[])) AND d.deptype IS DISTINCT FROM 'i'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
          WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private SequenceReader() {}

  static List<Sequence> read(CatalogQuery query) throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    query.forEach(SEQUENCES, query.schemas().keySet(), row -> sequences.add(sequence(row, query)));
    return sequences;
  }

  private static Sequence sequence(Row row, CatalogQuery query) throws SQLException {
    String type = row.text(3);
    return new Sequence(
        query.name(row.text(1), row.text(2)),
        SqlType.parse(type),
        options(row, 4, type, false),
        row.text(12).isEmpty()
            ? null
            : new Sequence.Owner(query.name(row.text(10), row.text(11)), row.text(12)),
        row.text(13));
  }

  /**
   * Options without what the type implies.
   *
   * @param first column of the start, before increment, least and greatest value, cache and cycle
   */
  static Identity options(Row row, int first, String type, boolean always) throws SQLException {
    return usual(
        type,
        new Identity(
            always,
            row.number(first),
            row.number(first + 1),
            row.number(first + 2),
            row.number(first + 3),
            row.number(first + 4),
            row.flag(first + 5)));
  }

  /** Where the numbers of its type end is where a sequence ends by default. */
  static Identity usual(String type, Identity options) {
    long least = least(type);
    boolean descends = options.descends();
    return new Identity(
        options.always(),
        options.start(),
        options.increment(),
        descends && is(options.min(), least) ? null : options.min(),
        !descends && is(options.max(), ~least) ? null : options.max(),
        options.cache(),
        options.cycles());
  }

  private static boolean is(@Nullable Long value, long other) {
    return value != null && value == other;
  }

  private static long least(String type) {
    return switch (type) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }
}
