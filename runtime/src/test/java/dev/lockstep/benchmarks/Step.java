package dev.lockstep.benchmarks;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.bool;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.SchemaEditor;

/**
 * A migration to measure, as an object and as the source that the processor would write: makes a
 * table of eight columns with an index, or gives a table a further column.
 *
 * @param number from 1
 * @param table number of the table
 */
record Step(int number, int table, Kind kind) implements Migration {
  enum Kind {
    CREATE_TABLE,
    ADD_COLUMN
  }

  /** As in {@code M0002_AddColumn2ToT1}. */
  String id() {
    return String.format("M%04d_", number)
        + (kind == Kind.CREATE_TABLE ? "CreateT" + table : "AddColumn" + number + "ToT" + table);
  }

  String description() {
    return kind == Kind.CREATE_TABLE
        ? "Create t" + table
        : "Add column " + number + " to t" + table;
  }

  @Override
  public void upgrade(SchemaEditor schema) {
    if (kind == Kind.ADD_COLUMN) {
      schema.addColumn("t" + table, column("extra" + number, varchar(200)));
      return;
    }
    schema.createTable(
        "t" + table,
        column("id", bigint()).notNull().identity(),
        column("name", varchar(80)).notNull(),
        column("email", varchar(120)),
        column("amount", numeric(10, 2)).notNull().defaultValue("0"),
        column("active", bool()).notNull(),
        column("created_at", timestamptz()).notNull().defaultValue("now()"),
        column("note", text()),
        column("owner_id", bigint()).notNull(),
        primaryKey("t" + table + "_pkey", "id"));
    schema.createIndex("t" + table, index("t" + table + "_owner_id_idx", "owner_id"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    if (kind == Kind.ADD_COLUMN) {
      schema.dropColumn("t" + table, "extra" + number);
      return;
    }
    schema.dropIndex("t" + table + "_owner_id_idx");
    schema.dropTable("t" + table);
  }

  /** Of a class in that package. */
  String source(String packageName, String parents) {
    String body = kind == Kind.CREATE_TABLE ? CREATE : ADD;
    return body.replace("$package", packageName)
        .replace("$parents", parents)
        .replace("$description", description())
        .replace("$id", id())
        .replace("$table", "t" + table)
        .replace("$column", "extra" + number);
  }

  private static final String CREATE = """
      package $package;

      import static dev.lockstep.SchemaElements.bigint;
      import static dev.lockstep.SchemaElements.bool;
      import static dev.lockstep.SchemaElements.column;
      import static dev.lockstep.SchemaElements.index;
      import static dev.lockstep.SchemaElements.numeric;
      import static dev.lockstep.SchemaElements.primaryKey;
      import static dev.lockstep.SchemaElements.text;
      import static dev.lockstep.SchemaElements.timestamptz;
      import static dev.lockstep.SchemaElements.varchar;

      import dev.lockstep.Migration;
      import dev.lockstep.Revision;
      import dev.lockstep.SchemaEditor;

      @Revision($parentsdescription = "$description")
      public final class $id implements Migration {
        @Override
        public void upgrade(SchemaEditor schema) {
          schema.createTable("$table",
              column("id", bigint()).notNull().identity(),
              column("name", varchar(80)).notNull(),
              column("email", varchar(120)),
              column("amount", numeric(10, 2)).notNull().defaultValue("0"),
              column("active", bool()).notNull(),
              column("created_at", timestamptz()).notNull().defaultValue("now()"),
              column("note", text()),
              column("owner_id", bigint()).notNull(),
              primaryKey("$table_pkey", "id"));

          schema.createIndex("$table", index("$table_owner_id_idx", "owner_id"));
        }

        @Override
        public void downgrade(SchemaEditor schema) {
          schema.dropIndex("$table_owner_id_idx");
          schema.dropTable("$table");
        }
      }
      """;

  private static final String ADD = """
      package $package;

      import static dev.lockstep.SchemaElements.column;
      import static dev.lockstep.SchemaElements.varchar;

      import dev.lockstep.Migration;
      import dev.lockstep.Revision;
      import dev.lockstep.SchemaEditor;

      @Revision($parentsdescription = "$description")
      public final class $id implements Migration {
        @Override
        public void upgrade(SchemaEditor schema) {
          schema.addColumn("$table", column("$column", varchar(200)));
        }

        @Override
        public void downgrade(SchemaEditor schema) {
          schema.dropColumn("$table", "$column");
        }
      }
      """;
}
