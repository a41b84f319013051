/** The command line; the only package that knows picocli. */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
