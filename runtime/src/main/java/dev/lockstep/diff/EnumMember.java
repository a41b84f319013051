package dev.lockstep.diff;

import dev.lockstep.schema.QualifiedName;

/**
 * A value of an enum type.
 *
 * @param type the type's name in the declared schema
 * @param value plain text
 */
public record EnumMember(QualifiedName type, String value) {}
