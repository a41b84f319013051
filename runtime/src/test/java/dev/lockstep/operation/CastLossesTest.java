package dev.lockstep.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is said of each conversion is what PostgreSQL does to values on the way there and back. */
class CastLossesTest {
  /** From, to, a value that may suffer, what is lost; a to with :: before it is cast explicitly. */
  private static final String CASES = """
      integer | bigint | 2147483647 |
      smallint | numeric | 7 |
      bigint | integer | 7 |
      numeric(10,4) | numeric(10,2) | 1.2345 | its fractions were rounded
      numeric(10,2) | numeric(8,2) | 1.25 |
      numeric(10,2) | numeric(12,2) | 1.25 |
      numeric(10,2) | numeric | 1.25 |
      numeric | integer | 1.25 | its fractions were rounded
      numeric | double precision | 0.12345678901234567891 | its digits beyond the new precision are gone
      double precision | real | 0.1234567890123 | its digits beyond the new precision are gone
      real | double precision | 0.1 |
      double precision | numeric | 0.12345678901234567 | its digits beyond the new precision are gone
      bigint | double precision | 9007199254740993 | its digits beyond the new precision are gone
      integer | double precision | 2147483647 |
      integer | boolean | 7 | which number it was is gone
      boolean | integer | true |
      timestamp | date | 2024-05-06 07:08:09 | its times of day are gone
      date | timestamp | 2024-05-06 |
      timestamp | timestamptz | 2024-05-06 07:08:09 |
      timestamptz | timestamp | 2024-05-06 07:08:09+00 |
      timestamptz | timestamptz(0) | 2024-05-06 07:08:09.75+00 | its fractions of seconds were rounded
      timestamp | time | 2024-05-06 07:08:09 | its dates are gone
      timetz | time | 07:08:09+02 | its time zones are gone
      interval | time | 3 days 01:00 | its days and months are gone
      time | interval | 07:08:09 |
      inet | cidr | 10.1.2.3/8 | the host parts of its addresses are gone
      cidr | inet | 10.0.0.0/8 |
      json | jsonb | {"b":1, "a":2} | the order, the duplicates and the spaces of its JSON are gone
      jsonb | json | {"b": 1} |
      text | integer | 007 | how its text was written is gone
      integer | text | 7 |
      text | uuid | A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11 | how its text was written is gone
      uuid | text | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 |
      text | boolean | yes | how its text was written is gone
      text | json | {"b":1, "a":2} |
      text | varchar | a b |
      varchar(10) | text | a b |
      varchar(10) | varchar(20) | a b |
      varchar(10) | varchar(3) | ab    | spaces at the end of its values may have been cut
      varchar(10) | ::varchar(3) | abcdef | its values may have been cut
      text | char(5) | ab  | spaces at the end of its values may have been cut
      char(5) | text | ab |
      text[] | varchar[] | {a,b} |
      text[] | integer[] | {007} | how its text was written is gone
      numeric[] | integer[] | {1.25} | its fractions were rounded
      integer[] | text | {1,2} |
      text | integer[] | {1, 2} | how its text was written is gone
      integer | bit(32) | 7 |
      bigint | ::bit(8) | 1023 | its upper bits are gone
      varbit(8) | ::bit(4) | 10101010 | its values may have been cut
      text | name | %s | its values may have been cut
      """.formatted("n".repeat(64));

  private record Case(SqlType from, SqlType to, boolean explicit, String value, String loss) {
    static Case of(String line) {
      String[] parts = line.split(" \\| ?", -1);
      String to = parts[1].replaceFirst("^::", "");
      return new Case(
          SqlType.parse(parts[0]),
          SqlType.parse(to),
          parts[1].startsWith("::"),
          parts[2],
          parts[3].strip());
    }

    Schema schema() {
      return Schema.EMPTY.withTable(
          Table.of(QualifiedName.of("t")).withColumns(NamedList.of(List.of(Column.of("v", from)))));
    }

    AlterColumnType change() {
      SqlExpression using = explicit ? SqlExpression.of("v::" + to) : Casts.using(from, to, "v");
      return new AlterColumnType(QualifiedName.of("t"), "v", to, "", using);
    }
  }

  private static List<Case> cases() {
    return CASES.lines().map(Case::of).toList();
  }

  @Test
  void isSaidOfEachConversion() {
    for (Case each : cases()) {
      assertEquals(
          each.loss(),
          String.join(
              "; ",
              each.change().losses(each.schema()).stream().map(Loss::reason).toList()),
          each.toString());
    }
    assertEquals(CASES.lines().count(), cases().stream().distinct().count());
  }

  @Test
  void isWhatTheOldestServerDoes() throws SQLException {
    assertTold(Postgres.newDatabase(Postgres.OLDEST));
  }

  @Test
  void isWhatTheNewestServerDoes() throws SQLException {
    assertTold(Postgres.newDatabase(Postgres.NEWEST));
  }

  private static void assertTold(DataSource database) throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET timezone = 'UTC'");
      for (Case each : cases()) {
        String before = text(statement, each, List.of());
        String after = back(statement, each);
        if (before.equals(after) != each.loss().isEmpty()) {
          wrong.add(each + ": " + before + " came back as " + after);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** What is left after there and back; why there is no way back, if it fails. */
  private static String back(Statement statement, Case each) throws SQLException {
    text(statement, each, List.of(each.change()));
    List<Operation> operations = new ArrayList<>(List.of(each.change()));
    operations.addAll(Operations.reverse(List.of(each.change()), each.schema()));
    try {
      return text(statement, each, operations);
    } catch (SQLException e) {
      return "nothing: " + e.getMessage();
    }
  }

  private static String text(Statement statement, Case each, List<Operation> operations)
      throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t");
    statement.execute("CREATE TABLE t (v " + each.from() + ")");
    statement.execute("INSERT INTO t VALUES ('" + each.value() + "')");
    for (Operation operation : operations) {
      statement.execute(new PostgresDdl("public", Postgres.NEWEST).sql(operation));
    }
    try (ResultSet rows = statement.executeQuery("SELECT '<' || v::text || '>' FROM t")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
