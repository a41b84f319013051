package dev.lockstep.diff;

import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.View;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables and views that the operations of a list have made so far; nobody uses them yet. */
final class NewRelations {
  private Set<QualifiedName> names = new HashSet<>();

  boolean contains(QualifiedName relation) {
    return names.contains(relation);
  }

  /** Takes note of an operation, under whose new names the relations are found from here on. */
  void follow(Operation operation) {
    if (operation instanceof CreateTable create) {
      names.add(create.table().name());
    } else if (operation instanceof CreateObject create && create.object() instanceof View view) {
      names.add(view.name());
    } else if (operation instanceof DropTable drop) {
      names.remove(drop.table());
    } else if (operation instanceof DropObject drop) {
      names.remove(drop.object().name());
    } else if (operation instanceof RenameSchema) {
      names = names.stream()
          .map(name -> after(operation, name))
          .collect(Collectors.toCollection(HashSet::new));
    } else {
      QualifiedName old = renamed(operation);
      if (old != null && names.remove(old)) {
        names.add(after(operation, old));
      }
    }
  }

  /** The one name that the operation changes, if it is that of a table or view. */
  private static @Nullable QualifiedName renamed(Operation operation) {
    if (operation instanceof RenameTable rename) {
      return rename.table();
    }
    if (operation instanceof SetTableSchema move) {
      return move.table();
    }
    if (operation instanceof RenameObject rename) {
      return rename.object().name();
    }
    return operation instanceof SetObjectSchema move ? move.object().name() : null;
  }

  /** The name after the operation of a table or view. */
  static QualifiedName after(Operation operation, QualifiedName name) {
    if (operation instanceof RenameTable rename && rename.table().equals(name)) {
      return name.sibling(rename.newName());
    }
    if (operation instanceof SetTableSchema move && move.table().equals(name)) {
      return name.in(move.newSchema());
    }
    if (operation instanceof RenameObject rename && rename.object().name().equals(name)) {
      return name.sibling(rename.newName());
    }
    if (operation instanceof SetObjectSchema move && move.object().name().equals(name)) {
      return name.in(move.newSchema());
    }
    return operation instanceof RenameSchema rename && rename.schema().equals(name.schema())
        ? name.in(rename.newName())
        : name;
  }
}
