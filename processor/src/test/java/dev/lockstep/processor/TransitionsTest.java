package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that no migration makes, from annotation to message. */
class TransitionsTest {
  @TempDir
  Path folder;

  @Test
  void refusesToPartitionATableThatIsThere() throws IOException {
    Project project = Project.shop(folder).table("Event", """
        @Table
        public class Event {
          int day;
        }
        """);
    project.generate("Initial migration").expectSuccess();
    project.table("Event", """
        @Table
        @Partitioned(columns = "day", partitions = @Partition(name = "event_low", values = "FROM (0) TO (9)"))
        public class Event {
          int day;
        }
        """);
    List<String> errors = List.of("""
        Event.java:7: [lockstep:PartitioningChanged] table "event" becomes partitioned, which PostgreSQL cannot do to a table that is there
              declare another beside it: @Table(name = "event_2")
              then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
              then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss""");
    assertEquals(errors, project.compile().errors());
    assertEquals(
        errors, project.generate("Go on", "-Alockstep.accept=data-loss,rewrite").errors());
  }

  @Test
  void refusesToLeaveAColumnWithoutItsEnum() throws IOException {
    Project project = Project.shop(folder).table("Order", """
        @Table
        public class Order {
          State state;
        }
        """).table("State", """
        @EnumType
        public enum State { NEW, PAID }
        """);
    project.generate("Initial migration").expectSuccess();
    Files.delete(project.classes().resolve(Project.PACKAGE + "State.class"));
    project.delete(Project.PACKAGE + "State.java").table("Order", """
        @Table
        public class Order {
          @Column(type = "state")
          String state;
        }
        """);
    assertEquals(List.of("""
            Order.java:7: [lockstep:EnumInUse] column "state" of table "order" is of type state, but enum "state" is not declared any more
                  declare it: @EnumType(name = "state")
                  or another type: @Column(type = "text")"""), project.compile().errors());
  }

  private static String readings(String type) {
    return """
        @Table
        @Partitioned(columns = "day", partitions = @Partition(name = "reading_low", values = "FROM (0) TO (9)"))
        public class Reading {
          @Column(nullable = false)
          %s day;
        }
        """.formatted(type);
  }

  @Test
  void refusesAnotherTypeOfWhatATableIsPartitionedBy() throws IOException {
    Project project = Project.shop(folder).table("Reading", readings("Integer"));
    project.generate("Initial migration").expectSuccess();
    project.table("Reading", readings("Long"));
    List<String> errors = List.of("""
        Reading.java:8: [lockstep:PartitionKeyType] the type of column "day" of table "reading" changes from integer to bigint, but the table is partitioned by it
              keep it: @Column(type = "integer")
              or declare another table beside it: @Table(name = "reading_2")
              then copy the rows: mvn compile -Dlockstep.migrate="Copy reading to reading_2" -Dlockstep.empty=true""");
    assertEquals(errors, project.compile().errors());
    assertEquals(
        errors, project.generate("Go on", "-Alockstep.accept=data-loss,rewrite").errors());
  }

  private static String orders(String partitions) {
    return """
        @Table
        @Partitioned(columns = "state", by = PartitionStrategy.LIST, partitions = {%s})
        public class Order {
          @Column(nullable = false)
          State state;
        }
        """.formatted(partitions);
  }

  @Test
  void refusesToMakeAnEnumAnewThatATableIsPartitionedBy() throws IOException {
    Project project = Project.shop(folder)
        .table("Order", orders("@Partition(name = \"fresh\", values = \"IN ('NEW')\")"))
        .table("State", "@EnumType\npublic enum State { NEW, PAID }");
    project.generate("Initial migration").expectSuccess();
    project.table(
        "State",
        "@EnumType(replaced = @ReplacedValue(value = \"PAID\", by = \"NEW\"))\npublic enum State { NEW }");
    assertEquals(
        List.of("""
        State.java:6: [lockstep:EnumHeld] enum "state" loses value "PAID", which takes a new type, but table "order" is partitioned by column "state" of the old one
              keep it: @EnumValue("PAID")
              or another enum beside it: @EnumType(name = "state_2")"""),
        project.generate("Go on", "-Alockstep.accept=data-loss,rewrite").errors());
  }

  @Test
  void addsAPartitionOfAValueThatComesWithIt() throws IOException {
    String fresh = "@Partition(name = \"fresh\", values = \"IN ('NEW')\")";
    Project project = Project.shop(folder)
        .table("Order", orders(fresh))
        .table("State", "@EnumType\npublic enum State { NEW, PAID }");
    project.generate("Initial migration").expectSuccess();
    project
        .table("State", "@EnumType\npublic enum State { NEW, PAID, LOST }")
        .table("Order", orders(fresh + ", @Partition(name = \"lost\", values = \"IN ('LOST')\")"));
    project.generate("Add partition lost").expectSuccess();
  }

  @Test
  void refusesToMakeAnEnumAnewThatADomainIsMadeOf() throws IOException {
    Project project = Project.shop(folder)
        .table("Order", """
            @SqlObject(name = "open_state", needs = "state",
                create = "CREATE DOMAIN open_state AS state CHECK (value <> 'PAID')", drop = "DROP DOMAIN open_state")
            @Table
            public class Order {
              State state;
              @Column(type = "open_state")
              String open;
            }
            """)
        .table("State", "@EnumType\npublic enum State { NEW, PAID, LOST }");
    project.generate("Initial migration").expectSuccess();
    project.table(
        "State",
        "@EnumType(replaced = @ReplacedValue(value = \"LOST\", by = \"NEW\"))\npublic enum State { NEW, PAID }");
    assertEquals(
        List.of("""
        State.java:6: [lockstep:EnumHeld] enum "state" loses value "LOST", which takes a new type, but the domain of SQL object "open_state" is made of the old one
              keep it: @EnumValue("LOST")
              or another enum beside it: @EnumType(name = "state_2")"""),
        project.generate("Go on", "-Alockstep.accept=data-loss,rewrite").errors());
  }

  @Test
  void makesAnEnumAnewAroundAFunctionOfIt() throws IOException {
    Project project = Project.shop(folder)
        .table("Order", """
            @SqlObject(name = "is_open", needs = "state",
                create = "CREATE FUNCTION is_open(s state) RETURNS boolean LANGUAGE sql AS $$ SELECT s <> 'PAID' $$",
                drop = "DROP FUNCTION is_open")
            @Table
            public class Order {
              State state;
            }
            """)
        .table("State", "@EnumType\npublic enum State { NEW, PAID, LOST }");
    project.generate("Initial migration").expectSuccess();
    project.table(
        "State",
        "@EnumType(replaced = @ReplacedValue(value = \"LOST\", by = \"NEW\"))\npublic enum State { NEW, PAID }");
    project.generate("Go on", "-Alockstep.accept=data-loss,rewrite").expectSuccess();
  }

  @Test
  void warnsOfAViewThatNamesWhatGoes() throws IOException {
    Project project = Project.shop(folder)
        .table(
            "Person",
            "@Table\npublic class Person { @Id int id; String name; String fax; String city; }")
        .table(
            "Contact",
            "@View(query = \"SELECT id, fax FROM person ORDER BY name\")\npublic class Contact {}")
        .table("Town", "@View(query = \"SELECT id AS city FROM person\")\npublic class Town {}");
    project.generate("Initial migration").expectSuccess();
    project.table("Person", """
        @Table
        public class Person { @Id int id; @Column(renamedFrom = "name") String called; }
        """);
    assertEquals(
        List.of("""
        Contact.java:5: [lockstep:ViewColumnGone] view "contact" still names column "name" of table "person", which is named "called" now
              name it so: query = "SELECT id, fax FROM person ORDER BY called"
        """.strip(), """
        Contact.java:5: [lockstep:ViewColumnGone] view "contact" still names column "fax" of table "person", which goes
              leave it out: query = "SELECT id FROM person ORDER BY name"
        """.strip()),
        project.compile("-Alockstep.check=warn").warnings().stream()
            .filter(warning -> warning.contains("ViewColumnGone"))
            .toList());
  }
}
