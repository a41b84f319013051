package dev.lockstep.benchmarks;

/**
 * What one run has cost, in milliseconds.
 *
 * @param wall of the whole process
 * @param cpu of the whole process, user and system
 * @param inner of the work alone, as the process itself has seen it; that of the process where it
 *     says nothing
 */
record Cost(double wall, double cpu, double inner) {}
