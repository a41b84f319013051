package dev.lockstep.operation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations on what is beside tables, by its kind. */
class ObjectOperationsTest {
  private static final Set<ObjectKind> WITHOUT_STATEMENT =
      Set.of(ObjectKind.EXTENSION, ObjectKind.SQL_OBJECT);

  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void areRefusedWhereNoStatementExists(ObjectKind kind) {
    ObjectKey object = ObjectKey.of(kind, "a");
    Stream.<Function<ObjectKey, Operation>>of(
            key -> new RenameObject(key, "b"),
            key -> new SetObjectSchema(key, "app"),
            key -> new CommentOnObject(key, "why"))
        .forEach(operation -> {
          if (WITHOUT_STATEMENT.contains(kind)) {
            String message = assertThrows(
                    IllegalArgumentException.class, () -> operation.apply(object))
                .getMessage();
            assertEquals(object.toString(), message.substring(0, message.indexOf(" cannot ")));
          } else {
            assertDoesNotThrow(() -> operation.apply(object));
          }
        });
  }
}
