package dev.lockstep.cli;

import dev.lockstep.Migration;
import dev.lockstep.MigrationSet;
import java.util.List;

/** The migrations of another set under a class of their own, by which a service finds them. */
public class ServedMigrations implements MigrationSet {
  private final MigrationSet set;

  protected ServedMigrations(MigrationSet set) {
    this.set = set;
  }

  @Override
  public String name() {
    return set.name();
  }

  @Override
  public final String schema() {
    return set.schema();
  }

  @Override
  public final List<Entry> entries() {
    return set.entries();
  }

  @Override
  public final Migration migration(String id) {
    return set.migration(id);
  }

  @Override
  public final String schemaFingerprint() {
    return set.schemaFingerprint();
  }
}
