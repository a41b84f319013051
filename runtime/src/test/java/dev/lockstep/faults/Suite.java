package dev.lockstep.faults;

import dev.lockstep.testing.Postgres;
import java.util.List;

/** How much of the suite this run is to do. */
public final class Suite {
  static final String PROPERTY = "lockstep.faults";
  static final String ALL = "all";

  private Suite() {}

  static boolean isWhole() {
    return ALL.equals(System.getProperty(PROPERTY));
  }

  /** Where a test needs a server of its own or many processes: the newest alone in a build. */
  public static List<Integer> majors() {
    return isWhole() ? Postgres.majors() : List.of(Postgres.NEWEST);
  }
}
