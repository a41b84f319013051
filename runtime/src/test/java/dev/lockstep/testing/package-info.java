/** What the tests of all modules share. */
@NullMarked
package dev.lockstep.testing;

import org.jspecify.annotations.NullMarked;
