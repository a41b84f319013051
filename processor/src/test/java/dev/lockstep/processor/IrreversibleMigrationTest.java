package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.IrreversibleException;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.testing.Postgres;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generated downgrade says that it does not bring back, and that it is refused then. */
class IrreversibleMigrationTest {
  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void hasParcels() throws IOException {
    project = Project.shop(folder)
        .table("State", "@EnumType enum State { NEW, LOST, SENT }")
        .table("Parcel", """
            @Table
            public class Parcel {
              @Id long id;
              State state;
              String name;
              Integer pieces;
              @Column(precision = 10, scale = 4) java.math.BigDecimal weight;
              java.time.LocalDateTime sent;
              String number;
              int count;
            }
            """);
    project.generate("Initial migration").expectSuccess();
  }

  private String generated(String model) throws IOException {
    project.table("Parcel", model);
    project
        .generate("Change", "-Alockstep.accept=data-loss,rewrite", "-Alockstep.online=false")
        .expectSuccess();
    return project.read(Project.MIGRATIONS + "M0002_Change.java");
  }

  private static List<String> marks(String source) {
    return source
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("@Irreversible"))
        .toList();
  }

  private static final String CHANGED = """
      @Table
      public class Parcel {
        @Id long id;
        State state;
        @Column(nullable = false, backfill = "'?'") String name;
        @Column(defaultValue = "1") int pieces;
        @Column(precision = 10, scale = 2) java.math.BigDecimal weight;
        java.time.LocalDate sent;
        @Column(using = "length(number)") Integer number;
        long count;
        @Column(nullable = false, backfill = "id::text") String label;
      }
      """;

  @Test
  void namesEachColumnThatDoesNotComeBackAndWhy() throws IOException {
    project.table(
        "State",
        "@EnumType(replaced = @ReplacedValue(value = \"LOST\", by = \"SENT\")) enum State { NEW, SENT }");

    assertEquals(
        List.of(
            "@Irreversible(what = \"parcel.name\", reason = \"its NULLs became '?'\")",
            "@Irreversible(what = \"parcel.number\", reason = \"its values became length(number)\")",
            "@Irreversible(what = \"parcel.pieces\", reason = \"its NULLs became 1\")",
            "@Irreversible(what = \"parcel.sent\", reason = \"its times of day are gone\")",
            "@Irreversible(what = \"parcel.state\", reason = \"value LOST became SENT\")",
            "@Irreversible(what = \"parcel.weight\", reason = \"its fractions were rounded\")"),
        marks(generated(CHANGED)));
  }

  @Test
  void saysNothingWhereAllComesBack() throws IOException {
    assertEquals(List.of(), marks(generated("""
        @Table
        public class Parcel {
          @Id long id;
          @Column(renamedFrom = "state") State phase;
          String name;
          Long pieces;
          @Column(precision = 12, scale = 4) java.math.BigDecimal weight;
          @Column(type = "timestamptz") java.time.Instant sent;
          String number;
          short count;
          @Column(nullable = false, backfill = "upper(number)") String label;
          @Computed("count + 1") int next;
        }
        """)));
  }

  /** A column that the first phase has made had no values before. */
  @Test
  void saysOfEachPhaseWhatIsLostThere() throws IOException {
    project.table("Parcel", CHANGED);
    project.generate("Change", "-Alockstep.accept=data-loss,rewrite").expectSuccess();

    assertEquals(List.of(), marks(project.read(Project.MIGRATIONS + "M0002_Change.java")));
    assertEquals(
        List.of(
            "@Irreversible(what = \"parcel.name\", reason = \"its NULLs became '?'\")",
            "@Irreversible(what = \"parcel.number\", reason = \"its values became length(number)\")",
            "@Irreversible(what = \"parcel.pieces\", reason = \"its NULLs became 1\")",
            "@Irreversible(what = \"parcel.sent\", reason = \"its times of day are gone\")",
            "@Irreversible(what = \"parcel.weight\", reason = \"its fractions were rounded\")"),
        marks(project.read(Project.MIGRATIONS + "M0003_ChangeContract.java")));
  }

  @Test
  void namesWhatIsLostByTheNameThatItHasAfterTheDowngrade() throws IOException {
    assertEquals(
        List.of(
            "@Irreversible(what = \"parcel.count\", reason = \"its values are deleted\")",
            "@Irreversible(what = \"parcel.number\", reason = \"its NULLs became '-'\")"),
        marks(generated("""
            @Table(name = "package", renamedFrom = "parcel")
            public class Parcel {
              @Id long id;
              State state;
              String name;
              Integer pieces;
              @Column(precision = 10, scale = 4) java.math.BigDecimal weight;
              java.time.LocalDateTime sent;
              @Column(renamedFrom = "number", nullable = false, backfill = "'-'") String code;
            }
            """)));
  }

  @Test
  void isRefusedOnADatabaseThatWouldNotGetItsValuesBack() throws Exception {
    generated(CHANGED);
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (URLClassLoader classes = project.load()) {
      MigrationSet migrations = (MigrationSet) classes
          .loadClass("com.example.shop.migrations.Migrations")
          .getConstructor()
          .newInstance();
      Migrator migrator =
          Migrator.builder(database).migrations(migrations).refuseIrreversible().build();
      migrator.upgradeTo("M0001_InitialMigration");
      execute(
          database,
          "INSERT INTO parcel VALUES (1, 'NEW', NULL, NULL, 1.2345, '2024-05-06 07:08:09', '007', 1)");
      migrator.upgrade();

      IrreversibleException refused =
          assertThrows(IrreversibleException.class, () -> migrator.downgrade(1));

      assertEquals(
          List.of(
              "parcel.name: its NULLs became '?' (M0002_Change)",
              "parcel.number: its values became length(number) (M0002_Change)",
              "parcel.pieces: its NULLs became 1 (M0002_Change)",
              "parcel.sent: its times of day are gone (M0002_Change)",
              "parcel.weight: its fractions were rounded (M0002_Change)"),
          refused.losses().stream().map(String::valueOf).toList());
      assertEquals(
          List.of("2024-05-06|1.23|3"), query(database, "SELECT sent, weight, number FROM parcel"));
      Migrator bold = Migrator.builder(database).migrations(migrations).build();
      assertEquals(refused.losses(), bold.downgrade(1).lost());
      assertEquals(
          List.of("?|1|1.2300|2024-05-06 00:00:00|3"),
          query(database, "SELECT name, pieces, weight, sent, number FROM parcel"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Postgres.OLDEST, Postgres.NEWEST})
  void namesTheCounterOfAnIdentityThatGoes(int server) throws Exception {
    Project letters = Project.shop(folder.resolve("letters"))
        .table("Letter", "@Table public class Letter { @Id @Identity Long id; }");
    letters.generate("Initial migration").expectSuccess();
    letters.table("Letter", "@Table public class Letter { @Id Long id; }");
    letters.generate("Number them by hand").expectSuccess();
    DataSource database = Postgres.newDatabase(server);
    try (URLClassLoader classes = letters.load()) {
      Migrator migrator = migrator(database, classes);
      migrator.upgradeTo("M0001_InitialMigration");
      execute(
          database,
          "INSERT INTO letter SELECT FROM generate_series(1, 3); DELETE FROM letter WHERE id = 3");
      migrator.upgrade();

      IrreversibleException refused =
          assertThrows(IrreversibleException.class, () -> migrator.downgrade(1));

      assertEquals(
          List.of("letter.id: its counter is deleted (M0002_NumberThemByHand)"),
          refused.losses().stream().map(String::valueOf).toList());
    }
  }

  @Test
  void saysNothingOfACounterThatASequenceGoesOnWith() throws IOException {
    Project letters = Project.shop(folder.resolve("letters"))
        .table("Letter", "@Table public class Letter { @Id @Identity Long id; }");
    letters.generate("Initial migration").expectSuccess();
    letters.table("Letter", """
        @Table
        @Sequence(name = "letter_id_seq")
        public class Letter {
          @Id @Column(defaultValue = "nextval('letter_id_seq')") Long id;
        }
        """);
    letters.generate("Number by a sequence").expectSuccess();

    String there = letters.read(Project.MIGRATIONS + "M0002_NumberByASequence.java");
    assertEquals(List.of(), marks(there));
  }

  private static Migrator migrator(DataSource database, ClassLoader classes) throws Exception {
    MigrationSet migrations = (MigrationSet) classes
        .loadClass("com.example.shop.migrations.Migrations")
        .getConstructor()
        .newInstance();
    return Migrator.builder(database)
        .migrations(migrations)
        .refuseIrreversible()
        .build();
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> query(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        lines.add(String.join("|", cells));
      }
      return lines;
    }
  }
}
