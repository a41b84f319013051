/**
 * A user's first half hour, by real Maven and by plain javac: what the README at the top shows, in
 * a project outside of this one.
 */
@NullMarked
package dev.lockstep.walkthrough;

import org.jspecify.annotations.NullMarked;
