/** What is wrong or not migrated yet, as plain values; sees neither a javac element nor a file. */
@NullMarked
package dev.lockstep.processor.problem;

import org.jspecify.annotations.NullMarked;
