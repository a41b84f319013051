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
}
