/** From operations to Java: the migration and the registry. */
@NullMarked
package dev.lockstep.processor.generate;

import org.jspecify.annotations.NullMarked;
