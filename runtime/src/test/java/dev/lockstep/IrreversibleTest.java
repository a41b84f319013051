package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downgrades that do not bring everything back. */
class IrreversibleTest {
  private static final List<DataLoss> LOSSES = List.of(
      new DataLoss("M0002_Drop", "t.b", "its values are deleted"),
      new DataLoss("M0002_Drop", "u", "its rows are deleted"));

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  private final WrittenMigrations migrations = new WrittenMigrations()
      .add(
          "M0001_Create",
          schema -> {
            schema.createTable("t", column("a", text()), column("b", text()));
            schema.createTable("u", column("a", text()));
          },
          schema -> {
            schema.dropTable("u");
            schema.dropTable("t");
          })
      .add("M0002_Drop", new DropTwo())
      .add("M0003_Nothing", schema -> {});

  private Migrator.Builder builder() {
    return Migrator.builder(database).migrations(migrations);
  }

  @BeforeEach
  void upgrade() {
    builder().build().upgrade();
  }

  private List<String> history() throws SQLException {
    return query(database, "SELECT revision FROM lockstep_history ORDER BY ordinal");
  }

  @Test
  void goesOnInCodeAndSaysWhatDidNotComeBack() throws SQLException {
    DowngradeReport report = builder().build().downgrade(2);

    assertEquals(LOSSES, report.lost());
    assertTrue(
        report
            .toString()
            .endsWith("\n  not brought back: t.b: its values are deleted (M0002_Drop)"
                + "\n  not brought back: u: its rows are deleted (M0002_Drop)"),
        report.toString());
    assertEquals(List.of("M0001_Create"), history());
  }

  @Test
  void refusesBeforeAnythingIsTouched() throws SQLException {
    Migrator careful = builder().refuseIrreversible().build();

    IrreversibleException refused =
        assertThrows(IrreversibleException.class, () -> careful.downgrade(2));

    assertEquals(LOSSES, refused.losses());
    assertEquals(Outcome.USAGE, refused.outcome());
    assertEquals("""
        [lockstep:DowngradeLosesData] this downgrade does not bring everything back; nothing was done
            t.b: its values are deleted (M0002_Drop)
            u: its rows are deleted (M0002_Drop)
            lose it: --accept data-loss, or a Migrator built without refuseIrreversible()""", refused.getMessage());
    assertEquals(List.of("M0001_Create", "M0002_Drop", "M0003_Nothing"), history());
    assertThrows(IrreversibleException.class, () -> careful.downgradeTo("base"));
  }

  @Test
  void refusesNothingThatBringsEverythingBack() throws SQLException {
    DowngradeReport report = builder().refuseIrreversible().build().downgrade(1);

    assertEquals(List.of(), report.lost());
    assertEquals(List.of("M0001_Create", "M0002_Drop"), history());
  }

  @Test
  void aScriptSaysIt() {
    assertTrue(builder().build().script("M0002", "M0001").sql().contains("""
            -- downgrade of M0002_Drop: it's M0002_Drop
            -- not brought back: t.b: its values are deleted
            -- not brought back: u: its rows are deleted
            BEGIN"""));
  }
}
