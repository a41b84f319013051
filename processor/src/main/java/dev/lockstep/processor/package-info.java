/**
 * The annotation processor: reads the model, compares it with the snapshot, reports or generates.
 */
@NullMarked
package dev.lockstep.processor;

import org.jspecify.annotations.NullMarked;
