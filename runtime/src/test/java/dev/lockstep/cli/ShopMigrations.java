package dev.lockstep.cli;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import dev.lockstep.Shop;
import java.util.List;

/** The migrations of the walk-through, as a service finds them. */
public final class ShopMigrations implements MigrationSet {
  private final MigrationSet shop = Shop.migrations();

  @Override
  public String name() {
    return shop.name();
  }

  @Override
  public String schema() {
    return shop.schema();
  }

  @Override
  public List<Entry> entries() {
    return shop.entries();
  }

  @Override
  public Migration migration(String id) {
    return shop.migration(id);
  }

  @Override
  public String schemaFingerprint() {
    return shop.schemaFingerprint();
  }
}
