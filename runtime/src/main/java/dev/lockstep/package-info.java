/**
 * What users import: {@link dev.lockstep.Migrator} applies migrations;
 * {@link dev.lockstep.Migration} and the DSL are what they hold.
 */
@NullMarked
package dev.lockstep;

import org.jspecify.annotations.NullMarked;
