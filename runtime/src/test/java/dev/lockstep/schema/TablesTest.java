package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What tables know of the names in them, beside a look at each of them, over random edits. */
final class TablesTest {
  @Test
  void findsWhatALookAtAllTablesFinds() {
    for (long seed = 0; seed < 500; seed++) {
      RandomSchemas.Edit edit = RandomSchemas.edit(seed, Postgres.NEWEST);
      List<Operation> operations =
          SchemaDiffer.diff(edit.from(), edit.to(), edit.hints()).operations();
      for (Schema schema : Operations.schemas(operations, edit.from())) {
        for (QualifiedName name : names(schema)) {
          String at = "seed " + seed + ", " + name;
          assertEquals(referencing(schema, name), schema.referencing(name).toList(), at);
          assertEquals(withMember(schema, name), schema.withMember(name).toList(), at);
        }
      }
    }
  }

  private static Set<QualifiedName> names(Schema schema) {
    Set<QualifiedName> names = new TreeSet<>(schema.tables().keySet());
    for (Table table : schema.tables().values()) {
      table.constraints().forEach(each -> names.add(table.name().sibling(each.name())));
      table.indexes().forEach(each -> names.add(table.name().sibling(each.name())));
      table.partitions().forEach(each -> names.add(table.name().sibling(each.name())));
    }
    return names;
  }

  private static List<Table> referencing(Schema schema, QualifiedName name) {
    return schema.tables().values().stream()
        .filter(table -> table.foreignKeys().anyMatch(key -> key.target().equals(name)))
        .toList();
  }

  private static List<Table> withMember(Schema schema, QualifiedName name) {
    return schema.tables().values().stream()
        .filter(table -> table.name().schema().equals(name.schema()))
        .filter(table -> table.constraints().contains(name.name())
            || table.indexes().contains(name.name())
            || table.partitions().contains(name.name()))
        .toList();
  }
}
