package dev.lockstep.walkthrough;

import java.util.List;

/** A way to compile a user's project. */
interface Build {
  /**
   * Compiles.
   *
   * @param options of Lockstep, as in {@code lockstep.migrate=Initial migration}
   */
  Shell.Result compile(UserProject project, List<String> options);

  /** How the output begins a message at that line of {@code User.java}; a regular expression. */
  String at(int line);

  Jdk jdk();
}
