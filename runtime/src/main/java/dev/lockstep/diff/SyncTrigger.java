package dev.lockstep.diff;

import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trigger, and its function, that fills a column of each row that is written.
 *
 * <pre>
 * CREATE FUNCTION lockstep_sync_user_id() RETURNS trigger LANGUAGE plpgsql ... AS $lockstep$
 * BEGIN
 *   NEW."lockstep_new_id" := NEW."id";
 *   RETURN NEW;
 * END
 * $lockstep$
 * </pre>
 */
record SyncTrigger(SqlObject function, SqlObject trigger) {
  /** Triggers fire in the order of their names, and what others make of a row has to be seen. */
  private static final String LAST = "zz_";

  /**
   * What the migration has and each session that writes rows may have otherwise, so that both
   * convert a value to the same.
   */
  private static final String SETTINGS = """
      SET search_path FROM CURRENT
      SET "TimeZone" FROM CURRENT
      SET "DateStyle" FROM CURRENT
      SET "IntervalStyle" FROM CURRENT
      """;

  /** A column may be named as a variable of the function is. */
  private static final String COLUMNS_FIRST = "#variable_conflict use_column\n";

  private static final String NEW = "  NEW.";

  static String triggerName(String function) {
    return TemporaryName.cut(LAST + function);
  }

  /**
   * The trigger that fills one column.
   *
   * @param function raw name of its function
   * @param value an expression over the columns of the table, by their names
   */
  static SyncTrigger filling(
      QualifiedName table, String function, String column, SqlExpression value) {
    String assignment = NEW + quote(column) + " := (SELECT " + value.text()
        + "\n    FROM (SELECT NEW.*) AS " + quote(table.name()) + ");\n";
    return of(table, function, COLUMNS_FIRST, assignment);
  }

  /** The same with the value of another column, cast as an UPDATE would cast it. */
  static SyncTrigger copying(QualifiedName table, String function, String column, String from) {
    return of(table, function, "", NEW + quote(column) + " := NEW." + quote(from) + ";\n");
  }

  /**
   * A trigger.
   *
   * @param body statements of PL/pgSQL
   */
  static SyncTrigger of(QualifiedName table, String function, String body) {
    return of(table, function, "", body);
  }

  private static SyncTrigger of(QualifiedName table, String function, String options, String body) {
    String call = identifier(table.sibling(function)) + "()";
    String name = triggerName(function);
    String on = identifier(table);
    return new SyncTrigger(
        new SqlObject(
            QualifiedName.of(function),
            "CREATE FUNCTION " + call + " RETURNS trigger LANGUAGE plpgsql\n" + SETTINGS + "AS "
                + quoted("\n" + options + "BEGIN\n" + body + "  RETURN NEW;\nEND\n"),
            "DROP FUNCTION " + call,
            new TreeSet<>()),
        new SqlObject(
            QualifiedName.of(name),
            "CREATE TRIGGER " + SqlTokens.identifier(name) + " BEFORE INSERT OR UPDATE ON " + on
                + " FOR EACH ROW EXECUTE FUNCTION " + call,
            "DROP TRIGGER " + SqlTokens.identifier(name) + " ON " + on,
            new TreeSet<>(Set.of(function, table.toString()))));
  }

  List<Operation> create() {
    return List.of(new CreateObject(function), new CreateObject(trigger));
  }

  List<Operation> drop() {
    return List.of(
        new DropSqlObject(trigger.name().name(), trigger.drop()),
        new DropSqlObject(function.name().name(), function.drop()));
  }

  private static String identifier(QualifiedName name) {
    return (name.schema().isEmpty() ? "" : SqlTokens.identifier(name.schema()) + ".")
        + SqlTokens.identifier(name.name());
  }

  /** Always with quotes: PL/pgSQL has reserved words of its own. */
  static String quote(String rawName) {
    return "\"" + rawName.replace("\"", "\"\"") + "\"";
  }

  private static String quoted(String text) {
    String tag = "$lockstep$";
    for (int attempt = 1; text.contains(tag); attempt++) {
      tag = "$lockstep" + attempt + "$";
    }
    return tag + text + tag;
  }
}
