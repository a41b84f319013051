/**
 * The nouns: an immutable description of a database's structure. Names are raw, never quoted; knows
 * no other package.
 */
@NullMarked
package dev.lockstep.schema;

import org.jspecify.annotations.NullMarked;
