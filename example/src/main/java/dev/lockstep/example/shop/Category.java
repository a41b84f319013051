package dev.lockstep.example.shop;

import dev.lockstep.annotations.Column;
import dev.lockstep.annotations.Id;
import dev.lockstep.annotations.Identity;
import dev.lockstep.annotations.References;
import dev.lockstep.annotations.Table;
import org.jspecify.annotations.Nullable;

/** A shelf of the shop, which may stand in a larger one. */
@Table
public record Category(
    @Id @Identity long id,
    @Column(length = 60, unique = true) String name,
    @References(Category.class) @Nullable Long parentId) {}
