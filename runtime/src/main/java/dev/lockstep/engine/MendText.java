package dev.lockstep.engine;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.TypeSwap;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlStatement;
import dev.lockstep.schema.SqlTokens;
import java.util.ArrayList;
import java.util.List;

/**
 * How a statement is printed.
 *
 * <pre>
 * -- loses data: its values are deleted
 * ALTER TABLE "public"."user" DROP COLUMN "fax";
 * </pre>
 */
final class MendText {
  private MendText() {}

  static String impossible(String reason) {
    return comment("no single statement mends this: " + reason);
  }

  /** Of what a statement of another difference mends. */
  static String seeAbove(String object) {
    return comment("mended with " + object);
  }

  /** Whether there is more in it than a comment. */
  static boolean isStatement(String text) {
    return !SqlTokens.of(text).isEmpty();
  }

  /** Whether it only grants, which nothing hangs on and which may be said twice. */
  static boolean isGrant(SqlObject object) {
    return SqlStatement.of(object.create()).stream()
        .allMatch(each -> SqlTokens.of(each.text()).get(0).is("grant"));
  }

  static String of(String sql) {
    String text = sql.strip();
    List<SqlTokens.Token> tokens = SqlTokens.of(text);
    int end = tokens.get(tokens.size() - 1).end();
    // What comes after the last word is a comment, which would hide a semicolon.
    return text.substring(0, end) + (text.charAt(end - 1) == ';' ? "" : ";");
  }

  static String of(Operation operation, Schema before, String sql) {
    StringBuilder text = new StringBuilder();
    notes(operation, before).forEach(note -> text.append(comment(note)).append('\n'));
    return text.append(of(sql)).toString();
  }

  private static String comment(String text) {
    return "-- " + text.replaceAll("\\R", " ");
  }

  private static List<String> notes(Operation operation, Schema before) {
    List<String> notes = new ArrayList<>();
    operation.losses(before).forEach(loss -> notes.add("loses data: " + loss.reason()));
    if (operation instanceof SetNotNull set
        && before.table(set.table()).columns().get(set.column()).nullable()) {
      notes.add("fails while a row has NULL there");
    }
    if (operation instanceof AddColumn add && isRequired(add.column())) {
      notes.add("fails while the table has rows");
    }
    if (operation instanceof FillNulls) {
      notes.add("changes rows");
    }
    if (operation instanceof RenameObject rename
        && rename.object().kind() == ObjectKind.ENUM
        && rename.newName().equals(TypeSwap.temporary(rename.object().name()).name())) {
      notes.add("no value can be taken out of an enum type: the type is made anew, which fails"
          + " while a row has the value");
    }
    return notes;
  }

  private static boolean isRequired(Column column) {
    return !column.nullable() && column.value() == null;
  }
}
