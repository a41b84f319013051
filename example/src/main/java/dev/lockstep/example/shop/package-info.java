/** The model: one record, one table. */
@Database
@NullMarked
package dev.lockstep.example.shop;

import dev.lockstep.annotations.Database;
import org.jspecify.annotations.NullMarked;
