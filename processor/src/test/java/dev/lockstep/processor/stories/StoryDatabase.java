package dev.lockstep.processor.stories;

import dev.lockstep.DriftReport;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.Phase;
import dev.lockstep.SchemaEditor;
import dev.lockstep.UpgradeReport;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.CatalogDump;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The story on a real server: with rows up, down and up again, compared each time with a database
 * that has no past.
 *
 * @param revisions the last migrations, which the story tells
 * @param before what the migrations before them leave
 * @param after what all migrations leave
 */
record StoryDatabase(
    Story story, MigrationSet migrations, List<String> revisions, Schema before, Schema after) {

  /**
   * Plays the story on a server of that major version.
   *
   * @return sections "rows after" and "rows back", where the story asks for them
   */
  Map<String, String> play(int major) throws SQLException {
    Map<String, String> rows = new LinkedHashMap<>();
    Rows database = Rows.empty("story", major);
    Migrator migrator =
        Migrator.builder(database.source()).migrations(migrations).build();
    int earlier = migrations.entries().size() - revisions.size();
    if (earlier > 0) {
      migrator.upgradeTo(migrations.entries().get(earlier - 1).id());
    }
    database.execute(story.section("rows"));
    String catalogBefore = catalog(database);
    Map<QualifiedName, Long> countsBefore = database.counts(before);

    if (revisions.size() > 1) {
      requireHeld(migrator.upgrade(Phase.EXPAND));
    }
    migrator.upgrade();
    requireFresh("upgraded", migrator, database, major);
    Map<QualifiedName, Long> kept = kept(countsBefore);
    requireCounts("upgraded", kept, database.counts(after));
    putRows(rows, "rows after", database);

    migrator.downgrade(revisions.size());
    same("downgraded, PostgreSQL " + major, catalogBefore, catalog(database));
    putRows(rows, "rows back", database);

    migrator.upgrade();
    requireFresh("upgraded again", migrator, database, major);
    requireCounts("upgraded again", kept, database.counts(after));
    return rows;
  }

  /** Nothing was migrated: the database must be that of the model as it is now. */
  void requireUpToDate(int major) {
    Rows database = Rows.empty("story", major);
    Migrator migrator =
        Migrator.builder(database.source()).migrations(migrations).build();
    migrator.upgrade();
    requireFresh("not migrated", migrator, database, major);
  }

  private void requireHeld(UpgradeReport report) {
    same("held", revisions.subList(1, 2).toString(), report.held().toString());
  }

  private void requireFresh(String state, Migrator migrator, Rows database, int major) {
    same(state + ", PostgreSQL " + major, freshCatalog(major), catalog(database));
    DriftReport drift = migrator.check();
    if (!drift.differences().isEmpty()) {
      throw new AssertionError(state + ", PostgreSQL " + major + ": " + drift);
    }
  }

  /** What a database without a past has. */
  private String freshCatalog(int major) {
    Rows fresh = Rows.empty("fresh", major);
    PostgresDdl ddl = new PostgresDdl("public", major);
    List<Operation> operations = SchemaDiffer.diff(Schema.EMPTY, after).operations();
    fresh.execute(operations.stream().map(ddl::sql).toList());
    return catalog(fresh);
  }

  private String catalog(Rows database) {
    return CatalogDump.of(
        database.source(),
        Stream.of(Stream.of("public"), before.namespaces().stream(), after.namespaces().stream())
            .flatMap(names -> names)
            .distinct()
            .toArray(String[]::new));
  }

  /** How many rows each table that stays must have, by its name after the upgrade. */
  private Map<QualifiedName, Long> kept(Map<QualifiedName, Long> countsBefore) {
    Map<QualifiedName, Long> counts = new TreeMap<>(countsBefore);
    List<Operation> operations = revisions.stream()
        .map(migrations::migration)
        .flatMap(migration -> SchemaEditor.record(migration::upgrade).stream())
        .toList();
    for (Operation operation : operations) {
      if (operation instanceof DropTable drop) {
        counts.remove(drop.table());
      } else if (operation instanceof RenameTable rename) {
        move(counts, rename.table(), new QualifiedName(rename.table().schema(), rename.newName()));
      } else if (operation instanceof SetTableSchema move) {
        move(
            counts,
            move.table(),
            new QualifiedName(move.newSchema(), move.table().name()));
      }
    }
    return counts;
  }

  private static void move(Map<QualifiedName, Long> counts, QualifiedName from, QualifiedName to) {
    Long count = counts.remove(from);
    if (count != null) {
      counts.put(to, count);
    }
  }

  private static void requireCounts(
      String state, Map<QualifiedName, Long> kept, Map<QualifiedName, Long> counts) {
    Map<QualifiedName, Long> ofKept = new TreeMap<>(counts);
    ofKept.keySet().retainAll(kept.keySet());
    same(state + ", rows of each table", kept.toString(), ofKept.toString());
  }

  private void putRows(Map<String, String> rows, String section, Rows database)
      throws SQLException {
    if (story.has(section)) {
      rows.put(section, database.answers(story.section(section)));
    }
  }

  private static void same(String what, String expected, String found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ":\n" + TextDiff.of(expected, found, 0));
    }
  }
}
