package dev.lockstep.engine;

import java.util.Set;

/**
 * One statement that mends something.
 *
 * @param text the statement, with comments before it, or only a comment that says why there is none
 * @param names what has to be done before or after it
 * @param serves numbers of the differences that it takes away or changes
 * @param leads whether it makes way for what comes next, rather than give back what went before
 */
record MendStep(String text, MendNames names, Set<Integer> serves, boolean leads) {}
