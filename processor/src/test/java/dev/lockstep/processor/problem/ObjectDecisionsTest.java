package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.enumType;
import static dev.lockstep.processor.problem.Model.generate;
import static dev.lockstep.processor.problem.Model.partitioned;
import static dev.lockstep.processor.problem.Model.plain;
import static dev.lockstep.processor.problem.Model.sqlObject;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.TableElement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is beside tables, partitions and storage, while a migration is generated. */
class ObjectDecisionsTest {
  private static final Column ID = column("id", bigint()).notNull();
  private static final EnumType STATE = enumType("state", "NEW", "PAID");
  private static final Column STATED = column("state", type("state"));
  private static final Column WORDED = column("state", text());
  private static final SqlObject EMAIL = sqlObject(
      "email", "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')", "DROP DOMAIN email");
  private static final SqlObject PRICE = sqlObject(
      "price",
      "CREATE FUNCTION price(bigint) RETURNS bigint IMMUTABLE RETURN $1",
      "DROP FUNCTION price(bigint)");

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void asksBeforeItGenerates(String what, Model before, Model after, String expected) {
    assertEquals(expected, Model.text(after.problems(before.recorded(), plain(generate("Go on")))));
  }

  static Stream<Arguments> changes() {
    return Stream.of(objects(), enums(), casts(), sqlObjects(), tables(), columns(), transitions())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> objects() {
    return Stream.of(
        row(
            "all comes",
            order(),
            order()
                .with(
                    STATE,
                    Extension.of("citext"),
                    sequence("no"),
                    view("v", "SELECT 1"),
                    materializedView("m", "SELECT 1"),
                    EMAIL),
            ""),
        row(
            "what holds no data goes",
            order().with(STATE, Extension.of("citext"), view("v", "SELECT 1"), EMAIL),
            order(),
            ""),
        row("a sequence goes", order().with(sequence("no")), order(), """
            ERROR OfDatabase: [lockstep:SequenceRemoved] sequence "no" is not declared any more; a migration would delete its counter
                renamed: put renamedFrom = "no" in the @Sequence that replaces it
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a sequence is renamed",
            order().with(sequence("no")),
            order().with(sequence("number")).renamed(ObjectKind.SEQUENCE, "number", "no"),
            ""),
        row(
            "a serial becomes an identity",
            order(column("no", integer()).notNull().defaultValue("nextval('order_no_seq')"))
                .with(sequence("order_no_seq")
                    .as(integer())
                    .withOwner(new Sequence.Owner(QualifiedName.of("order"), "no"))),
            order(column("no", integer()).notNull().identity()),
            ""),
        row(
            "an identity becomes a serial",
            order(column("no", integer()).notNull().identity()),
            order(column("no", integer()).notNull().defaultValue("nextval('order_no_seq')"))
                .with(sequence("order_no_seq")
                    .as(integer())
                    .withOwner(new Sequence.Owner(QualifiedName.of("order"), "no"))),
            ""),
        row(
            "a view becomes another kind of view",
            order().with(view("v", "SELECT 1")),
            order().with(materializedView("v", "SELECT 1")),
            ""),
        row(
            "a view goes and another comes",
            order().with(view("v", "SELECT 1")),
            order().with(view("w", "SELECT 1")),
            """
            ERROR OfDatabase: [lockstep:ViewRemoved] view "v" is not declared any more, while view "w" is new; a migration would drop it with its grants
                renamed: renamedFrom = "v" in the @View of W
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "an enum goes and another comes",
            order(STATED).with(STATE),
            order(column("state", type("progress"))).with(enumType("progress", "NEW", "PAID")),
            """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from state to progress, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            ERROR OfDatabase: [lockstep:EnumRemoved] enum "state" is not declared any more, while enum "progress" is new; a migration would drop it
                renamed: @EnumType(renamedFrom = "state") on Progress
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """));
  }

  private static Stream<Arguments> enums() {
    return Stream.of(
        row(
            "a value comes",
            order(STATED).with(STATE),
            order(STATED).with(enumType("state", "NEW", "LOST", "PAID")),
            ""),
        row(
            "a column of an enum comes, NOT NULL",
            order().with(STATE),
            order(STATED.notNull()).with(STATE),
            """
            ERROR order.state: [lockstep:NotNullNeedsValue] new column "state" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "'NEW'")
                fill once: @Column(nullable = false, backfill = "'NEW'")
            """),
        row(
            "a value comes and a check names it",
            order(STATED).with(STATE),
            order(STATED, check("c", "state <> 'LOST'"))
                .with(enumType("state", "NEW", "PAID", "LOST")),
            ""),
        row(
            "a value goes from two tables",
            Model.of(
                    table("a", ID, STATED),
                    table("b", ID, column("states", array(type("state")))),
                    table("c", ID))
                .with(STATE),
            Model.of(
                    table("a", ID, STATED),
                    table("b", ID, column("states", array(type("state")))),
                    table("c", ID, STATED))
                .with(enumType("state", "PAID")),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "NEW" any more, but rows of tables "a" and "b" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "NEW", by = "PAID"))
                no row holds it: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a value goes with its only column",
            order(STATED).with(STATE),
            order().with(enumType("state", "PAID")),
            """
            ERROR order: [lockstep:ColumnRemoved] column "state" of table "order" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "state" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a value goes from a renamed enum of a renamed column of a renamed table",
            order(STATED).with(STATE),
            Model.of(table("bill", ID, column("progress", type("progress"))))
                .with(enumType("progress", "NEW"))
                .renamed("bill", "order")
                .renamed("bill", "progress", "state")
                .renamed(ObjectKind.ENUM, "progress", "state"),
            """
            ERROR ENUM progress: [lockstep:EnumValueRemoved] enum "progress" has no value "PAID" any more, but rows of table "bill" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
                no row holds it: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a misspelt value is put right",
            order(STATED).with(enumType("state", "NEW", "PAYED", "SENT")),
            order(STATED).with(enumType("state", "NEW", "PAID", "SENT")),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "PAYED" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "PAYED", by = "NEW"))
                renamed: @EnumValue(renamedFrom = "PAYED") on PAID
                no row holds it: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a value with quotes goes",
            order(STATED).with(enumType("state", "NEW", "it's \"it\"")),
            order(STATED).with(enumType("state", "NEW")),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "it's "it"" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "it's \\"it\\"", by = "NEW"))
                no row holds it: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """));
  }

  private static Stream<Arguments> casts() {
    return Stream.of(
        row("an enum becomes a text", order(STATED).with(STATE), order(WORDED), """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from state to text, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "an enum becomes a text that is long enough",
            order(STATED).with(STATE),
            order(column("state", varchar(4))),
            """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from state to varchar(4), which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "an enum becomes a text that is too short",
            order(STATED).with(STATE),
            order(column("state", varchar(3))),
            """
            ERROR order.state: [lockstep:TypeNarrows] the type of column "state" of table "order" changes from state to varchar(3), which may not hold every old value
                convert: @Column(using = "state::varchar(3)")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "an enum becomes a text with fewer values",
            order(STATED).with(STATE),
            order(WORDED, check("order_state_check", "state IN ('NEW')")),
            """
            ERROR order#order_state_check: [lockstep:EnumValueRemoved] check "order_state_check" of table "order" no longer allows 'PAID', but rows may hold it
                no row holds it: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from state to text, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a checked text becomes an enum",
            order(WORDED, check("c", "state IN ('NEW', 'PAID')")),
            order(STATED).with(STATE),
            """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from text to state, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a text that was checked for more becomes an enum",
            order(WORDED, check("c", "state IN ('NEW', 'PAID', 'LOST')")),
            order(STATED).with(STATE),
            """
            ERROR order.state: [lockstep:TypeNarrows] the type of column "state" of table "order" changes from text to state, which may not hold every old value
                convert: @Column(using = "(CASE state::text WHEN 'LOST' THEN 'NEW' ELSE state::text END)::state")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row("any text becomes an enum", order(WORDED), order(STATED).with(STATE), """
            ERROR order.state: [lockstep:TypeNarrows] the type of column "state" of table "order" changes from text to state, which may not hold every old value
                convert: @Column(using = "state::text::state")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "any text becomes an enum by an expression",
            order(WORDED),
            order(STATED).with(STATE).using("order", "state", "upper(state)::state"),
            """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from text to state, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "an array of checked texts becomes one of an enum",
            order(
                column("states", array(text())),
                check("c", "states <@ ARRAY['NEW', 'PAID']::text[]")),
            order(column("states", array(type("state")))).with(STATE),
            """
            ERROR order.states: [lockstep:TableRewrite] the type of column "states" of table "order" changes from text[] to state[], which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "an enum becomes another with more values",
            order(STATED).with(STATE, enumType("progress", "PAID", "NEW", "LOST")),
            order(column("state", type("progress")))
                .with(STATE, enumType("progress", "PAID", "NEW", "LOST")),
            """
            ERROR order.state: [lockstep:TableRewrite] the type of column "state" of table "order" changes from state to progress, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "an enum becomes another with other values",
            order(STATED).with(STATE, enumType("progress", "NEW", "LOST")),
            order(column("state", type("progress")))
                .with(STATE, enumType("progress", "NEW", "LOST")),
            """
            ERROR order.state: [lockstep:TypeNarrows] the type of column "state" of table "order" changes from state to progress, which may not hold every old value
                convert: @Column(using = "(CASE state::text WHEN 'PAID' THEN 'NEW' ELSE state::text END)::progress")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a number becomes an enum",
            order(column("state", integer())),
            order(STATED).with(STATE),
            """
            ERROR order.state: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "state" of table "order" from integer into state by itself
                convert by its text, if that reads so: @Column(using = "state::text::state")
                then: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """));
  }

  private static Stream<Arguments> sqlObjects() {
    Column mail = column("mail", type("email"));
    return Stream.of(
        row(
            "a domain changes that no column has",
            order().with(EMAIL),
            order().with(changed(EMAIL)),
            ""),
        row("a domain changes", order(mail).with(EMAIL), order(mail).with(changed(EMAIL)), """
            ERROR SQL_OBJECT email: [lockstep:SqlObjectInUse] SQL object "email" changed, but column "mail" of table "order" uses it, so that PostgreSQL cannot drop it
                make another beside it and move its users: @SqlObject(name = "email_2", create = "...", drop = "...")
            """),
        row("a domain goes", order(mail).with(EMAIL), order(mail), """
            ERROR OfDatabase: [lockstep:SqlObjectInUse] SQL object "email" is not declared any more, but column "mail" of table "order" uses it, so that PostgreSQL cannot drop it
                keep it until nothing uses it: @SqlObject(name = "email", create = "...", drop = "...")
            """),
        row("a domain goes with its column", order(mail).with(EMAIL), order(), """
            ERROR order: [lockstep:ColumnRemoved] column "mail" of table "order" has no field any more; a migration would delete its data
                renamed: put renamedFrom = "mail" in the @Column that replaces it
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a function changes that a default calls",
            order(ID.defaultValue("price(1)")).with(PRICE),
            order(ID.defaultValue("price(1)")).with(changed(PRICE)),
            """
            ERROR SQL_OBJECT price: [lockstep:SqlObjectInUse] SQL object "price" changed, but column "id" of table "order" uses it, so that PostgreSQL cannot drop it
                replace it in place: create = "CREATE OR REPLACE FUNCTION ..."
                make another beside it and move its users: @SqlObject(name = "price_2", create = "...", drop = "...")
            """),
        row(
            "a function changes that an index calls",
            indexed().with(PRICE),
            indexed().with(changed(PRICE)),
            """
            ERROR SQL_OBJECT price: [lockstep:SqlObjectInUse] SQL object "price" changed, but index "order_price_idx" of table "order" uses it, so that PostgreSQL cannot drop it
                replace it in place: create = "CREATE OR REPLACE FUNCTION ..."
                make another beside it and move its users: @SqlObject(name = "price_2", create = "...", drop = "...")
            """),
        row(
            "a function changes by which a table is partitioned",
            Model.of(table("event", ID, partitionByRange("(price(id))"))).with(PRICE),
            Model.of(table("event", ID, partitionByRange("(price(id))"))).with(changed(PRICE)),
            """
            ERROR SQL_OBJECT price: [lockstep:SqlObjectInUse] SQL object "price" changed, but the partitioning of table "event" uses it, so that PostgreSQL cannot drop it
                replace it in place: create = "CREATE OR REPLACE FUNCTION ..."
                make another beside it and move its users: @SqlObject(name = "price_2", create = "...", drop = "...")
            """),
        row(
            "a function changes that a check calls, in place",
            order(check("c", "price(id) > 0"))
                .with(sqlObject("price", replacing(PRICE.create()), PRICE.drop())),
            order(check("c", "price(id) > 0"))
                .with(sqlObject("price", replacing(PRICE.create()) + " + 1", PRICE.drop())),
            ""),
        row(
            "a function changes whose name a column has",
            order(column("price", bigint()), check("c", "price > 0")).with(PRICE),
            order(column("price", bigint()), check("c", "price > 0")).with(changed(PRICE)),
            ""),
        row(
            "a function changes, and what calls it too",
            order(check("c", "price(id) > 0")).with(PRICE),
            order(check("c", "price(id) > 1")).with(changed(PRICE)),
            ""),
        row(
            "a collation changes",
            order(column("name", text()).collate("german")).with(collation("de-x-icu")),
            order(column("name", text()).collate("german")).with(collation("de-AT-x-icu")),
            """
            ERROR SQL_OBJECT german: [lockstep:SqlObjectInUse] SQL object "german" changed, but column "name" of table "order" uses it, so that PostgreSQL cannot drop it
                make another beside it and move its users: @SqlObject(name = "german_2", create = "...", drop = "...")
            """),
        row("a table that is SQL goes", order().with(log("id bigint")), order(), """
            ERROR OfDatabase: [lockstep:SqlObjectRemoved] SQL object "log" is not declared any more; a migration would delete the rows of its table
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a table that is SQL changes",
            order().with(log("id bigint")),
            order().with(log("id integer")),
            """
            ERROR SQL_OBJECT log: [lockstep:SqlObjectChanged] SQL object "log" changed; a migration would delete the rows of its table
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """));
  }

  private static Stream<Arguments> tables() {
    Partition low = Partition.of("low", "FROM (0) TO (10)");
    return Stream.of(
        row(
            "a partition comes and another gets other bounds",
            event(low),
            event(Partition.of("low", "FROM (0) TO (9)"), Partition.of("high", "FROM (9) TO (20)")),
            ""),
        row("a partition goes", event(low), event(), """
            ERROR event: [lockstep:PartitionRemoved] partition "low" of table "event" is not declared any more; a migration would delete its rows
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a partition gets another name",
            event(low),
            event(Partition.of("l", "FROM (0) TO (10)")),
            ""),
        row(
            "a table is partitioned otherwise",
            event(),
            Model.of(table("event", ID, partitionByHash("id"))),
            """
            ERROR event: [lockstep:PartitioningChanged] table "event" is partitioned otherwise, which PostgreSQL cannot do to a table that is there
                declare another beside it: @Table(name = "event_2")
                then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
                then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss
            """),
        row("a table becomes logged", order(tableOptions().notLogged()), order(), """
            ERROR order: [lockstep:TableRewrite] table "order" becomes logged, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row("a table is filled less", order(), order(tableOptions().with("fillfactor", "70")), ""),
        row(
            "a partitioned table moves",
            event(),
            Model.of(table("event", ID, partitionByRange("id"), tableOptions().tablespace("fast"))),
            ""));
  }

  private static Stream<Arguments> columns() {
    Column name = column("name", text());
    Column key = column("key", text());
    return Stream.of(
        row(
            "a stored column becomes plain and wider",
            order(name, column("key", varchar(9)).computed("lower(name)")),
            order(name, column("key", varchar(20))),
            ""),
        row(
            "a stored column becomes plain and narrower",
            order(name, key.computed("lower(name)")),
            order(name, column("key", varchar(20))),
            """
            ERROR order.key: [lockstep:TypeNarrows] the type of column "key" of table "order" changes from text to varchar(20), which may not hold every old value
                convert: @Column(using = "key::varchar(20)")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a stored column becomes plain and NOT NULL",
            order(name, key.computed("lower(name)")),
            order(name, key.notNull()),
            """
            ERROR order.key: [lockstep:NotNullNeedsValue] column "key" of table "order" becomes NOT NULL and has no default, but its rows may hold NULL
                keep a default: @Column(defaultValue = "''")
                fill once: @Column(nullable = false, backfill = "''")
            """),
        row(
            "a virtual column becomes plain",
            order(name, key.computedVirtual("lower(name)")),
            order(name, key),
            """
            ERROR order.key: [lockstep:ColumnNoLongerComputed] column "key" of table "order" is no longer computed; a migration would delete its data
                keep the values: @Column(backfill = "lower(name)")
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a virtual column becomes plain and NOT NULL, filled",
            order(name, key.computedVirtual("lower(name)")),
            order(name, key.notNull()).backfill("order", "key", "lower(name)"),
            ""));
  }

  private static Stream<Arguments> transitions() {
    Partition low = Partition.of("low", "FROM (0) TO (10)");
    Model ids = Model.of(table("a", ID));
    return Stream.of(
        row("an enum goes that a column has", order(STATED).with(STATE), order(STATED), """
            ERROR order.state@type: [lockstep:EnumInUse] column "state" of table "order" is of type state, but enum "state" is not declared any more
                declare it: @EnumType(name = "state")
                or another type: @Column(type = "text")
            """),
        row(
            "an enum is renamed, but not for an array of it",
            order(column("states", array(type("state")))).with(STATE),
            order(column("states", array(type("state"))))
                .with(enumType("progress", "NEW", "PAID"))
                .renamed(ObjectKind.ENUM, "progress", "state"),
            """
            ERROR order.states@type: [lockstep:EnumInUse] column "states" of table "order" is of type state[], but enum "state" is not declared any more
                declare it: @EnumType(name = "state")
                or another type: @Column(type = "text")
            """),
        row(
            "a table becomes partitioned and has a partition",
            Model.of(table("event", ID)),
            event(low),
            """
            ERROR event: [lockstep:PartitioningChanged] table "event" becomes partitioned, which PostgreSQL cannot do to a table that is there
                declare another beside it: @Table(name = "event_2")
                then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
                then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss
            """),
        row(
            "the column of partitions is renamed",
            event(low),
            Model.of(table(
                    "event",
                    column("no", bigint()).notNull(),
                    partitioned(partitionByRange("no"), low)))
                .renamed("event", "no", "id"),
            ""),
        row(
            "a table takes the name of a sequence",
            ids.with(sequence("b")),
            Model.of(table("a", ID), table("b", ID)),
            """
            ERROR b: [lockstep:NameHandover] table "b" takes the name of sequence "b", which goes in the same migration
                take another name, or let that go before: @Table(name = "b_2")
            """),
        row(
            "a table takes the name of an enum",
            ids.with(enumType("b", "A")),
            Model.of(table("a", ID), table("b", ID)),
            """
            ERROR b: [lockstep:NameHandover] table "b" takes the name of enum "b", which goes in the same migration
                take another name, or let that go before: @Table(name = "b_2")
            """),
        row(
            "a sequence takes the name of an index",
            Model.of(table(table("a", ID), index("b", "id"))),
            ids.with(sequence("b")),
            """
            ERROR SEQUENCE b: [lockstep:NameHandover] sequence "b" takes the name of index "b" of table "a", which goes in the same migration
                take another name, or let that go before: name = "b_2"
            """),
        row(
            "a sequence takes the name of that of an identity",
            Model.of(table("a", ID.identity())),
            ids.with(sequence("a_id_seq")),
            """
            ERROR SEQUENCE a_id_seq: [lockstep:NameHandover] sequence "a_id_seq" takes the name of the sequence of column "id" of table "a", which goes in the same migration
                take another name, or let that go before: name = "a_id_seq_2"
            """),
        row(
            "an enum takes the name of a domain",
            order(STATED).with(sqlObject("d", "CREATE DOMAIN state AS text", "DROP DOMAIN state")),
            order(STATED).with(STATE),
            """
            ERROR ENUM state: [lockstep:NameHandover] enum "state" takes the name of the domain of SQL object "d", which goes in the same migration
                take another name, or let that go before: name = "state_2"
            """),
        row(
            "a table takes the name of a view",
            ids.with(view("b", "SELECT 1")),
            Model.of(table("a", ID), table("b", ID)),
            ""),
        row(
            "a table takes the name of a renamed enum",
            ids.with(enumType("b", "A")),
            Model.of(table("a", ID), table("b", ID))
                .with(enumType("c", "A"))
                .renamed(ObjectKind.ENUM, "c", "b"),
            ""),
        row(
            "an enum takes the name of a sequence",
            ids.with(sequence("b").withOwner(new Sequence.Owner(QualifiedName.of("a"), "id"))),
            ids.with(enumType("b", "A")),
            """
            ERROR OfDatabase: [lockstep:SequenceRemoved] sequence "b" is not declared any more; a migration would delete its counter
                renamed: put renamedFrom = "b" in the @Sequence that replaces it
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  private static SqlObject changed(SqlObject object) {
    return sqlObject(object.name().name(), object.create() + " -- or so\n;", object.drop());
  }

  private static String replacing(String create) {
    return create.replace("CREATE", "CREATE OR REPLACE");
  }

  private static SqlObject collation(String locale) {
    return sqlObject(
        "german",
        "CREATE COLLATION german (provider = icu, locale = '" + locale + "')",
        "DROP COLLATION german");
  }

  private static SqlObject log(String columns) {
    return sqlObject("log", "CREATE UNLOGGED TABLE log (" + columns + ")", "DROP TABLE log");
  }

  private static Model order(TableElement... elements) {
    return Model.of(table(
        "order", Stream.concat(ids(elements), Stream.of(elements)).toArray(TableElement[]::new)));
  }

  /** The identifier, unless one of the elements is it. */
  private static Stream<TableElement> ids(TableElement... elements) {
    return Stream.of(elements)
            .anyMatch(each -> each instanceof Column c && c.name().equals("id"))
        ? Stream.of()
        : Stream.of(ID);
  }

  private static Model indexed() {
    return Model.of(table(table("order", ID), index("order_price_idx", "(price(id))")));
  }

  private static Model event(Partition... partitions) {
    return Model.of(table("event", ID, partitioned(partitionByRange("id"), partitions)));
  }

  @Test
  void generatesWhatIsAccepted() {
    Model before = Model.of(
            table("order", ID, STATED, column("note", text())),
            table("event", ID, partitioned(partitionByRange("id"), Partition.of("low", "DEFAULT"))))
        .with(STATE, sequence("no"), view("v", "SELECT 1"), log("id bigint"));
    Model after = Model.of(
            table(
                "order",
                ID,
                STATED,
                column("note", type("note")),
                tableOptions().notLogged()),
            table("event", ID, partitionByRange("id")))
        .with(enumType("state", "PAID"), enumType("note", "A"), view("w", "SELECT 1"));
    assertEquals(
        "", Model.text(after.problems(before.recorded(), generate("Go on", Hazard.values()))));
  }
}
