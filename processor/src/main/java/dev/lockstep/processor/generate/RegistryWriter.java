package dev.lockstep.processor.generate;

import dev.lockstep.CompleteHistory;
import dev.lockstep.MigrationSet;
import dev.lockstep.Phase;
import java.util.List;
import java.util.Optional;

/**
 * Writes the registry of a database's migrations. The migrations stand in nested classes, a few
 * hundred in each, so that no method reaches 64 kB and no class 65,535 constants (JVMS 4.11).
 * Written as plain text: every compile writes one, and most need nothing else of JavaPoet.
 *
 * <pre>{@code
 * public final class Migrations implements MigrationSet {
 *   ...
 *   @Override
 *   public Migration migration(String id) {
 *     return Part1.migration(id);
 *   }
 *
 *   @Override
 *   public Optional<CompleteHistory> completeHistory() {
 *     return Optional.of(new CompleteHistory("M0001_InitialMigration", 1, "h1:..."));
 *   }
 *
 *   private static final class Part1 {
 *     static void entries(List<Entry> entries) {
 *       entries.add(new Entry("M0001_InitialMigration", List.of(), "Initial migration", "t1:..."));
 *     }
 *
 *     static Migration migration(String id) {
 *       return switch (id) {
 *         case "M0001_InitialMigration" -> new M0001_InitialMigration();
 *         default -> throw new IllegalArgumentException("...");
 *       };
 *     }
 *   }
 * }
 * }</pre>
 */
public final class RegistryWriter {
  /** Simple name of the generated class. */
  public static final String CLASS_NAME = "Migrations";

  private static final int PART = 400;

  private final Registry registry;
  private final StringBuilder text = new StringBuilder();
  private final IdListWriter ids = new IdListWriter();

  private RegistryWriter(Registry registry) {
    this.registry = registry;
  }

  /** The source; ASCII, LF. */
  public static String write(Registry registry) {
    return new RegistryWriter(registry).source();
  }

  private String source() {
    Optional<CompleteHistory> complete = CompleteHistory.of(registry.entries());
    head(complete.isPresent());
    method("String name()", "return " + JavaLiteral.of(registry.name()));
    method("String schema()", "return " + JavaLiteral.of(registry.targetSchema()));
    method("String schemaFingerprint()", "return " + JavaLiteral.of(registry.schemaFingerprint()));
    entries();
    method("Migration migration(String id)", parts() == 0 ? refusal() : "return " + inPart(1));
    if (complete.isPresent()) {
      method("Optional<CompleteHistory> completeHistory()", "return " + of(complete.get()));
    }
    if (!registry.schemaParts().isEmpty()) {
      SchemaPartsWriter.of(registry.schemaParts()).addTo(text);
    }
    for (int part = 1; part <= parts(); part++) {
      part(part);
    }
    ids.addTo(text);
    return text.append("}\n").toString();
  }

  private void head(boolean complete) {
    if (!registry.packageName().isEmpty()) {
      text.append("package ").append(registry.packageName()).append(";\n\n");
    }
    imported("dev.lockstep.CompleteHistory", complete);
    imported("dev.lockstep.Migration", true);
    imported("dev.lockstep.MigrationSet", true);
    imported("dev.lockstep.Phase", hasContract());
    imported("java.util.ArrayList", true);
    imported("java.util.List", true);
    imported("java.util.Optional", complete);
    imported("java.util.stream.Stream", !registry.schemaParts().isEmpty() || hasLongList());
    text.append("\n/** The migrations of one database; generated, never edited. */\n")
        .append("public final class ")
        .append(CLASS_NAME)
        .append(" implements MigrationSet {");
  }

  private void imported(String name, boolean used) {
    if (used) {
      text.append("import ").append(name).append(";\n");
    }
  }

  private boolean hasContract() {
    for (MigrationSet.Entry entry : registry.entries()) {
      if (entry.phase() == Phase.CONTRACT) {
        return true;
      }
    }
    return false;
  }

  private boolean hasLongList() {
    for (MigrationSet.Entry entry : registry.entries()) {
      if (IdListWriter.isLong(entry.parents()) || IdListWriter.isLong(entry.replaces())) {
        return true;
      }
    }
    return false;
  }

  private void method(String signature, String... statements) {
    text.append("\n  @Override\n  public ").append(signature).append(" {\n");
    for (String statement : statements) {
      text.append("    ").append(statement).append(";\n");
    }
    text.append("  }\n");
  }

  private static String of(CompleteHistory complete) {
    return "Optional.of(new CompleteHistory(" + JavaLiteral.of(complete.head()) + ", "
        + complete.size() + ", "
        + JavaLiteral.of(complete.digest()) + "))";
  }

  private void entries() {
    String[] statements = new String[parts() + 2];
    statements[0] = "List<MigrationSet.Entry> entries = new ArrayList<>()";
    for (int part = 1; part <= parts(); part++) {
      statements[part] = "Part" + part + ".entries(entries)";
    }
    statements[parts() + 1] = "return List.copyOf(entries)";
    method("List<MigrationSet.Entry> entries()", statements);
  }

  private String refusal() {
    String message = "migration set \"" + registry.name() + "\" has no migration ";
    return "throw new IllegalArgumentException(" + JavaLiteral.of(message) + " + id)";
  }

  private static String inPart(int part) {
    return "Part" + part + ".migration(id)";
  }

  private int parts() {
    return (registry.entries().size() + PART - 1) / PART;
  }

  /** Those of one part, numbered from 1. */
  private void part(int part) {
    int to = Math.min(registry.entries().size(), part * PART);
    List<MigrationSet.Entry> entries = registry.entries().subList((part - 1) * PART, to);
    text.append("\n  private static final class Part").append(part).append(" {\n");
    text.append("    static void entries(List<MigrationSet.Entry> entries) {\n");
    for (MigrationSet.Entry entry : entries) {
      text.append("      entries.add(").append(of(entry)).append(");\n");
    }
    text.append("    }\n\n    static Migration migration(String id) {\n")
        .append("      return switch (id) {\n");
    for (MigrationSet.Entry entry : entries) {
      text.append("        case ").append(JavaLiteral.of(entry.id()));
      text.append(" -> new ").append(entry.id()).append("();\n");
    }
    text.append("        default -> ")
        .append(part < parts() ? inPart(part + 1) : refusal())
        .append(";\n      };\n    }\n  }\n");
  }

  private String of(MigrationSet.Entry entry) {
    boolean contract = entry.phase() == Phase.CONTRACT;
    return "new MigrationSet.Entry(" + JavaLiteral.of(entry.id()) + ", " + ids.of(entry.parents())
        + ", " + JavaLiteral.of(entry.description()) + ", " + JavaLiteral.of(entry.fingerprint())
        + (contract || !entry.replaces().isEmpty() ? ", " + ids.of(entry.replaces()) : "")
        + (contract ? ", Phase.CONTRACT" : "") + ")";
  }
}
