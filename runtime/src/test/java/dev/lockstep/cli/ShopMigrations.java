package dev.lockstep.cli;

import dev.lockstep.Shop;

/** The migrations of the walk-through, as a service finds them. */
public final class ShopMigrations extends ServedMigrations {
  public ShopMigrations() {
    super(Shop.migrations());
  }
}
