package dev.lockstep.schema;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaFingerprintTest {
  private static Schema schema(Consumer<SchemaEditor> steps) {
    return Operations.apply(SchemaEditor.record(steps), Schema.EMPTY);
  }

  private static String of(Consumer<SchemaEditor> steps) {
    return SchemaFingerprint.of(schema(steps));
  }

  @Test
  void isThatOfEqualSchemas() {
    String one = of(schema -> {
      schema.createTable("t", column("a", text()), column("b", integer()), check("c", "b>0"));
      schema.createEnum("e", "X", "Y");
    });
    String other = of(schema -> {
      schema.createEnum("e", "Y", "X");
      schema.createTable("t", column("b", integer()), check("c", "( B > 0 )"));
      schema.addColumn("t", column("a", text()));
    });

    assertEquals(one, other);
    assertTrue(one.matches("s2:[0-9a-f]{64}"), one);
    assertTrue(SchemaFingerprint.isComparable(one));
    assertFalse(SchemaFingerprint.isComparable("s1:00"));
    assertFalse(SchemaFingerprint.isComparable(""));
  }

  @Test
  void tellsNamesApartThatLookAlike() {
    Set<String> all = new HashSet<>();
    Stream.<Consumer<SchemaEditor>>of(
            schema -> schema.createTable("a.b"),
            schema -> {
              schema.createSchema("a");
              schema.in("a").createTable("b");
            },
            schema -> schema.createTable("a\"(b"),
            schema -> schema.createTable("a", column("b", text())),
            schema -> schema.createTable("a", column("b", text()).notNull()),
            schema -> schema.createTable("a", column("b", text()).defaultValue("''")),
            schema -> schema.createTable("a", column("b", text()).computed("''")),
            schema -> schema.createView("a", "SELECT 1"),
            schema -> schema.createMaterializedView("a", "SELECT 1"))
        .forEach(steps -> assertTrue(all.add(of(steps))));
  }

  @Test
  void namesTheParts() {
    Schema one = schema(schema -> {
      schema.createTable("t", column("a", text()));
      schema.createTable("u", column("a", text()));
      schema.createSchema("s");
    });
    Schema other = schema(schema -> {
      schema.createTable("t", column("a", text()));
      schema.createTable("u", column("a", integer()));
      schema.createSequence(dev.lockstep.SchemaElements.sequence("n"));
    });

    assertEquals(
        List.of("schema s", "table t", "table u"),
        SchemaFingerprint.parts(one).stream().map(part -> part.substring(9)).toList());
    assertEquals(
        List.of("schema s", "sequence n", "table u"),
        SchemaFingerprint.differences(
            SchemaFingerprint.parts(one), SchemaFingerprint.parts(other)));
    assertEquals(
        List.of(),
        SchemaFingerprint.differences(SchemaFingerprint.parts(one), SchemaFingerprint.parts(one)));
  }
}
