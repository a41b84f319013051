package dev.lockstep.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted, thing by thing, and what the migration says of it. */
class AcceptTest {
  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void losesTwoColumns() throws IOException {
    project = Project.shop(folder).table("Customer", """
        @Table
        public class Customer {
          String name;
          String fax;
          String phone;
          int visits;
        }
        """);
    project.generate("Initial migration").expectSuccess();
    project.table("Customer", """
        @Table
        public class Customer {
          String name;
          long visits;
        }
        """);
  }

  @Test
  void namesEachThingWhereSeveralAreLost() throws IOException {
    assertEquals(List.of("""
        Customer.java:6: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "fax" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.fax""", """
        Customer.java:6: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "phone" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.phone""", """
        Customer.java:8: [lockstep:TableRewrite] the type of column "visits" of table "customer" changes from integer to bigint, which rewrites the table and locks it meanwhile
              accept: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=rewrite"""), project.generate("Drop").errors());
  }

  @Test
  void acceptsOneThingWithoutAnother() throws IOException {
    assertEquals(
        List.of("""
        Customer.java:6: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "phone" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.fax,data-loss:customer.phone,rewrite"""),
        project
            .generate("Drop", "-Alockstep.accept=data-loss:customer.fax,rewrite")
            .errors());
  }

  @Test
  void refusesAThingThatIsNothing() throws IOException {
    assertEquals(
        List.of("""
        [lockstep:AcceptUnknown] lockstep.accept names "data-loss:customer", but the migration does nothing of the kind
              there are: data-loss:customer.fax, data-loss:customer.phone, rewrite:customer"""),
        project
            .generate("Drop", "-Alockstep.accept=data-loss,rewrite,data-loss:customer")
            .errors());
  }

  @Test
  void writesWhatWasNeededIntoTheMigration() throws IOException {
    project.generate("Drop", "-Alockstep.accept=rewrite,data-loss").expectSuccess();
    String source = project.read(Project.PACKAGE + "migrations/M0002_Drop.java");
    assertTrue(source.contains("""
        @Accepted({"data-loss:customer.fax", "data-loss:customer.phone", "rewrite:customer"})
        public final class M0002_Drop implements Migration {
        """), source);
    assertTrue(source.contains("""
          @Irreversible(what = "customer.fax", reason = "its values are deleted")
          @Irreversible(what = "customer.phone", reason = "its values are deleted")
          @Override
          public void downgrade(SchemaEditor schema) {
        """), source);
    assertEquals(List.of(), project.compile().expectSuccess().warnings());
  }

  @Test
  void writesNothingOfTheKindWhereNothingWasNeeded() throws IOException {
    project.table("Customer", """
        @Table
        public class Customer {
          String name;
          String fax;
          String phone;
          int visits;
          String address;
        }
        """);
    project.generate("Add", "-Alockstep.accept=rewrite,data-loss").expectSuccess();
    String source = project.read(Project.PACKAGE + "migrations/M0002_Add.java");
    assertTrue(!source.contains("@Accepted") && !source.contains("@Irreversible"), source);
  }
}
