package dev.lockstep.engine;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;

import dev.lockstep.MigrationSet;
import dev.lockstep.SchemaEditor;
import java.lang.System.Logger.Level;

/**
 * Has the code loaded that a run needs once it has something to do: that takes longer than the
 * questions which the server is asked before. No code of the application runs.
 */
final class WarmUp {
  private WarmUp() {}

  /** Records and renders a small migration that nobody applies. */
  static void begin(Beside beside) {
    beside.prepare(() -> Checksum.of(SchemaEditor.record(WarmUp::example)));
    beside.prepare(Origin::host);
  }

  private static void example(SchemaEditor schema) {
    schema.createTable("t", column("id", bigint()).notNull(), primaryKey("t_pkey", "id"));
    schema.createIndex("t", index("t_id_idx", "id"));
    schema.dropTable("t");
  }

  /** Loads the classes of migrations, which have the package of their registry. */
  static void begin(Beside beside, MigrationSet set, MigrationPlan plan) {
    String packageName = set.getClass().getPackageName();
    ClassLoader loader = set.getClass().getClassLoader();
    for (MigrationPlan.Task task : plan.tasks()) {
      beside.prepare(() -> load(packageName + "." + task.id(), loader));
    }
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      Log.LOGGER.log(Level.DEBUG, "a set that is no registry", e);
    }
  }
}
