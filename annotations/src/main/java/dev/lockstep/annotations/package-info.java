/**
 * The annotations that describe a PostgreSQL schema; they are read by the compiler and gone at run
 * time.
 *
 * <p>A text attribute is either SQL, copied as it stands, or a plain name, which Lockstep quotes;
 * each says which. Where a name is empty or a number left out, the rule in the attribute's
 * description decides.
 */
package dev.lockstep.annotations;
