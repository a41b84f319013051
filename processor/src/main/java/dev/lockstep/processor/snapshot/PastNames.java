package dev.lockstep.processor.snapshot;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.Sql;
import dev.lockstep.schema.EnumType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The raw names that tables, columns, values of enums and all else ever had, as the migrations
 * tell.
 *
 * @param migrations of the chain
 */
record PastNames(List<FoundMigration> migrations) implements Predicate<String> {
  PastNames {
    migrations = List.copyOf(migrations);
  }

  /** True, too, where a migration cannot be read, or one stands for others that are gone. */
  @Override
  public boolean test(String name) {
    return migrations.stream()
        .anyMatch(migration -> migration.isSquash()
            || !migration.source().isReadable()
            || migration.source().upgrade().stream()
                .flatMap(PastNames::names)
                .anyMatch(name::equals));
  }

  private static Stream<String> names(Operation operation) {
    if (operation instanceof CreateTable create) {
      return Stream.concat(
          Stream.of(create.table().name().name()), create.table().columns().names().stream());
    }
    if (operation instanceof AddColumn add) {
      return Stream.of(add.column().name());
    }
    if (operation instanceof RenameColumn rename) {
      return Stream.of(rename.column(), rename.newName());
    }
    if (operation instanceof RenameTable rename) {
      return Stream.of(rename.table().name(), rename.newName());
    }
    return ofObject(operation);
  }

  private static Stream<String> ofObject(Operation operation) {
    if (operation instanceof CreateObject create) {
      Stream<String> values =
          create.object() instanceof EnumType type ? type.values().stream() : Stream.empty();
      return Stream.concat(Stream.of(create.object().key().name().name()), values);
    }
    if (operation instanceof RenameObject rename) {
      return Stream.of(rename.object().name().name(), rename.newName());
    }
    if (operation instanceof AddEnumValue add) {
      return Stream.of(add.value());
    }
    if (operation instanceof RenameEnumValue rename) {
      return Stream.of(rename.value(), rename.newValue());
    }
    return operation instanceof Sql sql && sql.meaning() != null
        ? sql.meaning().stream().flatMap(PastNames::names)
        : Stream.empty();
  }
}
