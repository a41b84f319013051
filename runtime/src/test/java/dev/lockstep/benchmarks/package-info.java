/**
 * Measures what the runtime costs, beside plain JDBC, {@code psql} and other tools; see "How fast"
 * in the README of this module. What needs those tools is in {@code src/benchmarks}.
 */
@NullMarked
package dev.lockstep.benchmarks;

import org.jspecify.annotations.NullMarked;
