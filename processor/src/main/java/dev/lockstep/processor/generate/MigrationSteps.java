package dev.lockstep.processor.generate;

import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** The statements of one method of a migration, one call each. */
final class MigrationSteps {
  /**
   * Characters of source that stay well under a method's 64 kB of code and a class's 65,535
   * constants (JVMS 4.11): a call takes less code than text.
   */
  private static final int LONGEST = 40_000;

  private static final int INDENT = 4;
  private final OperationWords words;
  private final boolean back;

  /**
   * Statements in these words.
   *
   * @param back whether they are those of a downgrade
   */
  MigrationSteps(ElementWords words, boolean back) {
    this.words = new OperationWords(words);
    this.back = back;
  }

  /** Source in order, at least one part, each short enough for one method of a class of its own. */
  List<String> parts(List<Operation> operations) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < operations.size(); i++) {
      String step = step(operations.get(i), operations);
      if (part.length() > 0 && part.length() + step.length() > LONGEST) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.length() > 0 && isApart(operations, i) ? "\n" : "").append(step);
    }
    parts.add(part.toString());
    return parts;
  }

  private String step(Operation operation, List<Operation> all) {
    return comment(operation, all)
        + operation.accept(words).print(INDENT).replace("\n" + " ".repeat(INDENT), "\n") + ";\n";
  }

  private String comment(Operation operation, List<Operation> all) {
    if (back && operation instanceof FillNulls fill) {
      return comment(fill.column(), fill.value());
    }
    if (back && operation instanceof AlterColumnType change && isMade(change.type(), all)) {
      return "// Writes table \"" + JavaLiteral.escaped(change.table().toString())
          + "\" anew: nobody can read or write it meanwhile\n";
    }
    return back && operation instanceof Backfill backfill && !isKeptInStep(backfill.column(), all)
        ? comment(backfill.column(), backfill.value())
        : "";
  }

  /** Whether the steps make the enum type: what becomes of it was of another one. */
  private static boolean isMade(SqlType type, List<Operation> all) {
    return all.stream()
        .anyMatch(each -> each instanceof CreateObject create
            && create.object() instanceof EnumType made
            && made.isTypeOf(type));
  }

  /** Whether a trigger fills the column of rows that are written, so that its values are known. */
  private static boolean isKeptInStep(String column, List<Operation> all) {
    String field = "NEW.\"" + column.replace("\"", "\"\"") + "\" :=";
    return all.stream()
        .anyMatch(each -> each instanceof CreateObject create
            && create.object() instanceof SqlObject object
            && object.create().contains(field));
  }

  private static String comment(String column, SqlExpression value) {
    return "// The old values of \"" + JavaLiteral.escaped(column)
        + "\" are gone: rows that exist get " + JavaLiteral.escaped(value.text()) + "\n";
  }

  private static boolean isApart(List<Operation> operations, int i) {
    return operations.get(i) instanceof CreateTable || operations.get(i - 1) instanceof CreateTable;
  }
}
