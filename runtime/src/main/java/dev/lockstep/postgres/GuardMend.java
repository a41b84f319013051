package dev.lockstep.postgres;

import java.util.ArrayList;
import java.util.List;

/** What CREATE does not say of a guard: whether it is switched on. */
final class GuardMend {
  private final String table;
  private final Guard guard;

  /**
   * Of one guard.
   *
   * @param table as SQL
   * @param guard its definition does not matter
   */
  GuardMend(String table, Guard guard) {
    this.table = table;
    this.guard = guard;
  }

  /** What makes row level security as it should be; both as the reader prints it. */
  List<String> security(String expected, String found) {
    List<String> statements = new ArrayList<>();
    boolean enabled = expected.startsWith("ENABLE");
    if (enabled != found.startsWith("ENABLE")) {
      statements.add(alter() + (enabled ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
    }
    boolean forced = expected.endsWith("FORCE");
    if (forced != found.endsWith("FORCE")) {
      statements.add(alter() + (forced ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
    }
    return statements;
  }

  /** What switches a trigger or a rule as the definition says; empty if a new one is so. */
  List<String> switched(String definition) {
    String state = definition.substring(withoutState(definition).length());
    return state.isEmpty() ? List.of() : List.of(switching(state));
  }

  /** The same where there is one already. */
  String switching(String definitionOrState) {
    String state = definitionOrState.substring(withoutState(definitionOrState).length());
    String word = switch (state) {
      case Guard.DISABLED -> "DISABLE ";
      case Guard.ALWAYS -> "ENABLE ALWAYS ";
      case Guard.REPLICA -> "ENABLE REPLICA ";
      default -> "ENABLE ";
    };
    return alter() + word + guard.kind().toUpperCase(java.util.Locale.ROOT) + " "
        + SqlText.quote(guard.name());
  }

  String drop() {
    return "DROP " + guard.kind().toUpperCase(java.util.Locale.ROOT) + " "
        + SqlText.quote(guard.name()) + " ON " + table;
  }

  /** The CREATE statement of a definition. */
  static String withoutState(String definition) {
    for (String state : List.of(Guard.DISABLED, Guard.ALWAYS, Guard.REPLICA)) {
      if (definition.endsWith(state)) {
        return definition.substring(0, definition.length() - state.length());
      }
    }
    return definition;
  }

  private String alter() {
    return "ALTER TABLE " + table + " ";
  }
}
