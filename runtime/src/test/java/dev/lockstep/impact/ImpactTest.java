package dev.lockstep.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.SchemaEditor;
import dev.lockstep.SchemaElements;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImpactTest {
  private static final QualifiedName HOSTILE = QualifiedName.of("x\n; DROP TABLE y; --");

  private static Impact impact(Operation operation) {
    List<Operation> creation = SchemaEditor.record(schema ->
        schema.createTable(HOSTILE.name(), SchemaElements.column("a", SchemaElements.integer())));
    return Impact.of(operation, Operations.apply(creation, Schema.EMPTY), 18);
  }

  @Test
  void keepsAHostileNameInItsLine() {
    assertEquals(
        List.of(
            "locks x ; DROP TABLE y; -- against reads and writes (ACCESS EXCLUSIVE)",
            "running code: statements that use the old name fail"),
        impact(new RenameTable(HOSTILE, "z")).lines());
  }

  @Test
  void tellsLocksOfRowsFromThoseOfTables() {
    assertEquals(
        List.of("locks no table, only rows of x ; DROP TABLE y; --, while it updates rows"),
        impact(new FillNulls(HOSTILE, "a", SqlExpression.of("1"))).lines());
    assertEquals(
        List.of("locks no table, only rows of x ; DROP TABLE y; --, while it updates some rows at a"
            + " time"),
        impact(new Backfill(HOSTILE, "a", SqlExpression.of("1"))).lines());
  }

  @Test
  void knowsNothingOfWhatItsSchemaDoesNotHave() {
    assertEquals(Impact.UNKNOWN, impact(new RenameTable(QualifiedName.of("made_by_hand"), "z")));
  }
}
