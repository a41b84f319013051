package dev.lockstep.processor.generate;

import dev.lockstep.MigrationSet;
import java.util.List;

/**
 * What the registry of one database says; the values of the same names in {@link MigrationSet}.
 *
 * @param packageName the migrations package
 * @param entries each after its parents
 * @param schemaFingerprint empty before the first migration
 * @param schemaParts likewise
 */
public record Registry(
    String packageName,
    String name,
    String targetSchema,
    List<MigrationSet.Entry> entries,
    String schemaFingerprint,
    List<String> schemaParts) {
  public Registry {
    entries = List.copyOf(entries);
    schemaParts = List.copyOf(schemaParts);
  }
}
