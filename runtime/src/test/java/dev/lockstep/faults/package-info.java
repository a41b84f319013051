/**
 * The fault suite: what can go wrong while migrations are applied, each thing done to real servers,
 * processes and connections, and what has to come of it. {@link dev.lockstep.faults.Scenario} is
 * the list, {@link dev.lockstep.faults.Fault} marks the tests of each, here and in other packages,
 * and {@code runtime/FAULTS.md} is the table of both. Every build runs the quick ones; {@code mvn
 * -Pfaults verify} runs all, on the oldest and the newest server.
 */
@NullMarked
package dev.lockstep.faults;

import org.jspecify.annotations.NullMarked;
