package dev.lockstep.example.shop;

import dev.lockstep.annotations.Column;
import dev.lockstep.annotations.Id;
import dev.lockstep.annotations.Identity;
import dev.lockstep.annotations.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone who buys. The package is null-marked, so what is not {@code @Nullable} is NOT NULL. */
@Table
public record User(
    @Id @Identity long id,
    @Column(length = 80, unique = true) String username,
    @Column(length = 120, unique = true) String email,
    @Column(defaultValue = "now()") Instant registeredAt,
    @Column(length = 200) @Nullable String address) {}
