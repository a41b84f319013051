package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.processor.problem.Model.CHECK;
import static dev.lockstep.processor.problem.Model.generate;
import static dev.lockstep.processor.problem.Model.options;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options;
import dev.lockstep.processor.Options.Check;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeProblemsTest {
  private static final Column ID = column("id", bigint()).notNull().identity();
  private static final Column NAME = column("name", varchar(80));

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void saysWhatIsNotMigratedAndHow(String what, Model before, Model after, String expected) {
    assertEquals(expected, Model.text(after.problems(before.recorded(), CHECK)));
  }

  /** Each is on its way to the second model, in check mode. */
  static Stream<Arguments> changes() {
    return Stream.of(
        row("adds a table", customer(), Model.of(customerTable(), table("order", ID)), """
            ERROR order: [lockstep:TableAdded] table "order" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create table order"
            """),
        row("adds two tables in order", Model.of(), Model.of(table("b", ID), table("a", ID)), """
            ERROR a: [lockstep:TableAdded] table "a" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create table a"
            ERROR b: [lockstep:TableAdded] table "b" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create table b"
            """),
        row("removes a table", Model.of(customerTable(), table("order", ID)), customer(), """
            ERROR OfDatabase: [lockstep:TableRemoved] table "order" has no class any more; a migration would delete its data
                renamed: put renamedFrom = "order" in the @Table that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop table order" -Dlockstep.accept=data-loss
            """),
        row("removes the only table", customer(), Model.of(), """
            ERROR OfDatabase: [lockstep:TableRemoved] table "customer" has no class any more; a migration would delete its data
                renamed: put renamedFrom = "customer" in the @Table that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop table customer" -Dlockstep.accept=data-loss
            """),
        row(
            "renames a table",
            customer(),
            Model.of(table("client", ID, primaryKey("customer_pkey", "id")))
                .renamed("client", "customer"),
            """
            ERROR client: [lockstep:TableRenamed] table "customer" is named "client" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename table customer to client"
            """),
        row(
            "moves a table",
            customer(),
            Model.of(table("app.customer", ID, primaryKey("customer_pkey", "id")))
                .renamed("app.customer", "customer"),
            """
            ERROR OfDatabase: [lockstep:SchemaAdded] schema "app" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create schema app"
            ERROR app.customer: [lockstep:TableRenamed] table "customer" is in schema "app" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Move table customer to schema app"
            """),
        row(
            "removes a table and adds another",
            Model.of(customerTable()),
            Model.of(table("client", ID), table("buyer", ID)),
            """
            ERROR buyer: [lockstep:TableAdded] table "buyer" is not migrated yet
                renamed: @Table(renamedFrom = "customer")
                not renamed: mvn compile -Dlockstep.migrate="Create table buyer and drop table customer" -Dlockstep.accept=data-loss
            ERROR client: [lockstep:TableAdded] table "client" is not migrated yet
                renamed: @Table(renamedFrom = "customer")
                not renamed: mvn compile -Dlockstep.migrate="Create table client and drop table customer" -Dlockstep.accept=data-loss
            ERROR OfDatabase: [lockstep:TableRemoved] table "customer" has no class any more; a migration would delete its data
                renamed: @Table(renamedFrom = "customer") on Buyer or Client
                dropped: mvn compile -Dlockstep.migrate="Drop table customer" -Dlockstep.accept=data-loss
            """),
        row("adds a comment", customer(), Model.of(customerTable().withComment("People")), """
            ERROR customer: [lockstep:TableCommentChanged] the comment of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of table customer"
            """),
        row("adds a schema", customer(), Model.of(customerTable(), table("app.order", ID)), """
            ERROR OfDatabase: [lockstep:SchemaAdded] schema "app" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create schema app"
            ERROR app.order: [lockstep:TableAdded] table "app.order" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create table app.order"
            """),
        row("removes a schema", Model.of(customerTable(), table("app.order", ID)), customer(), """
            ERROR OfDatabase: [lockstep:SchemaRemoved] schema "app" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop schema app"
            ERROR OfDatabase: [lockstep:TableRemoved] table "app.order" has no class any more; a migration would delete its data
                renamed: put renamedFrom = "order" in the @Table that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop table app.order" -Dlockstep.accept=data-loss
            """),
        row(
            "adds a column",
            Model.of(table("user", ID)),
            Model.of(table("user", ID, column("address", varchar(200)))),
            """
            ERROR user.address: [lockstep:ColumnAdded] column "address" of table "user" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add address to user"
            """),
        row(
            "adds columns in order of their names",
            customer(),
            customer(column("zip", text()), column("city", text())),
            """
            ERROR customer.city: [lockstep:ColumnAdded] column "city" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add city to customer"
            ERROR customer.zip: [lockstep:ColumnAdded] column "zip" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add zip to customer"
            """),
        row("removes a column", customer(column("fax", text())), customer(), """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
            """),
        row(
            "removes a column and adds another",
            customer(column("fax", text())),
            customer(column("telefax", text())),
            """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "fax") on telefax
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
            ERROR customer.telefax: [lockstep:ColumnAdded] column "telefax" of table "customer" is not migrated yet
                renamed: @Column(renamedFrom = "fax")
                not renamed: mvn compile -Dlockstep.migrate="Add telefax to customer and drop fax" -Dlockstep.accept=data-loss
            """),
        row(
            "removes two columns and adds two",
            customer(column("fax", text()), column("phone", text())),
            customer(column("mobile", text()), column("pager", text())),
            """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "fax") on mobile or pager
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss:customer.fax
            ERROR customer.mobile: [lockstep:ColumnAdded] column "mobile" of table "customer" is not migrated yet
                renamed: @Column(renamedFrom = "fax") or @Column(renamedFrom = "phone")
                not renamed: mvn compile -Dlockstep.migrate="Add mobile to customer and drop fax and phone" -Dlockstep.accept=data-loss
            ERROR customer.pager: [lockstep:ColumnAdded] column "pager" of table "customer" is not migrated yet
                renamed: @Column(renamedFrom = "fax") or @Column(renamedFrom = "phone")
                not renamed: mvn compile -Dlockstep.migrate="Add pager to customer and drop fax and phone" -Dlockstep.accept=data-loss
            ERROR customer: [lockstep:ColumnRemoved] column "phone" of table "customer" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "phone") on mobile or pager
                dropped: mvn compile -Dlockstep.migrate="Drop phone from customer" -Dlockstep.accept=data-loss:customer.phone
            """),
        row(
            "removes a column and adds a computed one",
            customer(NAME, column("fax", text())),
            customer(NAME, column("key", text()).computed("lower(name)")),
            """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
            ERROR customer.key: [lockstep:TableRewrite] new column "key" of table "customer" is computed and stored, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Add key to customer" -Dlockstep.accept=rewrite
            """),
        row(
            "renames a column",
            customer(column("fax", text())),
            customer(column("telefax", text())).renamed("customer", "telefax", "fax"),
            """
            ERROR customer.telefax: [lockstep:ColumnRenamed] column "fax" of table "customer" is named "telefax" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax"
                for a rolling deployment: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax" -Dlockstep.rolling=true
            """),
        row("lengthens a type", customer(NAME), customer(column("name", varchar(120))), """
            ERROR customer.name: [lockstep:ColumnTypeChanged] the type of column "name" of table "customer" changed from varchar(80) to varchar(120), which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change type of name in customer"
            """),
        row("relaxes a column", customer(NAME.notNull()), customer(NAME), """
            ERROR customer.name: [lockstep:ColumnNullabilityChanged] column "name" of table "customer" takes NULL now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Make name of customer nullable"
            """),
        row(
            "tightens a column that has a default",
            customer(NAME.defaultValue("''")),
            customer(NAME.notNull().defaultValue("''")),
            """
            ERROR customer.name: [lockstep:ColumnNullabilityChanged] column "name" of table "customer" is NOT NULL now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Make name of customer NOT NULL"
            """),
        row("sets a default", customer(NAME), customer(NAME.defaultValue("'x'")), """
            ERROR customer.name: [lockstep:ColumnDefaultChanged] the default of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Set default of name in customer"
            """),
        row(
            "changes a default",
            customer(NAME.defaultValue("'x'")),
            customer(NAME.defaultValue("'y'")),
            """
            ERROR customer.name: [lockstep:ColumnDefaultChanged] the default of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change default of name in customer"
            """),
        row("drops a default", customer(NAME.defaultValue("'x'")), customer(NAME), """
            ERROR customer.name: [lockstep:ColumnDefaultChanged] the default of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop default of name in customer"
            """),
        row(
            "makes a column an identity",
            customer(column("no", integer()).notNull()),
            customer(column("no", integer()).notNull().identity()),
            """
            ERROR customer.no: [lockstep:ColumnIdentityChanged] the identity of column "no" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change identity of no in customer"
            """),
        row("changes a collation", customer(NAME), customer(NAME.collate("de-x-icu")), """
            ERROR customer.name: [lockstep:ColumnCollationChanged] the collation of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change collation of name in customer"
            """),
        row("changes a comment", customer(NAME), customer(NAME.comment("As on the door")), """
            ERROR customer.name: [lockstep:ColumnCommentChanged] the comment of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of name in customer"
            """),
        row(
            "changes two aspects of a column",
            customer(NAME),
            customer(column("name", text()).comment("As on the door")),
            """
            ERROR customer.name: [lockstep:ColumnTypeChanged] the type of column "name" of table "customer" changed from varchar(80) to text, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change type of name in customer"
            ERROR customer.name: [lockstep:ColumnCommentChanged] the comment of column "name" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of name in customer"
            """),
        row(
            "changes a virtual computation",
            customer(NAME, column("key", text()).computedVirtual("lower(name)")),
            customer(NAME, column("key", text()).computedVirtual("upper(name)")),
            """
            ERROR customer.key: [lockstep:ColumnComputedChanged] the computation of column "key" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change computation of key in customer"
            """),
        row(
            "adds a primary key",
            Model.of(table("tag", column("id", integer()).notNull())),
            Model.of(table("tag", column("id", integer()).notNull(), primaryKey("tag_pkey", "id"))),
            """
            ERROR tag#tag_pkey: [lockstep:ConstraintAdded] primary key "tag_pkey" of table "tag" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add primary key to tag"
            """),
        row(
            "adds a unique constraint",
            customer(NAME),
            customer(NAME, unique("customer_name_key", "name")),
            """
            ERROR customer#customer_name_key: [lockstep:ConstraintAdded] unique constraint "customer_name_key" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add unique constraint on name to customer"
            """),
        row(
            "removes a unique constraint",
            customer(NAME, unique("customer_name_id_key", "name", "id")),
            customer(NAME),
            """
            ERROR customer: [lockstep:ConstraintRemoved] unique constraint "customer_name_id_key" of table "customer" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop unique constraint on name and id from customer"
            """),
        row(
            "renames a unique constraint",
            customer(NAME, unique("customer_name_key", "name")),
            customer(NAME, unique("one_name", "name")),
            """
            ERROR customer#one_name: [lockstep:ConstraintRenamed] constraint "customer_name_key" of table "customer" is named "one_name" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename constraint customer_name_key of customer to one_name"
            """),
        row(
            "changes a foreign key",
            customer(
                column("boss", bigint()),
                foreignKey("customer_boss_fkey", "boss").references("customer", "id")),
            customer(
                column("boss", bigint()),
                foreignKey("customer_boss_fkey", "boss")
                    .references("customer", "id")
                    .deferrable()),
            """
            ERROR customer#customer_boss_fkey: [lockstep:ConstraintChanged] foreign key "customer_boss_fkey" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change foreign key on boss of customer"
            """),
        row(
            "adds a check",
            customer(NAME),
            customer(NAME, check("customer_name_check", "name <> ''")),
            """
            ERROR customer#customer_name_check: [lockstep:ConstraintAdded] check "customer_name_check" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add check customer_name_check to customer"
            """),
        row("adds an index", indexed(), indexed(index("customer_name_idx", "name")), """
            ERROR customer#customer_name_idx: [lockstep:IndexAdded] index "customer_name_idx" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add index on name to customer"
            """),
        row(
            "adds an index of an expression",
            indexed(),
            indexed(index("customer_lower_idx", "(lower(name))")),
            """
            ERROR customer#customer_lower_idx: [lockstep:IndexAdded] index "customer_lower_idx" of table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add index customer_lower_idx to customer"
            """),
        row("removes an index", indexed(index("customer_name_idx", "name", "id")), indexed(), """
            ERROR customer: [lockstep:IndexRemoved] index "customer_name_idx" of table "customer" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop index on name and id from customer"
            """),
        row(
            "renames an index",
            indexed(index("customer_name_idx", "name")),
            indexed(index("by_name", "name")),
            """
            ERROR customer#by_name: [lockstep:IndexRenamed] index "customer_name_idx" of table "customer" is named "by_name" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename index customer_name_idx of customer to by_name"
            """),
        row(
            "changes an index",
            indexed(index("customer_name_idx", "name")),
            indexed(index("customer_name_idx", "name desc")),
            """
            ERROR customer#customer_name_idx: [lockstep:IndexChanged] index "customer_name_idx" of table "customer" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change index on name of customer"
            """),
        row(
            "keeps hostile names on one line and out of the shell",
            customer(column("a\"b\\\n$(rm)", text())),
            customer(column("`c`%d%", text())),
            """
            ERROR customer.`c`%d%: [lockstep:ColumnAdded] column "`c`%d%" of table "customer" is not migrated yet
                renamed: @Column(renamedFrom = "a\\"b\\\\\\n$(rm)")
                not renamed: mvn compile -Dlockstep.migrate="Add c d to customer and drop a b (rm)" -Dlockstep.accept=data-loss
            ERROR customer: [lockstep:ColumnRemoved] column "a"b\\\\n$(rm)" of table "customer" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "a\\"b\\\\\\n$(rm)") on `c`%d%
                dropped: mvn compile -Dlockstep.migrate="Drop a b (rm) from customer" -Dlockstep.accept=data-loss
            """));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  private static Model customer(TableElement... elements) {
    return Model.of(customerTable(elements));
  }

  private static Table customerTable(TableElement... elements) {
    return table(
        "customer",
        Stream.concat(Stream.of(ID, primaryKey("customer_pkey", "id")), Stream.of(elements))
            .toArray(TableElement[]::new));
  }

  private static Model indexed(Index... indexes) {
    return Model.of(table(customerTable(NAME), indexes));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void followsTheOptions(String what, Model after, Options options, String expected) {
    Model before = customer(NAME, column("fax", text()));
    assertEquals(expected, Model.text(after.problems(before.recorded(), options)));
  }

  static Stream<Arguments> modes() {
    return Stream.of(
        mode("check", customer(NAME), CHECK, """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
            """),
        mode("check, warn only", customer(NAME), options(Check.WARN), """
            WARNING customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
            """),
        mode("check off", customer(NAME), options(Check.OFF), ""),
        mode(
            "generate what needs no decision",
            customer(NAME, column("fax", text()), column("zip", text())),
            generate("Add zip"),
            ""),
        mode("generate a drop", customer(NAME), generate("Tidy \"up\""), """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Tidy up" -Dlockstep.accept=data-loss
            """),
        mode(
            "generate an accepted drop", customer(NAME), generate("Tidy up", Hazard.DATA_LOSS), ""),
        mode(
            "generate a drop, with something else accepted",
            customer(NAME),
            generate("Tidy up", Hazard.REWRITE),
            """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "fax" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Tidy up" -Dlockstep.accept=data-loss,rewrite
            """),
        mode(
            "generate what could be a rename",
            customer(NAME, column("telefax", text()), column("email", text())),
            generate("Reach customers"),
            """
            ERROR customer: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "fax") on telefax or email
                dropped: mvn compile -Dlockstep.migrate="Reach customers" -Dlockstep.accept=data-loss
            """),
        mode(
            "generate what could be a rename, with loss accepted",
            customer(NAME, column("telefax", text())),
            generate("Reach customers", Hazard.DATA_LOSS),
            ""),
        mode(
            "generate a table that could be another renamed",
            Model.of(table("client", ID, NAME, column("fax", text()))),
            generate("Reach clients"),
            """
            ERROR OfDatabase: [lockstep:TableRemoved] table "customer" has no class any more; a migration would delete its data
                renamed: @Table(renamedFrom = "customer") on Client
                dropped: mvn compile -Dlockstep.migrate="Reach clients" -Dlockstep.accept=data-loss
            """),
        mode(
            "generate what nothing needs accepted",
            customer(NAME, column("fax", text()), column("zip", text())),
            generate("Add zip", Hazard.values()),
            ""));
  }

  private static Arguments mode(String what, Model after, Options options, String expected) {
    return Arguments.of(what, after, options, expected);
  }

  @Test
  void callsTheFirstMigrationInitial() {
    assertEquals("""
            ERROR customer: [lockstep:TableAdded] table "customer" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Initial migration"
            """, Model.text(customer(NAME).problems(Snapshot.EMPTY, CHECK)));
  }

  @Test
  void saysNothingOfEqualSchemas() {
    assertEquals("", Model.text(customer(NAME).problems(customer(NAME).recorded(), CHECK)));
  }
}
