package dev.lockstep;

import dev.lockstep.operation.Operation;
import java.util.ArrayList;

/** The operations that a migration has named so far; too many are a loop without an end. */
final class Recording extends ArrayList<Operation> {
  private static final long serialVersionUID = 1L;

  /** Many times what a migration of 10,000 tables holds, and too few to fill the memory. */
  private static final int MOST = 1_000_000;

  @Override
  public boolean add(Operation operation) {
    if (size() == MOST) {
      throw new IllegalStateException("it has more than " + MOST + " steps, so it may never end");
    }
    return super.add(operation);
  }
}
