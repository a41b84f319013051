package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.CHECK;
import static dev.lockstep.processor.problem.Model.enumType;
import static dev.lockstep.processor.problem.Model.partitioned;
import static dev.lockstep.processor.problem.Model.sqlObject;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.TableElement;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is beside tables, partitions and storage, in check mode. */
class ObjectProblemsTest {
  private static final Column ID = column("id", bigint()).notNull();
  private static final EnumType STATE = enumType("state", "NEW", "PAID");
  private static final Sequence NUMBERS = sequence("order_no");
  private static final View OPEN = view("open_order", "SELECT id FROM \"order\"");
  private static final View SALES =
      materializedView("sales", "SELECT count(*) AS n FROM \"order\"");
  private static final SqlObject TOUCH = sqlObject(
      "touch",
      "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
      "DROP FUNCTION touch()");

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void saysWhatIsNotMigratedAndHow(String what, Model before, Model after, String expected) {
    assertEquals(expected, Model.text(after.problems(before.recorded(), CHECK)));
  }

  /** Each is on its way to the second model. */
  static Stream<Arguments> changes() {
    return Stream.of(objects(), renames(), values(), partitions(), storage()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> objects() {
    return Stream.of(
        row("an extension comes", shop(), shop(Extension.of("citext")), """
            ERROR EXTENSION citext: [lockstep:ExtensionAdded] extension "citext" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create extension citext"
            """),
        row("an extension goes", shop(Extension.of("citext")), shop(), """
            ERROR OfDatabase: [lockstep:ExtensionRemoved] extension "citext" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop extension citext"
            """),
        row("an enum comes", shop(), shop(STATE), """
            ERROR ENUM state: [lockstep:EnumAdded] enum "state" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create enum state"
            """),
        row("an enum comes in a schema of its own", shop(), shop(enumType("app.state", "A")), """
            ERROR OfDatabase: [lockstep:SchemaAdded] schema "app" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create schema app"
            ERROR ENUM app.state: [lockstep:EnumAdded] enum "app.state" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create enum app.state"
            """),
        row("an enum goes", shop(STATE), shop(), """
            ERROR OfDatabase: [lockstep:EnumRemoved] enum "state" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop enum state"
            """),
        row("an enum gets a comment", shop(STATE), shop(STATE.withComment("How far")), """
            ERROR ENUM state: [lockstep:EnumCommentChanged] the comment of enum "state" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of enum state"
            """),
        row("a sequence comes", shop(), shop(NUMBERS), """
            ERROR SEQUENCE order_no: [lockstep:SequenceAdded] sequence "order_no" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create sequence order_no"
            """),
        row("a sequence goes", shop(NUMBERS), shop(), """
            ERROR OfDatabase: [lockstep:SequenceRemoved] sequence "order_no" is not declared any more; a migration would delete its counter
                renamed: put renamedFrom = "order_no" in the @Sequence that replaces it
                dropped: mvn compile -Dlockstep.migrate="Drop sequence order_no" -Dlockstep.accept=data-loss
            """),
        row("a sequence changes", shop(NUMBERS), shop(NUMBERS.increment(10)), """
            ERROR SEQUENCE order_no: [lockstep:SequenceChanged] sequence "order_no" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change sequence order_no"
            """),
        row(
            "a sequence gets an owner",
            shop(NUMBERS),
            shop(NUMBERS.withOwner(new Sequence.Owner(QualifiedName.of("order"), "id"))),
            """
            ERROR SEQUENCE order_no: [lockstep:SequenceChanged] sequence "order_no" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change sequence order_no"
            """),
        row(
            "a sequence gets a comment",
            shop(NUMBERS),
            shop(NUMBERS.withComment("Of orders")),
            """
            ERROR SEQUENCE order_no: [lockstep:SequenceCommentChanged] the comment of sequence "order_no" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of sequence order_no"
            """),
        row("a view comes", shop(), shop(OPEN), """
            ERROR VIEW open_order: [lockstep:ViewAdded] view "open_order" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create view open_order"
            """),
        row("a view goes", shop(OPEN), shop(), """
            ERROR OfDatabase: [lockstep:ViewRemoved] view "open_order" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop view open_order"
            """),
        row(
            "a view changes",
            shop(OPEN),
            shop(view("open_order", "SELECT id FROM \"order\" WHERE id > 0")),
            """
            ERROR VIEW open_order: [lockstep:ViewChanged] view "open_order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change view open_order"
            """),
        row("a view gets a comment", shop(OPEN), shop(OPEN.withComment("To do")), """
            ERROR VIEW open_order: [lockstep:ViewCommentChanged] the comment of view "open_order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of view open_order"
            """),
        row(
            "a view changes but for white space",
            shop(OPEN),
            shop(view("open_order", "select id\n from \"order\"")),
            ""),
        row("a materialized view comes", shop(), shop(SALES), """
            ERROR MATERIALIZED_VIEW sales: [lockstep:MaterializedViewAdded] materialized view "sales" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create materialized view sales"
            """),
        row("a materialized view goes", shop(SALES), shop(), """
            ERROR OfDatabase: [lockstep:MaterializedViewRemoved] materialized view "sales" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop materialized view sales"
            """),
        row(
            "a materialized view gets an index",
            shop(SALES),
            shop(SALES.withIndexes(NamedList.of(List.of(index("sales_n_idx", "n"))))),
            """
            ERROR MATERIALIZED_VIEW sales: [lockstep:MaterializedViewChanged] materialized view "sales" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change materialized view sales"
            """),
        row("a materialized view gets a comment", shop(SALES), shop(SALES.withComment("Sum")), """
            ERROR MATERIALIZED_VIEW sales: [lockstep:MaterializedViewCommentChanged] the comment of materialized view "sales" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change comment of materialized view sales"
            """),
        row(
            "a view becomes a materialized one",
            shop(OPEN),
            shop(materializedView("open_order", "SELECT id FROM \"order\"")),
            """
            ERROR MATERIALIZED_VIEW open_order: [lockstep:MaterializedViewAdded] materialized view "open_order" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create materialized view open_order"
            ERROR OfDatabase: [lockstep:ViewRemoved] view "open_order" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop view open_order"
            """),
        row("an SQL object comes", shop(), shop(TOUCH), """
            ERROR SQL_OBJECT touch: [lockstep:SqlObjectAdded] SQL object "touch" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create function touch"
            """),
        row(
            "a grant comes",
            shop(),
            shop(sqlObject(
                "readers",
                "GRANT SELECT ON \"order\" TO reader",
                "REVOKE SELECT ON \"order\" FROM reader")),
            """
            ERROR SQL_OBJECT readers: [lockstep:SqlObjectAdded] SQL object "readers" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create SQL object readers"
            """),
        row("an SQL object goes", shop(TOUCH), shop(), """
            ERROR OfDatabase: [lockstep:SqlObjectRemoved] SQL object "touch" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Drop function touch"
            """),
        row(
            "an SQL object changes",
            shop(TOUCH),
            shop(sqlObject("touch", TOUCH.create().replace("NEW", "NULL"), TOUCH.drop())),
            """
            ERROR SQL_OBJECT touch: [lockstep:SqlObjectChanged] SQL object "touch" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change function touch"
            """));
  }

  private static Stream<Arguments> renames() {
    return Stream.of(
        row(
            "an enum is renamed",
            shop(STATE),
            shop(enumType("order_state", "NEW", "PAID"))
                .renamed(ObjectKind.ENUM, "order_state", "state"),
            """
            ERROR ENUM order_state: [lockstep:EnumRenamed] enum "state" is named "order_state" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename enum state to order_state"
            """),
        row(
            "an enum moves",
            shop(STATE),
            shop(enumType("app.state", "NEW", "PAID"))
                .renamed(ObjectKind.ENUM, "app.state", "state"),
            """
            ERROR OfDatabase: [lockstep:SchemaAdded] schema "app" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Create schema app"
            ERROR ENUM app.state: [lockstep:EnumRenamed] enum "state" is in schema "app" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Move enum state to schema app"
            """),
        row(
            "a sequence is renamed",
            shop(NUMBERS),
            shop(sequence("ticket_no")).renamed(ObjectKind.SEQUENCE, "ticket_no", "order_no"),
            """
            ERROR SEQUENCE ticket_no: [lockstep:SequenceRenamed] sequence "order_no" is named "ticket_no" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename sequence order_no to ticket_no"
            """),
        row(
            "a view is renamed",
            shop(OPEN),
            shop(view("todo", "SELECT id FROM \"order\""))
                .renamed(ObjectKind.VIEW, "todo", "open_order"),
            """
            ERROR VIEW todo: [lockstep:ViewRenamed] view "open_order" is named "todo" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename view open_order to todo"
            """),
        row(
            "a materialized view is renamed",
            shop(SALES),
            shop(materializedView("revenue", "SELECT count(*) AS n FROM \"order\""))
                .renamed(ObjectKind.MATERIALIZED_VIEW, "revenue", "sales"),
            """
            ERROR MATERIALIZED_VIEW revenue: [lockstep:MaterializedViewRenamed] materialized view "sales" is named "revenue" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename materialized view sales to revenue"
            """),
        row(
            "an enum goes while another comes",
            shop(STATE),
            shop(enumType("order_state", "NEW", "PAID")),
            """
            ERROR ENUM order_state: [lockstep:EnumAdded] enum "order_state" is not migrated yet
                renamed: @EnumType(renamedFrom = "state")
                not renamed: mvn compile -Dlockstep.migrate="Create enum order_state and drop enum state" -Dlockstep.accept=data-loss
            ERROR OfDatabase: [lockstep:EnumRemoved] enum "state" is not declared any more, while enum "order_state" is new; a migration would drop it
                renamed: @EnumType(renamedFrom = "state") on Order_state
                dropped: mvn compile -Dlockstep.migrate="Drop enum state" -Dlockstep.accept=data-loss
            """),
        row(
            "a sequence goes while two come",
            shop(NUMBERS),
            shop(sequence("bill_no"), sequence("ticket_no")),
            """
            ERROR SEQUENCE bill_no: [lockstep:SequenceAdded] sequence "bill_no" is not migrated yet
                renamed: renamedFrom = "order_no" in its @Sequence
                not renamed: mvn compile -Dlockstep.migrate="Create sequence bill_no and drop sequence order_no" -Dlockstep.accept=data-loss
            ERROR OfDatabase: [lockstep:SequenceRemoved] sequence "order_no" is not declared any more; a migration would delete its counter
                renamed: renamedFrom = "order_no" in the @Sequence of bill_no or ticket_no
                dropped: mvn compile -Dlockstep.migrate="Drop sequence order_no" -Dlockstep.accept=data-loss
            ERROR SEQUENCE ticket_no: [lockstep:SequenceAdded] sequence "ticket_no" is not migrated yet
                renamed: renamedFrom = "order_no" in its @Sequence
                not renamed: mvn compile -Dlockstep.migrate="Create sequence ticket_no and drop sequence order_no" -Dlockstep.accept=data-loss
            """),
        row(
            "two views go while one comes",
            shop(OPEN, view("all_order", "SELECT id FROM \"order\"")),
            shop(view("todo", "SELECT id FROM \"order\"")),
            """
            ERROR OfDatabase: [lockstep:ViewRemoved] view "all_order" is not declared any more, while view "todo" is new; a migration would drop it with its grants
                renamed: renamedFrom = "all_order" in the @View of Todo
                dropped: mvn compile -Dlockstep.migrate="Drop view all_order" -Dlockstep.accept=data-loss:all_order
            ERROR OfDatabase: [lockstep:ViewRemoved] view "open_order" is not declared any more, while view "todo" is new; a migration would drop it with its grants
                renamed: renamedFrom = "open_order" in the @View of Todo
                dropped: mvn compile -Dlockstep.migrate="Drop view open_order" -Dlockstep.accept=data-loss:open_order
            ERROR VIEW todo: [lockstep:ViewAdded] view "todo" is not migrated yet
                renamed: renamedFrom = "all_order" or renamedFrom = "open_order" in its @View
                not renamed: mvn compile -Dlockstep.migrate="Create view todo and drop view all_order and open_order" -Dlockstep.accept=data-loss
            """),
        row(
            "a materialized view goes while another comes",
            shop(SALES),
            shop(materializedView("revenue", "SELECT count(*) AS n FROM \"order\"")),
            """
            ERROR MATERIALIZED_VIEW revenue: [lockstep:MaterializedViewAdded] materialized view "revenue" is not migrated yet
                renamed: renamedFrom = "sales" in its @View
                not renamed: mvn compile -Dlockstep.migrate="Create materialized view revenue and drop materialized view sales" -Dlockstep.accept=data-loss
            ERROR OfDatabase: [lockstep:MaterializedViewRemoved] materialized view "sales" is not declared any more, while materialized view "revenue" is new; a migration would drop it with its grants
                renamed: renamedFrom = "sales" in the @View of Revenue
                dropped: mvn compile -Dlockstep.migrate="Drop materialized view sales" -Dlockstep.accept=data-loss
            """),
        row(
            "the rename of a view is refused",
            shop(OPEN),
            shop(view("todo", "SELECT id FROM \"order\""))
                .renamed(ObjectKind.VIEW, "todo", "open_ordr"),
            """
            ERROR VIEW todo@renamedFrom: [lockstep:RenameUnknown] there never was a view "open_ordr"; did you mean "open_order"?
            ERROR OfDatabase: [lockstep:ViewRemoved] view "open_order" is not declared any more, while view "todo" is new; a migration would drop it with its grants
                renamed: renamedFrom = "open_order" in the @View of Todo
                dropped: mvn compile -Dlockstep.migrate="Drop view open_order" -Dlockstep.accept=data-loss
            """));
  }

  private static Stream<Arguments> values() {
    Column state = column("state", type("state"));
    return Stream.of(
        row(
            "an enum gets a value",
            shop(STATE),
            shop(enumType("state", "NEW", "PAID", "LOST")),
            """
            ERROR ENUM state.LOST: [lockstep:EnumValueAdded] value "LOST" of enum "state" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add value LOST to enum state"
            """),
        row(
            "an enum lists its values in another order",
            shop(STATE),
            shop(enumType("state", "PAID", "NEW")),
            ""),
        row(
            "a value is renamed",
            shop(STATE),
            shop(enumType("state", "NEW", "SETTLED")).renamedValue("state", "SETTLED", "PAID"),
            """
            ERROR ENUM state.SETTLED: [lockstep:EnumValueRenamed] value "PAID" of enum "state" is named "SETTLED" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename value PAID of enum state to SETTLED"
            """),
        row("an enum of no column loses a value", shop(STATE), shop(enumType("state", "NEW")), """
            ERROR ENUM state: [lockstep:EnumValueRemoved] value "PAID" of enum "state" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Remove value PAID from enum state"
            """),
        row(
            "an enum loses a value",
            order(state).with(STATE),
            order(state).with(enumType("state", "NEW")),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "PAID" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
                no row holds it: mvn compile -Dlockstep.migrate="Remove value PAID from enum state" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "an enum loses a value and gets another",
            order(state).with(STATE),
            order(state).with(enumType("state", "NEW", "SETTLED")),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "PAID" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = @ReplacedValue(value = "PAID", by = "NEW"))
                renamed: @EnumValue(renamedFrom = "PAID") on SETTLED
                no row holds it: mvn compile -Dlockstep.migrate="Remove value PAID from enum state" -Dlockstep.accept=data-loss,rewrite
            ERROR ENUM state.SETTLED: [lockstep:EnumValueAdded] value "SETTLED" of enum "state" is not migrated yet
                renamed: @EnumValue(renamedFrom = "PAID")
                not renamed: mvn compile -Dlockstep.migrate="Add value SETTLED to enum state and remove PAID" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "an enum loses two values and gets two",
            order(state).with(enumType("state", "NEW", "PAID", "SENT")),
            order(state).with(enumType("state", "NEW", "SETTLED", "ON_ITS_WAY")),
            """
            ERROR ENUM state.ON_ITS_WAY: [lockstep:EnumValueAdded] value "ON_ITS_WAY" of enum "state" is not migrated yet
                renamed: @EnumValue(renamedFrom = "PAID") or @EnumValue(renamedFrom = "SENT")
                not renamed: mvn compile -Dlockstep.migrate="Add value ON_ITS_WAY to enum state and remove PAID and SENT" -Dlockstep.accept=data-loss,rewrite
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "PAID" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = {@ReplacedValue(value = "PAID", by = "NEW"), @ReplacedValue(value = "SENT", by = "NEW")})
                renamed: @EnumValue(renamedFrom = "PAID") on SETTLED or ON_ITS_WAY
                no row holds it: mvn compile -Dlockstep.migrate="Remove value PAID from enum state" -Dlockstep.accept=data-loss:state.PAID,rewrite
            ERROR ENUM state: [lockstep:EnumValueRemoved] enum "state" has no value "SENT" any more, but rows of table "order" may hold it
                replaced: @EnumType(replaced = {@ReplacedValue(value = "PAID", by = "NEW"), @ReplacedValue(value = "SENT", by = "NEW")})
                renamed: @EnumValue(renamedFrom = "SENT") on SETTLED or ON_ITS_WAY
                no row holds it: mvn compile -Dlockstep.migrate="Remove value SENT from enum state" -Dlockstep.accept=data-loss:state.SENT,rewrite
            ERROR ENUM state.SETTLED: [lockstep:EnumValueAdded] value "SETTLED" of enum "state" is not migrated yet
                renamed: @EnumValue(renamedFrom = "PAID") or @EnumValue(renamedFrom = "SENT")
                not renamed: mvn compile -Dlockstep.migrate="Add value SETTLED to enum state and remove PAID and SENT" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a value is replaced",
            order(state).with(STATE),
            order(state).with(enumType("state", "NEW")).replaced("state", "PAID", "NEW"),
            """
            ERROR ENUM state: [lockstep:TableRewrite] enum "state" loses value "PAID", which rewrites table "order" and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Replace value PAID of enum state by NEW" -Dlockstep.accept=rewrite
            """),
        row(
            "a value is replaced that no column has",
            shop(STATE),
            shop(enumType("state", "NEW")).replaced("state", "PAID", "NEW"),
            """
            ERROR ENUM state: [lockstep:EnumValueRemoved] value "PAID" of enum "state" is not declared any more, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Replace value PAID of enum state by NEW"
            """),
        row(
            "a value comes and is the default at once",
            order(state).with(STATE),
            order(state.defaultValue("'LOST'")).with(enumType("state", "NEW", "PAID", "LOST")),
            """
            ERROR order.state: [lockstep:ColumnDefaultChanged] the default of column "state" of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Set default of state in order"
            ERROR ENUM state.LOST: [lockstep:EnumValueAdded] value "LOST" of enum "state" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add value LOST to enum state"
            """));
  }

  private static Stream<Arguments> partitions() {
    Partition old = Partition.of("event_2024", "FROM ('2024-01-01') TO ('2025-01-01')");
    Partition next = Partition.of("event_2025", "FROM ('2025-01-01') TO ('2026-01-01')");
    return Stream.of(
        row("a partition comes", event(old), event(old, next), """
            ERROR event#event_2025: [lockstep:PartitionAdded] partition "event_2025" of table "event" is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Add partition event_2025 to event"
            """),
        row("a partition goes", event(old, next), event(next), """
            ERROR event: [lockstep:PartitionRemoved] partition "event_2024" of table "event" is not declared any more; a migration would delete its rows
                dropped: mvn compile -Dlockstep.migrate="Drop partition event_2024 from event" -Dlockstep.accept=data-loss
            """),
        row(
            "a partition gets other bounds",
            event(old),
            event(Partition.of("event_2024", "FROM ('2023-01-01') TO ('2025-01-01')")),
            """
            ERROR event#event_2024: [lockstep:PartitionChanged] partition "event_2024" of table "event" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change partition event_2024 of event"
            WARNING event#event_2024: [lockstep:BlocksTable] adding partition "event_2024" of table "event" reads all rows while reads and writes wait (ACCESS EXCLUSIVE on "event_2024")
                apply it: when nobody needs the table, as there is no form that lets others work
            """),
        row(
            "a partition gets another name",
            event(old),
            event(Partition.of("event_old", "FROM ('2024-01-01') TO ('2025-01-01')")),
            """
            ERROR event#event_old: [lockstep:PartitionRenamed] partition "event_2024" of table "event" is named "event_old" now, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Rename partition event_2024 of event to event_old"
            """),
        row(
            "a table becomes partitioned",
            Model.of(table("event", column("day", date()).notNull())),
            event(),
            """
            ERROR event: [lockstep:PartitioningChanged] table "event" becomes partitioned, which PostgreSQL cannot do to a table that is there
                declare another beside it: @Table(name = "event_2")
                then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
                then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss
            """),
        row(
            "a table is no longer partitioned",
            event(),
            Model.of(table("event", column("day", date()).notNull())),
            """
            ERROR event: [lockstep:PartitioningChanged] table "event" is no longer partitioned, which PostgreSQL cannot do to a table that is there
                declare another beside it: @Table(name = "event_2")
                then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
                then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss
            """),
        row(
            "a table is partitioned otherwise",
            event(),
            Model.of(table("event", column("day", date()).notNull(), partitionByHash("day"))),
            """
            ERROR event: [lockstep:PartitioningChanged] table "event" is partitioned otherwise, which PostgreSQL cannot do to a table that is there
                declare another beside it: @Table(name = "event_2")
                then copy the rows: mvn compile -Dlockstep.migrate="Copy event to event_2" -Dlockstep.empty=true
                then drop the old one: mvn compile -Dlockstep.migrate="Drop table event" -Dlockstep.accept=data-loss
            """));
  }

  private static Stream<Arguments> storage() {
    Column note = column("note", text());
    Column key = column("key", text());
    return Stream.of(
        row(
            "a stored column becomes plain",
            order(note, key.computed("lower(note)")),
            order(note, key),
            """
            ERROR order.key: [lockstep:ColumnComputedChanged] the computation of column "key" of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change computation of key in order"
            """),
        row("a table becomes unlogged", order(), order(tableOptions().notLogged()), """
            ERROR order: [lockstep:TableRewrite] table "order" becomes unlogged, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Make table order unlogged" -Dlockstep.accept=rewrite
            """),
        row("a table moves", order(), order(tableOptions().tablespace("fast")), """
            ERROR order: [lockstep:TableRewrite] table "order" moves to tablespace "fast", which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Move table order to tablespace fast" -Dlockstep.accept=rewrite
            """),
        row("a table moves back", order(tableOptions().tablespace("fast")), order(), """
            ERROR order: [lockstep:TableRewrite] table "order" moves to the tablespace of its database, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Move table order to the tablespace of its database" -Dlockstep.accept=rewrite
            """),
        row("a table is filled less", order(), order(tableOptions().with("fillfactor", "70")), """
            ERROR order: [lockstep:TableStorageChanged] the storage parameters of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change storage parameters of table order"
            """),
        row(
            "a table is stored otherwise",
            order(),
            order(tableOptions().with("fillfactor", "70").notLogged()),
            """
            ERROR order: [lockstep:TableRewrite] table "order" becomes unlogged, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Change storage of table order" -Dlockstep.accept=rewrite
            """),
        row(
            "a column is stored otherwise",
            order(note),
            order(note.options(new ColumnOptions("external", "lz4", 500))),
            """
            ERROR order.note: [lockstep:ColumnStorageChanged] the storage of column "note" of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change storage of note in order"
            ERROR order.note: [lockstep:ColumnCompressionChanged] the compression of column "note" of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change compression of note in order"
            ERROR order.note: [lockstep:ColumnStatisticsChanged] the statistics of column "note" of table "order" changed, which is not migrated yet
                migrate: mvn compile -Dlockstep.migrate="Change statistics of note in order"
            """));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  private static Model shop(SchemaObject... objects) {
    return order().with(objects);
  }

  private static Model order(TableElement... elements) {
    return Model.of(table(
        "order", Stream.concat(Stream.of(ID), Stream.of(elements)).toArray(TableElement[]::new)));
  }

  private static Model event(Partition... partitions) {
    return Model.of(table(
        "event",
        column("day", date()).notNull(),
        partitioned(partitionByRange("day"), partitions)));
  }
}
