@NullMarked
package dev.lockstep.processor.problem;

import org.jspecify.annotations.NullMarked;
