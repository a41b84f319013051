package dev.lockstep.example.shop;

import dev.lockstep.annotations.Column;
import dev.lockstep.annotations.Id;
import dev.lockstep.annotations.Identity;
import dev.lockstep.annotations.Index;
import dev.lockstep.annotations.References;
import dev.lockstep.annotations.Table;
import java.time.Instant;

/** What a user buys at once. */
@Table
@Index(columns = {"userId", "placedAt desc"})
@Index(columns = "placedAt", where = "status = 'PLACED'")
public record Order(
    @Id @Identity long id,
    @References(User.class) long userId,
    @Column(defaultValue = "'PLACED'") OrderStatus status,
    @Column(defaultValue = "now()") Instant placedAt) {}
