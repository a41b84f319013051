package dev.lockstep;

/** Hears how a run over many targets goes on; called by several threads at once. */
public interface FleetListener {
  /** A listener that does not care. */
  FleetListener NONE = new FleetListener() {};

  /** It is known how many there are; told once, before the first begins. */
  default void found(int targets) {}

  /**
   * A target begins.
   *
   * @param usual the listener of the fleet's settings, which hears all targets alike
   * @return who is to hear how this one goes on
   */
  default MigrationListener started(Target target, MigrationListener usual) {
    return usual;
  }

  /** A target has ended, well or badly; what this throws is not heard. */
  default void finished(TargetResult<?> result) {}
}
