package dev.lockstep.postgres;

import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;

/** Sequences and their counters. */
final class SequenceDdl {
  private SequenceDdl() {}

  static String create(Sequence sequence, DdlTarget target) {
    return "CREATE SEQUENCE " + target.name(sequence.name())
        + (sequence.type().name().equals("bigint") ? "" : " AS " + sequence.type())
        + ColumnDdl.options(sequence.options());
  }

  /** All options, also those at their default: what they were before is not known here. */
  static String alter(Sequence sequence, DdlTarget target) {
    Identity options = sequence.options();
    return "ALTER SEQUENCE " + target.name(sequence.name()) + " AS " + sequence.type() + " "
        + ColumnDdl.allOptions(options, "");
  }

  static String restart(RestartSequence operation, DdlTarget target) {
    String sequence = SqlText.literal(target.name(operation.sequence()));
    String column = SqlText.quote(operation.column());
    // A table without a value beyond the start leaves the sequence at its start.
    return """
        SELECT pg_catalog.setval(s.seqrelid::pg_catalog.regclass, COALESCE(v.value, s.seqstart), v.value IS NOT NULL)
        FROM pg_catalog.pg_sequence AS s
        LEFT JOIN LATERAL (
          SELECT CASE WHEN s.seqincrement > 0 THEN pg_catalog.max(t.%2$s) ELSE pg_catalog.min(t.%2$s) END AS value
          FROM %1$s AS t
        ) AS v ON CASE WHEN s.seqincrement > 0 THEN v.value >= s.seqstart ELSE v.value <= s.seqstart END
        WHERE s.seqrelid = %3$s::pg_catalog.regclass\
        """.formatted(target.name(operation.table()), column, sequence);
  }

  static String continueSequence(ContinueSequence operation, DdlTarget target) {
    return setval(
        SqlText.literal(target.name(operation.sequence())),
        identity(operation.table(), operation.column(), target));
  }

  static String continueIdentity(ContinueIdentity operation, DdlTarget target) {
    return setval(
        identity(operation.table(), operation.column(), target),
        SqlText.literal(target.name(operation.sequence())));
  }

  private static String identity(QualifiedName table, String column, DdlTarget target) {
    return "pg_catalog.pg_get_serial_sequence(" + SqlText.literal(target.name(table)) + ", "
        + SqlText.literal(column) + ")";
  }

  /**
   * The name of an identity's sequence is known to the server alone, so its state is asked for by a
   * function; one that nobody has used stands at its start.
   */
  private static String setval(String to, String from) {
    return """
        SELECT pg_catalog.setval(%1$s::pg_catalog.regclass, COALESCE(pg_catalog.pg_sequence_last_value(s.seqrelid), s.seqstart),
          pg_catalog.pg_sequence_last_value(s.seqrelid) IS NOT NULL)
        FROM pg_catalog.pg_sequence AS s WHERE s.seqrelid = %2$s::pg_catalog.regclass\
        """.formatted(to, from);
  }
}
