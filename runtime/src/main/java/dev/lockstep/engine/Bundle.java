package dev.lockstep.engine;

import java.util.List;

/**
 * Whole migrations that go to the server in one message, one after the other. Each is a transaction
 * of its own: where the server refuses one, those before it stay, and those after it are not begun.
 *
 * @param migrations at least two
 * @param sql their messages
 */
record Bundle(List<MigrationWork> migrations, String sql) {
  Bundle {
    migrations = List.copyOf(migrations);
  }

  List<String> revisions() {
    return migrations.stream().map(MigrationWork::revision).toList();
  }
}
