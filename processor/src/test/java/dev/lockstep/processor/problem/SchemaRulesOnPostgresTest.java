package dev.lockstep.processor.problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import dev.lockstep.testing.RandomSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules are PostgreSQL's own: it refuses what they refuse, and takes what they take. */
class SchemaRulesOnPostgresTest {
  /** PostgreSQL cuts, takes, or notices only when rows come. */
  private static final Set<String> OURS = Set.of(
      "NameTooLong",
      "NameReserved",
      "SerialType",
      "ForeignKeyTypeDiffers",
      "SetNullOnNotNull",
      "SetDefaultWithoutDefault",
      "StatisticsInvalid");

  private static DataSource database;

  @BeforeAll
  static void start() {
    database = Postgres.newDatabase(Postgres.NEWEST);
  }

  @AfterAll
  static void drop() {
    Postgres.drop(database);
  }

  /** Where it is the differ that refuses, the rules keep it from being called. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesTheSame(String what, Model model) {
    assertThrows(Exception.class, () -> create(model.schema()), what);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
            SchemaRulesTest.mistakes(), ObjectRulesTest.mistakes(), LimitRulesTest.mistakes())
        .flatMap(mistakes -> mistakes)
        .map(mistake -> Arguments.of(mistake.get()[0], mistake.get()[1]))
        .filter(mistake -> SchemaRules.check(((Model) mistake.get()[1]).declared()).stream()
            .noneMatch(problem -> OURS.contains(problem.code())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "dev.lockstep.processor.problem.SchemaRulesTest#good",
    "dev.lockstep.processor.problem.ObjectRulesTest#good",
    "dev.lockstep.processor.problem.LimitRulesTest#good"
  })
  void takesTheSame(String what, Model model) {
    assertDoesNotThrow(() -> create(model.schema()), what);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void takesWhatTheLawsRunOn(int seed) {
    RandomSchemas.Edit edit = RandomSchemas.edit(seed);
    for (Schema schema : List.of(edit.from(), edit.to())) {
      Model model = new Model(schema, DiffHints.NONE);
      List<Problem> wrong = SchemaRules.check(model.declared()).stream()
          .filter(problem -> !OURS.contains(problem.code()))
          .toList();
      assertEquals("", Model.text(wrong), () -> "seed " + seed);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static void create(Schema schema) throws SQLException {
    PostgresDdl ddl = new PostgresDdl("public", Postgres.NEWEST);
    try (Connection connection = begin();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DOMAIN citext AS text");
      statement.execute("CREATE DOMAIN mood AS text");
      statement.execute("CREATE DOMAIN \"Mood\" AS text");
      for (Operation operation : SchemaDiffer.diff(Schema.EMPTY, schema).operations()) {
        statement.execute(ddl.sql(operation));
      }
    }
  }

  /** Closing it without a commit leaves the database as it was. */
  private static Connection begin() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
