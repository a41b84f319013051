/**
 * From annotated classes to the declared schema; the only package that sees the compiler's
 * elements.
 */
@NullMarked
package dev.lockstep.processor.model;

import org.jspecify.annotations.NullMarked;
