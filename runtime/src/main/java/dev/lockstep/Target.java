package dev.lockstep;

/**
 * One of many schemas or databases that are migrated in one run; prints as its name.
 *
 * @param name for people, different from those of all others
 * @param database the name that {@link Fleet.Builder#database} gave it
 * @param schema raw name of the target schema; empty where the database could not be asked which
 *     schemas it has
 */
public record Target(String name, String database, String schema) {
  @Override
  public String toString() {
    return name;
  }
}
