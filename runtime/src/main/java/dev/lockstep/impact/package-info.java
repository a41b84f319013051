/** What an operation does to a live, populated database. */
@NullMarked
package dev.lockstep.impact;

import org.jspecify.annotations.NullMarked;
