@NullMarked
package dev.lockstep.postgres;

import org.jspecify.annotations.NullMarked;
