package dev.lockstep.processor.model;

import dev.lockstep.schema.Extension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the extensions that a database asks for. */
final class Extensions {
  private Extensions() {}

  /** In source order; those that are faulty are reported and left out. */
  static List<ObjectDraft> of(DatabaseElement database, Findings findings) {
    Attributes annotation = Annotations.of(database.element()).find("Database").orElseThrow();
    List<ObjectDraft> extensions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String name : annotation.texts("extensions")) {
      if (!isName(name)) {
        findings.add(ObjectProblems.extensionInvalid(
            findings.places().at(annotation, "extensions", name), name));
      } else if (!names.add(name)) {
        findings.add(ObjectProblems.extensionTwice(
            findings.places().at(annotation, "extensions", name), name));
      } else {
        extensions.add(new ObjectDraft(Extension.of(name), annotation));
      }
    }
    return extensions;
  }

  /** PostgreSQL source, extension.c: {@code check_valid_extension_name}. */
  private static boolean isName(String name) {
    return !name.isBlank()
        && name.strip().equals(name)
        && SqlSyntax.isStorable(name)
        && DefaultNames.fits(name)
        && !name.contains("--")
        && !name.startsWith("-")
        && !name.endsWith("-")
        && name.chars().noneMatch(c -> "/\\\"'".indexOf(c) >= 0);
  }
}
