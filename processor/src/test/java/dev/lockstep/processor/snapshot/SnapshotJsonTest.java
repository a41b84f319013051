package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.testing.RandomSchemas;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotJsonTest {
  @Test
  void isAPropertyALine() {
    assertEquals("""
        {
          "format": 1,
          "heads": [
            "M0001_InitialMigration"
          ],
          "tables": [
            {
              "name": "user",
              "class": "com.example.shop.User",
              "columns": [
                {
                  "name": "username",
                  "type": "varchar(80)",
                  "notNull": true
                },
                {
                  "name": "id",
                  "type": "bigint",
                  "notNull": true,
                  "identity": { }
                }
              ],
              "constraints": [
                {
                  "name": "user_pkey",
                  "kind": "primary key",
                  "columns": [ "id" ]
                },
                {
                  "name": "user_username_key",
                  "kind": "unique",
                  "columns": [ "username" ]
                }
              ]
            }
          ]
        }
        """, SnapshotJson.write(SampleSnapshot.small()));
  }

  @Test
  void readsWhatItWrites() {
    for (Snapshot snapshot :
        List.of(Snapshot.EMPTY, SampleSnapshot.small(), SampleSnapshot.large())) {
      assertLaw3(snapshot);
    }
  }

  /** Law 3, of any snapshot. */
  static void assertLaw3(Snapshot snapshot) {
    String text = SnapshotJson.write(snapshot);
    Snapshot read = SnapshotJson.read(text);
    assertEquals(snapshot, read, text);
    assertEquals(text, SnapshotJson.write(read));
  }

  @Test
  void readsAnySchemaThatItWrites() {
    for (long seed = 1; seed <= 10_000; seed++) {
      Snapshot snapshot = new Snapshot(List.of("M0001_A"), RandomSchemas.schema(seed), Map.of());
      String text = SnapshotJson.write(snapshot);
      Snapshot read = SnapshotJson.read(text);
      String failure = "seed " + seed + "\n" + text;
      assertEquals(snapshot, read, failure);
      assertEquals(text, SnapshotJson.write(read), failure);
    }
  }

  @Test
  void keepsTheOrderOfColumns() {
    Snapshot read = SnapshotJson.read(SnapshotJson.write(SampleSnapshot.small()));

    assertEquals(
        List.of("username", "id"),
        List.copyOf(read.schema().table(QualifiedName.of("user")).columns().names()));
  }

  @Test
  void readsEveryType() {
    for (String type : List.of(
        "double precision",
        "interval day to second(3)",
        "timestamp(3)",
        "\"My Type\"",
        "app.\"My Type\"[]",
        "numeric(10,2)[]",
        "\"char\"",
        "bit(1)")) {
      Table table = Table.of(QualifiedName.of("t"));
      table = table.withColumns(table.columns().with(Column.of("c", SqlType.parse(type))));
      Snapshot snapshot =
          new Snapshot(List.of("M0001_A"), Snapshot.EMPTY.schema().withTable(table), Map.of());
      assertLaw3(snapshot);
    }
  }

  @Test
  void readsWhatGitMakesOfItOnWindows() {
    String text = SnapshotJson.write(SampleSnapshot.large());

    assertEquals(SampleSnapshot.large(), SnapshotJson.read(text.replace("\n", "\r\n")));
    assertEquals(SampleSnapshot.large(), SnapshotJson.read("\ufeff" + text));
  }

  @Test
  void doesNotDependOnTheLocale() {
    String text = SnapshotJson.write(SampleSnapshot.large());
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("tr", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertEquals(text, SnapshotJson.write(SnapshotJson.read(text)));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void fingerprintsTheSchemaAlone() {
    Snapshot snapshot = SampleSnapshot.small();
    String fingerprint = SchemaFingerprint.of(snapshot.schema());

    assertTrue(fingerprint.matches("s1:[0-9a-f]{64}"), fingerprint);
    assertEquals(
        fingerprint,
        SchemaFingerprint.of(SnapshotJson.read(SnapshotJson.write(snapshot)).schema()));
  }
}
