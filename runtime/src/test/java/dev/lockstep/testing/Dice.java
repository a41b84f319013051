package dev.lockstep.testing;

import java.util.List;
import java.util.Random;

/** The choices that one seed makes. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** A number from zero to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
