/** A small shop: what an application that uses Lockstep looks like. */
@NullMarked
package dev.lockstep.example;

import org.jspecify.annotations.NullMarked;
