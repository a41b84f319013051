package dev.lockstep.engine;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** The raw names that schemas, tables and columns have. */
record KnownNames(Set<String> namespaces, Set<String> tables, Set<String> columns) {
  KnownNames() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  void add(Schema schema) {
    namespaces.addAll(schema.namespaces());
    for (Table table : schema.tables().values()) {
      tables.add(table.name().name());
      columns.addAll(table.columns().names());
    }
  }
}
