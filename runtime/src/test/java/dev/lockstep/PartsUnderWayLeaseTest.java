package dev.lockstep;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with a lease in the place of the advisory lock. */
class PartsUnderWayLeaseTest extends PartsUnderWayTest {
  @BeforeEach
  void lockByLease() {
    Shop.lockBy(LockKind.LEASE);
  }

  @AfterEach
  void lockAsUsual() {
    Shop.lockBy(LockKind.AUTOMATIC);
  }

  /** It is renewed before the commit. */
  @Override
  int statementsOfTheLock() {
    return 1;
  }
}
