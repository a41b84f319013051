Tune the log

Parameters are set one by one; to leave the write-ahead log rewrites the table, which was accepted.

== before ==
-- Entry.java
@Table(with = {"fillfactor=90", "autovacuum_enabled=false"}) class Entry {
  @Id long id;
  String text;
  String kind;
}

== after ==
-- Entry.java
@Table(with = "fillfactor=70", unlogged = true) class Entry {
  @Id long id;
  @Column(storage = "external", compression = "pglz") String text;
  @Column(statistics = 500) String kind;
}

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO entry VALUES (1, 'started', 'info');

== messages ==
Entry.java:1: error: [lockstep:TableRewrite] table "entry" becomes unlogged, which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Change storage of table entry" -Dlockstep.accept=rewrite
Entry.java:4: error: [lockstep:ColumnStatisticsChanged] the statistics of column "kind" of table "entry" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change statistics of kind in entry"
Entry.java:3: error: [lockstep:ColumnStorageChanged] the storage of column "text" of table "entry" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change storage of text in entry"
Entry.java:3: error: [lockstep:ColumnCompressionChanged] the compression of column "text" of table "entry" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change compression of text in entry"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Tune the log")
@Accepted("rewrite:entry")
public final class M0002_TuneTheLog implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.setColumnStorage("entry", "text", text(), "external");
    schema.setColumnCompression("entry", "text", "pglz");
    schema.setColumnStatistics("entry", "kind", 500);
    schema.setUnlogged("entry");
    schema.setTableParameters("entry", "fillfactor", "70");
    schema.resetTableParameters("entry", "autovacuum_enabled");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.setTableParameters("entry", "autovacuum_enabled", "false");
    schema.setTableParameters("entry", "fillfactor", "90");
    schema.setLogged("entry");
    schema.resetColumnStatistics("entry", "kind");
    schema.setColumnCompression("entry", "text", "");
    schema.setColumnStorage("entry", "text", text(), "");
  }
}

== sql up ==
ALTER TABLE "public"."entry" ALTER COLUMN "text" SET STORAGE EXTERNAL;
ALTER TABLE "public"."entry" ALTER COLUMN "text" SET COMPRESSION "pglz";
ALTER TABLE "public"."entry" ALTER COLUMN "kind" SET STATISTICS 500;
ALTER TABLE "public"."entry" SET UNLOGGED;
ALTER TABLE "public"."entry" SET ("fillfactor" = 70);
ALTER TABLE "public"."entry" RESET ("autovacuum_enabled");

== sql down ==
ALTER TABLE "public"."entry" SET ("autovacuum_enabled" = 'false');
ALTER TABLE "public"."entry" SET ("fillfactor" = 90);
ALTER TABLE "public"."entry" SET LOGGED;
ALTER TABLE "public"."entry" ALTER COLUMN "kind" SET STATISTICS -1;
ALTER TABLE "public"."entry" ALTER COLUMN "text" SET COMPRESSION DEFAULT;
ALTER TABLE "public"."entry" ALTER COLUMN "text" SET STORAGE DEFAULT;

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_TuneTheLog"
    ],
    "tables": [
...
        "name": "entry",
        "class": "shop.Entry",
+       "unlogged": true,
        "with": {
-         "autovacuum_enabled": "false",
-         "fillfactor": "90"
+         "fillfactor": "70"
        },
        "columns": [
...
          {
            "name": "text",
-           "type": "text"
+           "type": "text",
+           "storage": "external",
+           "compression": "pglz"
          },
          {
            "name": "kind",
-           "type": "text"
+           "type": "text",
+           "statistics": 500
          }
        ],
