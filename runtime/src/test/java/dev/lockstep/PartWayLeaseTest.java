package dev.lockstep;

import dev.lockstep.testing.Postgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with a lease in the place of the advisory lock. */
class PartWayLeaseTest extends PartWayTest {
  /** One server is enough for what the lock changes. */
  static List<Integer> majors() {
    return List.of(Postgres.NEWEST);
  }

  @BeforeEach
  void lockByLease() {
    Shop.lockBy(LockKind.LEASE);
  }

  @AfterEach
  void lockAsUsual() {
    Shop.lockBy(LockKind.AUTOMATIC);
  }
}
