/** Stories: text files that show a change of a model, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.processor.stories;
