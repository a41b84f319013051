package dev.lockstep.engine;

import java.util.List;

/** Pieces of a script for psql. */
final class ScriptText {
  /** No column or table can have it: it stands in no SQL. */
  private static final String VARIABLE = "lockstep_todo";

  private final Configuration configuration;

  ScriptText(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The settings come before the lock, so that the wait for it ends. In a stricter isolation the
   * guard would see the history as it was before that wait.
   *
   * @param settings of the transaction
   * @param statements each with its semicolon
   */
  String transaction(String title, TransactionSettings settings, List<String> statements) {
    return "-- " + title + "\nBEGIN ISOLATION LEVEL READ COMMITTED;\n"
        + settings.script() + "\n"
        + terminated(configuration.lockKey().takeForTransaction())
        + String.join("", statements)
        + "COMMIT;\n";
  }

  /** The text, which psql runs where the condition holds at that moment. */
  static String where(String condition, String text) {
    return "SELECT " + condition + " AS " + VARIABLE + " \\gset\n\\if :" + VARIABLE + "\n" + text
        + "\\endif\n";
  }

  /** A semicolon on a line of its own is not part of a comment at the end. */
  static String terminated(String sql) {
    String text = sql.stripTrailing();
    if (text.endsWith(";") && !text.contains("--")) {
      return text + "\n";
    }
    return text + (text.contains("--") ? "\n;\n" : ";\n");
  }

  /** A literal that shows its text as it is. */
  static String quoted(String text) {
    String tag = "$sql$";
    for (int attempt = 1; (text + tag).indexOf(tag) < text.length(); attempt++) {
      tag = "$sql" + attempt + "$";
    }
    return tag + text + tag;
  }

  static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
