/**
 * PostgreSQL: the SQL of each operation, and the catalog read as a schema. Knows the nouns and the
 * verbs; the only place where names are quoted.
 */
@NullMarked
package dev.lockstep.postgres;

import org.jspecify.annotations.NullMarked;
