package dev.lockstep.processor.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SchemaFingerprint;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import dev.lockstep.testing.RandomSchemas;
import java.util.Collections;
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
    for (Snapshot snapshot : List.of(
        Snapshot.EMPTY, SampleSnapshot.small(), SampleSnapshot.large(), SampleSnapshot.second())) {
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
  void writesEachLineOfSqlOnALineOfItsOwn() {
    for (String sql : List.of("a", "", "a\nb", "\n", "a\n", "\na\n\n", "a\r\nb", " \t\n\n ")) {
      SqlObject object =
          new SqlObject(QualifiedName.of("o"), sql, "x" + sql, Collections.emptySortedSet());
      View view = View.of(QualifiedName.of("v"), "SELECT '" + sql + "'");
      assertLaw3(new Snapshot(
          List.of("M0001_A"),
          Snapshot.EMPTY.schema().withObject(object).withObject(view),
          Map.of()));
    }
  }

  @Test
  void namesTheOwnerOfASequenceWhereverItIs() {
    for (String schema : List.of("", "app")) {
      Table table = Table.of(new QualifiedName(schema, "t"));
      table = table.withColumns(table.columns().with(Column.of("c", SqlType.parse("bigint"))));
      Sequence.Owner owner = new Sequence.Owner(table.name(), "c");
      assertLaw3(new Snapshot(
          List.of("M0001_A"),
          Snapshot.EMPTY
              .schema()
              .withTable(table)
              .withObject(Sequence.of(QualifiedName.of("s")).withOwner(owner))
              .withObject(Sequence.of(new QualifiedName("app", "s")).withOwner(owner)),
          Map.of()));
    }
  }

  @Test
  void keepsTheOrderOfValues() {
    Snapshot read = SnapshotJson.read(SnapshotJson.write(SampleSnapshot.second()));

    assertEquals(
        List.of("sad", "it's \"ok\"", "happy"),
        read.schema().findEnum(QualifiedName.of("mood")).orElseThrow().values());
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
    for (Snapshot snapshot : List.of(SampleSnapshot.large(), SampleSnapshot.second())) {
      String text = SnapshotJson.write(snapshot);

      assertEquals(snapshot, SnapshotJson.read(text.replace("\n", "\r\n")));
      assertEquals(snapshot, SnapshotJson.read("\ufeff" + text));
    }
  }

  @Test
  void doesNotDependOnTheLocale() {
    String text = SnapshotJson.write(SampleSnapshot.second());
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

    assertTrue(fingerprint.matches("s2:[0-9a-f]{64}"), fingerprint);
    assertEquals(
        fingerprint,
        SchemaFingerprint.of(SnapshotJson.read(SnapshotJson.write(snapshot)).schema()));
  }
}
