package dev.lockstep;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Sql;
import java.util.List;
import java.util.function.Consumer;

/** Hand-written SQL among the steps of a migration, of which one can say what it means. */
public final class SqlStep {
  private final SchemaEditor editor;
  private final List<Operation> operations;
  private final int place;
  private final String sql;

  SqlStep(SchemaEditor editor, List<Operation> operations, String sql) {
    this.editor = editor;
    this.operations = operations;
    this.place = operations.size();
    this.sql = sql;
    operations.add(new Sql(sql));
  }

  /**
   * Declares what the SQL does to the schema: {@code effect -> effect.addColumn("user", ...)}, or
   * {@code effect -> {}} for nothing. It is not executed, and is no part of the checksum; it is
   * what {@link MigrationVerifier} and {@link Migrator#check} go by.
   */
  public void meaning(Consumer<SchemaEditor> effect) {
    operations.set(place, new Sql(sql, editor.recordInPlace(effect)));
  }
}
