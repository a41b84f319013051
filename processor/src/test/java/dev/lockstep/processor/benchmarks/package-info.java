/**
 * What compiling with the processor costs, measured on whole compilers, side by side in one run.
 */
@org.jspecify.annotations.NullMarked
package dev.lockstep.processor.benchmarks;
