/**
 * What migrations say, read from their sources without compiling or loading them: the operations,
 * and the schema that a whole chain leads to.
 */
@NullMarked
package dev.lockstep.processor.source;

import org.jspecify.annotations.NullMarked;
