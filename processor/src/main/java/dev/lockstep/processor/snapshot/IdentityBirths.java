package dev.lockstep.processor.snapshot;

import dev.lockstep.diff.Member;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.Sql;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What identity columns and their tables were named when they became that. PostgreSQL names the
 * sequence of an identity column after both, and renames it with neither.
 */
public final class IdentityBirths {
  private SortedMap<QualifiedName, SortedMap<String, Member>> births = new TreeMap<>();

  private IdentityBirths() {}

  static IdentityBirths of(List<FoundMigration> migrations) {
    IdentityBirths found = new IdentityBirths();
    Schema schema = Schema.EMPTY;
    for (FoundMigration migration : migrations) {
      schema = found.follow(migration.source().upgrade(), schema);
    }
    return found;
  }

  private Schema follow(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      if (operation instanceof Sql sql && sql.meaning() != null) {
        schema = follow(sql.meaning(), schema);
      } else {
        rename(operation);
        schema = operation.applyTo(schema);
        keep(schema);
      }
    }
    return schema;
  }

  private void rename(Operation operation) {
    if (operation instanceof RenameTable rename) {
      renameTables(name -> name.equals(rename.table()) ? name.sibling(rename.newName()) : name);
    } else if (operation instanceof SetTableSchema move) {
      renameTables(name -> name.equals(move.table()) ? name.in(move.newSchema()) : name);
    } else if (operation instanceof RenameSchema rename) {
      renameTables(
          name -> name.schema().equals(rename.schema()) ? name.in(rename.newName()) : name);
    } else if (operation instanceof RenameColumn rename) {
      SortedMap<String, Member> columns = births.getOrDefault(rename.table(), new TreeMap<>());
      Member birth = columns.remove(rename.column());
      if (birth != null) {
        columns.put(rename.newName(), birth);
      }
    }
  }

  private void renameTables(UnaryOperator<QualifiedName> newName) {
    SortedMap<QualifiedName, SortedMap<String, Member>> renamed = new TreeMap<>();
    births.forEach((table, columns) -> renamed.put(newName.apply(table), columns));
    births = renamed;
  }

  /** Those of the identity columns that are there now. */
  private void keep(Schema schema) {
    SortedMap<QualifiedName, SortedMap<String, Member>> kept = new TreeMap<>();
    schema.tables().values().forEach(table -> {
      SortedMap<String, Member> known = births.getOrDefault(table.name(), new TreeMap<>());
      SortedMap<String, Member> columns = new TreeMap<>();
      table.columns().stream()
          .filter(column -> column.identityOption().isPresent())
          .map(Column::name)
          .forEach(name ->
              columns.put(name, known.getOrDefault(name, new Member(table.name(), name))));
      if (!columns.isEmpty()) {
        kept.put(table.name(), columns);
      }
    });
    births = kept;
  }

  /**
   * A table whose sequences no new table would have under their names: another has the old name
   * now, or they come from two.
   */
  Optional<QualifiedName> lost(Schema schema) {
    Set<QualifiedName> taken = taken(schema);
    return births.keySet().stream()
        .filter(this::isRenamed)
        .filter(table -> (!oldName(table).equals(table) && !taken.add(oldName(table)))
            || isMixed(schema.table(table)))
        .findFirst();
  }

  private static Set<QualifiedName> taken(Schema schema) {
    Set<QualifiedName> taken = new HashSet<>(schema.tables().keySet());
    schema.objects().keySet().forEach(object -> taken.add(object.name()));
    for (Table table : schema.tables().values()) {
      Stream.of(
              table.indexes().names(),
              table.constraints().names(),
              table.partitions().names())
          .forEach(names -> names.forEach(name -> taken.add(table.name().sibling(name))));
    }
    return taken;
  }

  private boolean isMixed(Table table) {
    SortedMap<String, Member> columns = columns(table.name());
    return columns.values().stream()
                .map(birth -> birth.table().name())
                .distinct()
                .count()
            > 1
        || columns.entrySet().stream()
            .anyMatch(each -> !each.getKey().equals(each.getValue().name())
                && table.columns().contains(each.getValue().name()));
  }

  private SortedMap<String, Member> columns(QualifiedName table) {
    return births.getOrDefault(table, new TreeMap<>());
  }

  private boolean isRenamed(QualifiedName table) {
    return columns(table).entrySet().stream()
        .anyMatch(each -> !each.getValue().table().name().equals(table.name())
            || !each.getValue().name().equals(each.getKey()));
  }

  private QualifiedName oldName(QualifiedName table) {
    return columns(table).values().stream()
        .findFirst()
        .map(birth -> table.sibling(birth.table().name()))
        .orElse(table);
  }

  /** The operations, with each table created under its first name and renamed then. */
  public List<Operation> retrace(List<Operation> operations) {
    List<Operation> retraced = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create && isRenamed(create.table().name())) {
        retraced.addAll(retrace(create.table()));
      } else {
        retraced.add(operation);
      }
    }
    return retraced;
  }

  private List<Operation> retrace(Table table) {
    QualifiedName old = oldName(table.name());
    Table first = Schema.EMPTY.withTable(table).renameTable(table.name(), old).table(old);
    List<Operation> renames = new ArrayList<>();
    for (var each : columns(table.name()).entrySet()) {
      String birth = each.getValue().name();
      if (!birth.equals(each.getKey())) {
        first = Schema.EMPTY
            .withTable(first)
            .renameColumn(old, each.getKey(), birth)
            .table(old);
        renames.add(new RenameColumn(table.name(), birth, each.getKey()));
      }
    }
    List<Operation> steps = new ArrayList<>(List.of(new CreateTable(first)));
    if (!old.equals(table.name())) {
      steps.add(new RenameTable(old, table.name().name()));
    }
    steps.addAll(renames);
    return steps;
  }
}
