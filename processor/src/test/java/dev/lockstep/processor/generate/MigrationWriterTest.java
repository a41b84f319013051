package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import dev.lockstep.ConnectionWork;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;
import dev.lockstep.SchemaElements;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.Run;
import dev.lockstep.processor.snapshot.SnapshotJson;
import dev.lockstep.processor.source.MigrationSource;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationWriterTest {
  private static final String PACKAGE = "com.example.shop.migrations";

  @Test
  void writesWhatAPersonWouldWrite() {
    NewMigration migration = new NewMigration(
        PACKAGE,
        "M0002_AddAddressToUser",
        "Add address to User",
        List.of("M0001_InitialMigration"),
        SchemaEditor.record(schema -> schema.addColumn(
            "user", SchemaElements.column("address", SchemaElements.varchar(200)))),
        SchemaEditor.record(schema -> schema.dropColumn("user", "address")));

    assertEquals("""
        package com.example.shop.migrations;

        import static dev.lockstep.SchemaElements.column;
        import static dev.lockstep.SchemaElements.varchar;

        import dev.lockstep.Migration;
        import dev.lockstep.Revision;
        import dev.lockstep.SchemaEditor;

        @Revision(parents = "M0001_InitialMigration", description = "Add address to User")
        public final class M0002_AddAddressToUser implements Migration {
          @Override
          public void upgrade(SchemaEditor schema) {
            schema.addColumn("user", column("address", varchar(200)));
          }

          @Override
          public void downgrade(SchemaEditor schema) {
            schema.dropColumn("user", "address");
          }
        }
        """, MigrationWriter.write(migration).toString());
  }

  @Test
  void breaksLongLinesWhereAPersonWould() {
    NewMigration migration =
        new NewMigration("m", "M0001_Shop", "Shop", List.of(), WrittenOut.shop(), List.of());

    assertEquals(WrittenOut.SHOP, body(MigrationWriter.write(migration)));
  }

  @Test
  void writesEveryObjectAsAPersonWould() throws IOException {
    NewMigration migration = new NewMigration(
        "m", "M0001_X", "x", List.of(), SchemaEditor.record(EveryObject::record), List.of());

    assertEquals(
        resource("/migrations/every-object.txt"),
        MigrationWriter.write(migration).toString());
  }

  @Test
  void makesAndUnmakesWhateverASnapshotHolds() throws IOException {
    Schema schema =
        SnapshotJson.read(resource("/snapshots/format2-every-kind.json")).schema();
    List<Operation> up = SchemaDiffer.diff(Schema.EMPTY, schema, DiffHints.NONE).operations();

    assertLaw5(up, Operations.reverse(up, Schema.EMPTY));
    assertEquals(schema, Operations.apply(up, Schema.EMPTY));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = MigrationWriterTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsAnyText() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    String alphabet = "    \n\n\n\t\r\"\"\"\"\\\\ab;'su0{17\0\f\u00e9\u2003\u8868\u0085";
    List<Operation> operations = SchemaEditor.record(schema -> {
      for (int i = 0; i < 5_000; i++) {
        String text = random
            .ints(1 + random.nextInt(16), 0, alphabet.length())
            .mapToObj(at -> alphabet.substring(at, at + 1))
            .collect(Collectors.joining());
        schema.sql(text);
        schema.dropObject("o", "before\n" + text);
      }
    });

    assertLaw5(operations, List.of());
  }

  private static String body(JavaFile file) {
    String source = file.toString();
    return source.substring(source.indexOf("  @Override"), source.lastIndexOf("  @Override"));
  }

  @Test
  void saysTheSameAsTheOperations() {
    assertLaw5(EveryOperation.list(), EveryOperation.list());
  }

  @Test
  void everyKindOfOperationIsAmongThem() {
    List<Class<?>> kinds = new ArrayList<>(Arrays.asList(Operation.class.getPermittedSubclasses()));
    EveryOperation.list().forEach(operation -> kinds.remove(operation.getClass()));

    assertEquals(List.of(Run.class), kinds);
  }

  @Test
  void splitsWhatIsTooLongForOneMethod() {
    List<Operation> operations = SchemaEditor.record(schema -> {
      for (int i = 0; i < 3_000; i++) {
        schema.createTable(
            "table_" + i,
            SchemaElements.column("id", SchemaElements.bigint()).notNull().identity(),
            SchemaElements.column("name_" + i, SchemaElements.text()),
            SchemaElements.primaryKey("table_" + i + "_pkey", "id"));
      }
    });

    assertLaw5(operations, Operations.reverse(operations, Schema.EMPTY));
  }

  @Test
  void compilesWhatIsTooLongForOneConstant() {
    String line = "SELECT 'abc' AS \"name\" FROM t;\n";
    assertLaw5(
        SchemaEditor.record(schema -> {
          schema.sql("x ".repeat(50_000));
          schema.sql("\u8868".repeat(30_000));
          schema.sql("\0".repeat(40_000) + "\n".repeat(70_000));
          schema.createView("v", line.replace(";", " UNION").repeat(10_000) + "SELECT 1");
          schema.createObject("o", line.repeat(5_000), "DROP " + line.repeat(5_000), "a", "b");
          schema.in("app").commentOnTable("t", "word ".repeat(20_000));
          schema.addConstraint("t", SchemaElements.check("c", "a = 'x' or\n".repeat(8_000) + "a"));
        }),
        List.of());
  }

  @Test
  void compilesAnEnumOfAsManyValuesAsJavaCanHave() {
    String[] values =
        IntStream.range(0, 4_000).mapToObj(i -> "a_rather_long_value_" + i).toArray(String[]::new);

    assertLaw5(SchemaEditor.record(schema -> schema.createEnum("huge", values)), List.of());
  }

  @Test
  void isAsciiWhateverItSays() {
    List<Operation> operations = EveryOperation.list();
    NewMigration migration =
        new NewMigration("m", "M0001_X", "x", List.of(), operations, operations);

    String source = MigrationWriter.write(migration).toString();

    assertTrue(source.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)));
    assertTrue(source.lines().noneMatch(line -> line.endsWith(" ")));
    assertEquals(source, MigrationWriter.write(migration).toString());
  }

  @Test
  void saysWhatRowsGetWhoseValuesAreGone() {
    List<Operation> down = SchemaEditor.record(schema -> schema.backfill("customer", "fax", "''"));
    NewMigration migration = new NewMigration("m", "M0002_X", "x", List.of("M0001_Y"), down, down);

    String source = MigrationWriter.write(migration).toString();

    String line = "    // The old values of \"fax\" are gone: rows that exist get ''\n";
    assertTrue(source.contains(line + "    schema.backfill(\"customer\", \"fax\", \"''\");\n"));
    assertEquals(source.indexOf("// The old"), source.lastIndexOf("// The old"));
  }

  @Test
  void namesAllParentsOfAMerge() {
    NewMigration migration = new NewMigration(
        "m", "M0004_Merge", "Merge", List.of("M0002_A", "M0003_B"), List.of(), List.of());

    Migration written = compiled(migration);

    Revision revision = written.getClass().getAnnotation(Revision.class);
    assertEquals(List.of("M0002_A", "M0003_B"), List.of(revision.parents()));
    assertEquals(List.of(), SchemaEditor.record(written::upgrade));
  }

  @Test
  void keepsTheDescriptionVerbatim() {
    for (String description : List.of(
        "say \"hello\"",
        "C:\\users\\u0041",
        "\u6dfb\u52a0\u5730\u5740",
        "!?",
        "a\nb",
        "x ".repeat(400))) {
      NewMigration migration =
          new NewMigration("m", "M0001_X", description, List.of(), List.of(), List.of());
      assertEquals(
          description,
          compiled(migration).getClass().getAnnotation(Revision.class).description());
      assertTrue(MigrationWriter.write(migration).toString().chars().allMatch(c -> c < 128));
    }
  }

  @Test
  void refusesHandWrittenJava() {
    ConnectionWork work = connection -> {};
    NewMigration migration =
        new NewMigration("m", "M0001_X", "x", List.of(), List.of(new Run("fill", work)), List.of());

    assertThrows(IllegalArgumentException.class, () -> MigrationWriter.write(migration));
  }

  private static Migration compiled(NewMigration migration) {
    return CompiledSource.of(List.of(MigrationWriter.write(migration)))
        .newInstance(migration.packageName() + "." + migration.id(), Migration.class);
  }

  static void assertLaw5(List<Operation> upgrade, List<Operation> downgrade) {
    NewMigration migration =
        new NewMigration(PACKAGE, "M0001_Law", "Law 5", List.of(), upgrade, downgrade);
    Migration written = compiled(migration);
    assertEquals(upgrade, SchemaEditor.record(written::upgrade));
    assertEquals(downgrade, SchemaEditor.record(written::downgrade));
    assertEquals(
        new MigrationSource(upgrade, downgrade, ""),
        MigrationSource.of(JavaTokens.of(MigrationWriter.write(migration).toString())));
  }
}
