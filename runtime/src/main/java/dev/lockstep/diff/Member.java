package dev.lockstep.diff;

import dev.lockstep.schema.QualifiedName;

/**
 * A column, constraint or index of a table.
 *
 * @param table the table's name in the declared schema
 * @param name raw name of the member
 */
public record Member(QualifiedName table, String name) {}
