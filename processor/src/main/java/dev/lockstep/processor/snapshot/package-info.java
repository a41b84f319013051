/** The snapshot file {@code schema.json}: read, merged, written. */
@NullMarked
package dev.lockstep.processor.snapshot;

import org.jspecify.annotations.NullMarked;
