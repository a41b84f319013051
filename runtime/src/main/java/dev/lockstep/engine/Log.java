package dev.lockstep.engine;

import java.lang.System.Logger;

/** Where the library logs; made when there is something to log, which costs a new JVM some time. */
final class Log {
  static final Logger LOGGER = System.getLogger("dev.lockstep");

  private Log() {}
}
