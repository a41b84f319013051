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
    assertEquals(
        List.of("""
        Customer.java:6: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "fax" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.fax""", """
        Customer.java:6: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "phone" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.phone""", """
        Customer.java:8: [lockstep:TableRewrite] the type of column "visits" of table "customer" changes from integer to bigint, which rewrites the table and locks it meanwhile
              accept: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=rewrite"""),
        project.generate("Drop", "-Alockstep.online=false").errors());
  }

  @Test
  void acceptsOneThingWithoutAnother() throws IOException {
    assertEquals(
        List.of("""
        Customer.java:6: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "phone" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:customer.fax,data-loss:customer.phone,rewrite"""),
        project
            .generate(
                "Drop",
                "-Alockstep.accept=data-loss:customer.fax,rewrite",
                "-Alockstep.online=false")
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
    project
        .generate("Drop", "-Alockstep.accept=rewrite,data-loss", "-Alockstep.online=false")
        .expectSuccess();
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
  void writesEachThingIntoThePhaseThatDoesIt() throws IOException {
    project.generate("Drop", "-Alockstep.accept=rewrite,data-loss").expectSuccess();
    String first = project.read(Project.MIGRATIONS + "M0002_Drop.java");
    String second = project.read(Project.MIGRATIONS + "M0003_DropContract.java");
    assertTrue(first.contains("""
        @Accepted("rewrite:customer")
        public final class M0002_Drop implements Migration {
        """), first);
    assertTrue(!first.contains("@Irreversible"), first);
    assertTrue(second.contains("""
        @Accepted({"data-loss:customer.fax", "data-loss:customer.phone"})
        public final class M0003_DropContract implements Migration {
        """), second);
    assertTrue(second.contains("""
          @Irreversible(what = "customer.fax", reason = "its values are deleted")
          @Irreversible(what = "customer.phone", reason = "its values are deleted")
          @Override
          public void downgrade(SchemaEditor schema) {
        """), second);
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

  private void twoDatabases(String archived) throws IOException {
    project
        .write("com/example/archive/package-info.java", """
        @dev.lockstep.annotations.Database(name = "archive")
        package com.example.archive;
        """)
        .write("com/example/archive/Customer.java", """
        package com.example.archive;

        import dev.lockstep.annotations.*;

        @Table
        class Customer { @Id long id; %s }
        """.formatted(archived));
  }

  private void losesFaxTwice() throws IOException {
    project.table(
        "Customer", "@Table class Customer { String name; String fax; String phone; int visits; }");
    twoDatabases("String fax; String street;");
    project.generate("Archive").expectSuccess();
    project.table("Customer", "@Table class Customer { String name; String phone; int visits; }");
    twoDatabases("");
  }

  @Test
  void acceptsAThingInTheDatabaseThatHasIt() throws IOException {
    losesFaxTwice();
    twoDatabases("String fax;");

    project
        .generate("Drop", "-Alockstep.accept=data-loss:customer.fax,data-loss:customer.street")
        .expectSuccess();

    assertTrue(project
        .read(Project.MIGRATIONS + "M0002_Drop.java")
        .contains("@Accepted(\"data-loss:customer.fax\")"));
    assertTrue(project
        .read("com/example/archive/migrations/M0002_Drop.java")
        .contains("@Accepted(\"data-loss:customer.street\")"));
  }

  @Test
  void acceptsInNoDatabaseWhatTwoHave() throws IOException {
    losesFaxTwice();
    String which = "-Dlockstep.accept=data-loss:archive/customer.fax,data-loss:main/customer.fax";

    assertEquals(
        List.of("""
        [lockstep:AcceptAmbiguous] lockstep.accept names "data-loss:customer.fax", which databases "archive" and "main" both have, so it accepts nothing
              name what is meant: %s""".formatted(which)),
        project
            .generate("Drop", "-Alockstep.accept=data-loss:customer.fax,data-loss:customer.street")
            .errors());
    assertEquals(
        List.of("""
        [lockstep:AcceptAmbiguous] lockstep.accept names "data-loss", which databases "archive" and "main" both have, so it accepts nothing
              name what is meant: -Dlockstep.accept=data-loss:archive/customer.fax,data-loss:archive/customer.street,data-loss:main/customer.fax"""), project.generate("Drop", "-Alockstep.accept=data-loss").errors());
  }

  @Test
  void acceptsInOneDatabaseWithoutTheOther() throws IOException {
    losesFaxTwice();

    assertEquals(
        List.of("""
        Customer.java:5: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
              renamed: put renamedFrom = "fax" in the @Column that replaces it
              dropped: mvn compile -Dlockstep.migrate="Drop" -Dlockstep.accept=data-loss:archive/,data-loss:main/customer.fax"""),
        project.generate("Drop", "-Alockstep.accept=data-loss:archive/").errors());
    project
        .generate("Drop", "-Alockstep.accept=data-loss:archive/,data-loss:main/customer.fax")
        .expectSuccess();
  }

  @Test
  void repeatsNoWordThatIsWrong() throws IOException {
    List<String> errors = project
        .generate("Drop", "-Alockstep.accept=data-loss:customer,data-loss:customer.fax,rewrite")
        .errors();
    assertEquals(2, errors.size());
    assertTrue(
        errors
            .get(1)
            .endsWith(" -Dlockstep.accept=data-loss:customer.fax,data-loss:customer.phone,rewrite"),
        errors.get(1));
  }
}
