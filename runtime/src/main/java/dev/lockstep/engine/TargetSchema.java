package dev.lockstep.engine;

import java.nio.charset.StandardCharsets;

/** Which names the target schema can have; asked before anything is sent. */
public final class TargetSchema {
  /** PostgreSQL cuts off what is longer (manual, Lexical Structure, NAMEDATALEN). */
  private static final int LONGEST_NAME = 63;

  private TargetSchema() {}

  /**
   * The name, if a schema for our tables can have it.
   *
   * @param name raw
   * @throws dev.lockstep.UsageException if PostgreSQL refuses or shortens it, or keeps it for
   *     itself
   */
  public static String of(String name) {
    if (name.isBlank()) {
      throw Failures.schemaName(name, "is empty");
    }
    if (name.indexOf('\0') >= 0) {
      throw Failures.schemaName(name.replace("\0", "\\0"), "has a NUL character");
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_NAME) {
      throw Failures.schemaName(name, "has " + bytes + " bytes, PostgreSQL keeps " + LONGEST_NAME);
    }
    if (isReserved(name)) {
      throw Failures.schemaName(name, "is one of PostgreSQL's own");
    }
    return name;
  }

  /** Whether PostgreSQL keeps the name for itself. */
  static boolean isReserved(String name) {
    return name.startsWith("pg_") || name.equals("information_schema");
  }
}
