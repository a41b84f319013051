package dev.lockstep.postgres;

import dev.lockstep.operation.AlterIdentity;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;

/**
 * Sequences and their counters. A counter never goes back, so that no value is given twice, and
 * never forward beyond the value that is next, so that none is left out. Only one that its new
 * bounds do not hold is moved: to the bound that it would reach next, or to the one that it has
 * passed, from where it goes no further.
 */
final class SequenceDdl {
  /** Of a sequence that a variable names, into another: where it stands, and where it began. */
  private static final String READ_COUNTER = """
        EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
          JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
      """;

  /**
   * Sets the counter to what was read; one that nobody has used stays at its own start.
   * {@code last_value} alone says nothing: it counts as used only if {@code is_called} says so.
   */
  private static final String SET_COUNTER = """
        PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
            CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
              ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
          FROM pg_catalog.pg_sequence AS s
          WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
      """;

  private SequenceDdl() {}

  static String create(Sequence sequence, DdlTarget target) {
    return "CREATE SEQUENCE " + target.name(sequence.name())
        + (sequence.type().name().equals("bigint") ? "" : " AS " + sequence.type())
        + ColumnDdl.options(sequence.options());
  }

  /** All options, also those at their default: what they were before is not known here. */
  static String alter(Sequence sequence, DdlTarget target) {
    String alter = "ALTER SEQUENCE " + target.name(sequence.name()) + " ";
    String lock = alter + (sequence.options().cycles() ? "CYCLE" : "NO CYCLE");
    return alter(
        name(sequence.name(), target),
        lock,
        alter + "AS " + sequence.type() + " " + ColumnDdl.allOptions(sequence.options(), ""));
  }

  static String alter(AlterIdentity operation, DdlTarget target) {
    String alter = "ALTER TABLE " + target.name(operation.table()) + " ALTER COLUMN "
        + SqlText.quote(operation.column()) + " ";
    String lock = alter + "SET " + (operation.identity().cycles() ? "CYCLE" : "NO CYCLE");
    return alter(
        identity(operation.table(), operation.column(), target),
        lock,
        alter + ColumnDdl.changed(operation.identity()));
  }

  /**
   * PostgreSQL refuses bounds that do not hold the counter, be it unused: so it starts anew, and is
   * then put where it was.
   *
   * @param lock an ALTER that never fails: until the transaction ends nobody takes a value
   */
  private static String alter(String sequence, String lock, String alter) {
    return PostgresDdl.doBlock(
        """
        DECLARE
          origin pg_catalog.regclass := %1$s;
          successor pg_catalog.regclass := origin;
          counter record;
        BEGIN
          %2$s;
        %3$s  %4$s;
        %5$sEND
        """.formatted(sequence, lock, READ_COUNTER, alter + " RESTART", SET_COUNTER));
  }

  static String restart(RestartSequence operation, DdlTarget target) {
    return """
        SELECT pg_catalog.setval(s.seqrelid::pg_catalog.regclass, v.value)
        FROM %1$s AS c
        JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid
        JOIN LATERAL (
          SELECT CASE WHEN s.seqincrement > 0 THEN pg_catalog.max(t.%3$s) ELSE pg_catalog.min(t.%3$s) END::pg_catalog.int8 AS value
          FROM %2$s AS t
        ) AS v ON CASE WHEN s.seqincrement > 0 THEN v.value >= c.last_value ELSE v.value <= c.last_value END\
        """.formatted(
            target.name(operation.sequence()),
            target.name(operation.table()),
            SqlText.quote(operation.column()));
  }

  static String continueSequence(ContinueSequence operation, DdlTarget target) {
    return take(
        identity(operation.table(), operation.column(), target),
        name(operation.sequence(), target));
  }

  static String continueIdentity(ContinueIdentity operation, DdlTarget target) {
    return take(
        name(operation.sequence(), target),
        identity(operation.table(), operation.column(), target));
  }

  private static String take(String from, String to) {
    return PostgresDdl.doBlock("""
        DECLARE
          origin pg_catalog.regclass := %1$s;
          successor pg_catalog.regclass := %2$s;
          counter record;
        BEGIN
        %3$s%4$sEND
        """.formatted(from, to, READ_COUNTER, SET_COUNTER));
  }

  private static String name(QualifiedName sequence, DdlTarget target) {
    return SqlText.literal(target.name(sequence));
  }

  /**
   * The name of an identity's sequence is known to the server alone; {@code pg_get_serial_sequence}
   * may give another one that the column owns.
   */
  private static String identity(QualifiedName table, String column, DdlTarget target) {
    return """
        (SELECT d.objid::pg_catalog.regclass FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
              AND d.refclassid = d.classid AND d.refobjid = %s::pg_catalog.regclass AND a.attname = %s)\
        """.formatted(SqlText.literal(target.name(table)), SqlText.literal(column));
  }
}
