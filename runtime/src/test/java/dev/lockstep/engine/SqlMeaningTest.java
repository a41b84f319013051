package dev.lockstep.engine;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.Sql;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SqlMeaningTest {
  private static final String SQL = "ALTER TABLE app.t ADD b text";
  private static final QualifiedName TABLE = new QualifiedName("app", "t");
  private static final List<Operation> PLAIN = steps(schema -> schema.sql(SQL));
  private static final List<Operation> NOTHING =
      steps(schema -> schema.sql(SQL).meaning(effect -> {}));
  private static final List<Operation> DECLARED = steps(schema ->
      schema.in("app").sql(SQL).meaning(effect -> effect.addColumn("t", column("b", text()))));

  private static List<Operation> steps(Consumer<SchemaEditor> sql) {
    return SchemaEditor.record(schema -> {
      schema.createSchema("app");
      schema.in("app").createTable("t", column("a", text()));
      sql.accept(schema);
      schema.in("app").commentOnTable("t", "last");
    });
  }

  @Test
  void standsInItsPlaceWithNamesOfItsEditor() {
    assertTrue(DECLARED.get(1) instanceof CreateTable);
    assertEquals(new Sql(SQL, List.of(new AddColumn(TABLE, column("b", text())))), DECLARED.get(2));
    assertEquals(new Sql(SQL), PLAIN.get(2));
    assertEquals(new Sql(SQL, List.of()), NOTHING.get(2));
  }

  @Test
  void isWhatTheSchemaIsAfterIt() {
    assertEquals(
        "[a, b]",
        Operations.apply(DECLARED, Schema.EMPTY).table(TABLE).columns().names().toString());
    assertEquals(Operations.apply(PLAIN, Schema.EMPTY), Operations.apply(NOTHING, Schema.EMPTY));
  }

  /** Histories of before there was a meaning stay what they are. */
  @Test
  void isNeitherSentNorPartOfTheChecksum() {
    assertEquals(Checksum.of(PLAIN), Checksum.of(DECLARED));
    assertEquals(Checksum.of(PLAIN), Checksum.of(NOTHING));
    assertEquals(SQL, PostgresDdl.portable().sql(DECLARED.get(2)));
  }

  @Test
  void isNotReversed() {
    assertEquals(
        Operations.reverse(PLAIN, Schema.EMPTY), Operations.reverse(NOTHING, Schema.EMPTY));
    assertEquals(List.of(), DECLARED.get(2).reverse(Schema.EMPTY));
  }
}
