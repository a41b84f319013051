package dev.lockstep.postgres;

import dev.lockstep.schema.QualifiedName;

/**
 * Where SQL is to run.
 *
 * @param schema raw name of the target schema; empty to leave names that mean it unqualified
 * @param major major version of the server
 */
record DdlTarget(String schema, int major) {
  /** The quoted name, with its schema. */
  String name(QualifiedName name) {
    return SqlText.quote(name.schema().isEmpty() ? schema : name.schema(), name.name());
  }

  /** Whether nothing runs on it: texts are compared then, and this version's wording is no part. */
  boolean portable() {
    return schema.isEmpty();
  }

  void require(String feature, int neededMajor) {
    if (major < neededMajor) {
      throw new UnsupportedFeatureException(feature, neededMajor, major);
    }
  }
}
