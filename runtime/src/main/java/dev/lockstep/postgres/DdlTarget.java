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

  void require(String feature, int neededMajor) {
    if (major < neededMajor) {
      throw new UnsupportedFeatureException(feature, neededMajor, major);
    }
  }
}
