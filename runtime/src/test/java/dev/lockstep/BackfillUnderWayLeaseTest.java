package dev.lockstep;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with a lease in the place of the advisory lock. */
class BackfillUnderWayLeaseTest extends BackfillUnderWayTest {
  @BeforeEach
  void lockByLease() {
    Shop.lockBy(LockKind.LEASE);
  }

  @AfterEach
  void lockAsUsual() {
    Shop.lockBy(LockKind.AUTOMATIC);
  }
}
