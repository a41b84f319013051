/**
 * The verbs: one record is one change and one SQL statement, with several readings. Knows only the
 * nouns.
 */
@NullMarked
package dev.lockstep.operation;

import org.jspecify.annotations.NullMarked;
