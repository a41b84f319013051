package dev.lockstep.annotations;

/** How the rows of a {@link Partitioned} table are told apart. */
public enum PartitionStrategy {
  /** By ranges of values, the upper bound excluded. */
  RANGE,

  /** By lists of values of one column. */
  LIST,

  /** By the remainder of a hash. */
  HASH
}
