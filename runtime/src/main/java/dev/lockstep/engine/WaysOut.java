package dev.lockstep.engine;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Unique;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person can do about a step that the server refused, by the server's SQLSTATE. */
final class WaysOut {
  private static final String STATEMENT_TIMEOUT = "statement timeout";

  private WaysOut() {}

  /**
   * One line, {@code label: text}; empty where the server's own words are all that is known.
   *
   * @param step that failed; null if none was at work
   */
  static Optional<String> of(@Nullable Step step, Throwable cause) {
    if (!(cause instanceof SQLException failure)) {
      return Optional.empty();
    }
    return switch (Objects.requireNonNullElse(failure.getSQLState(), "")) {
      case "42501" ->
        Optional.of("grant: what the server names, or run it as the owner of the tables");
      case "3F000" -> Optional.of("make it first: CREATE SCHEMA ...");
      case "53100" -> Optional.of("free space on the server: what it had written is given back");
      case "57014" -> Optional.of(cancelled(String.valueOf(failure.getMessage())));
      case "42P07", "42710", "42701", "42P06" ->
        Optional.of(
            "it is there already, made by somebody else or by another migration; compare: check");
      case "23505" -> step == null ? Optional.empty() : duplicates(step.operation());
      default -> Optional.empty();
    };
  }

  private static String cancelled(String message) {
    return message.contains(STATEMENT_TIMEOUT)
        ? "limit: a statement_timeout that the migration itself sets"
        : "cancelled: by pg_cancel_backend, or by who runs it; no limit of Lockstep's does that";
  }

  /** How to find them; the server names but the first. */
  private static Optional<String> duplicates(Operation operation) {
    if (operation instanceof AddConstraint add) {
      return columns(add.constraint()).map(columns -> query(add.table(), columns));
    } else if (operation instanceof CreateIndex create) {
      return columns(create.index()).map(columns -> query(create.table(), columns));
    } else if (operation instanceof CreateIndexConcurrently create) {
      return columns(create.index()).map(columns -> query(create.table(), columns));
    }
    return Optional.empty();
  }

  private static Optional<List<String>> columns(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return Optional.of(key.columns());
    }
    return constraint instanceof Unique unique ? Optional.of(unique.columns()) : Optional.empty();
  }

  private static Optional<List<String>> columns(Index index) {
    return index.where() != null || index.elements().stream().anyMatch(e -> e.column() == null)
        ? Optional.empty()
        : Optional.of(index.elements().stream().map(IndexElement::column).toList());
  }

  private static String query(QualifiedName table, List<String> columns) {
    String list = columns.stream().map(PostgresDdl::quote).collect(Collectors.joining(", "));
    String schema = table.schema().isEmpty() ? "" : PostgresDdl.quote(table.schema()) + ".";
    return "find them: SELECT " + list + ", count(*) FROM " + schema
        + PostgresDdl.quote(table.name()) + " GROUP BY " + list + " HAVING count(*) > 1";
  }
}
