/**
 * Applies migrations: what is to do (plan), what was done (history), one at a time (lock), and the
 * doing (runner). Not exported.
 */
@NullMarked
package dev.lockstep.engine;

import org.jspecify.annotations.NullMarked;
