/**
 * From two schemas to what differs, and to the operations that lead from one to the other. Pure: no
 * compiler, no database.
 */
@NullMarked
package dev.lockstep.diff;

import org.jspecify.annotations.NullMarked;
