package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.bool;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.processor.problem.Model.CHECK;
import static dev.lockstep.processor.problem.Model.generate;
import static dev.lockstep.processor.problem.Model.plain;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.diff.Hazard;
import dev.lockstep.processor.Options;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.TableElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked where the plain forms are written; what the online forms do not need is not. */
class DecisionsTest {
  private static final Options PLAIN = plain(generate("Go on"));

  private static final Column ID = column("id", bigint()).notNull().identity();
  private static final Column NAME = column("name", text());
  private static final Column KEY = column("key", text());

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void asksBeforeItGenerates(String what, Model before, Model after, String expected) {
    assertEquals(expected, Model.text(after.problems(before.recorded(), PLAIN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void asksTheSameWhenItChecks(String what, Model before, Model after, String expected) {
    List<Problem> asked = after.problems(before.recorded(), PLAIN);
    List<String> said = after.problems(before.recorded(), plain(CHECK)).stream()
        .map(problem -> Model.text(List.of(problem)))
        .map(text -> text.replaceAll("migrate=\"[^\"]+\"", "migrate=\"Go on\""))
        .filter(expected::contains)
        .toList();
    assertEquals(asked.stream().map(problem -> Model.text(List.of(problem))).toList(), said);
  }

  /** Each is on its way to the second model. */
  static Stream<Arguments> changes() {
    return Stream.of(
        row("a new NOT NULL column", order(), order(column("total", integer()).notNull()), """
            ERROR order.total: [lockstep:NotNullNeedsValue] new column "total" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "0")
                fill once: @Column(nullable = false, backfill = "0")
            """),
        row(
            "an enum that lost values",
            order(column("state", text()), check("c", "state IN ('NEW', 'PAID', 'SENT')")),
            order(column("state", text()), check("c", "state IN ('PAID', 'LOST')")),
            """
            ERROR order#c: [lockstep:EnumValueRemoved] check "c" of table "order" no longer allows 'NEW' and 'SENT', but rows may hold them
                renamed, and rows keep the value: @EnumValue("NEW") or @EnumValue("SENT") on LOST
                no row holds them: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row("of a text", order(), order(column("state", text()).notNull()), """
            ERROR order.state: [lockstep:NotNullNeedsValue] new column "state" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "''")
                fill once: @Column(nullable = false, backfill = "''")
            """),
        row(
            "of a type that holds arrays",
            order(),
            order(column("tags", array(text())).notNull()),
            """
            ERROR order.tags: [lockstep:NotNullNeedsValue] new column "tags" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "'{}'")
                fill once: @Column(nullable = false, backfill = "'{}'")
            """),
        row(
            "of an enum kept as text",
            order(),
            order(
                column("state", text()).notNull(),
                check("order_state_check", "state IN ('NEW', 'PAID')")),
            """
            ERROR order.state: [lockstep:NotNullNeedsValue] new column "state" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "'NEW'")
                fill once: @Column(nullable = false, backfill = "'NEW'")
            """),
        row("of a time", order(), order(column("at", timestamptz()).notNull()), """
            ERROR order.at: [lockstep:NotNullNeedsValue] new column "at" is NOT NULL and has no default, but table "order" may hold rows
                keep a default: @Column(defaultValue = "'1970-01-01 00:00:00+00'")
                fill once: @Column(nullable = false, backfill = "'1970-01-01 00:00:00+00'")
            """),
        row(
            "of a type that is not known",
            order(),
            order(column("mood", type("mood")).notNull()),
            """
            ERROR order.mood: [lockstep:NotNullNeedsValue] new column "mood" is NOT NULL and has no default, but table "order" may hold rows
                allow NULL: @Column(nullable = true)
            """),
        row(
            "of a foreign key",
            order(),
            order(
                column("user_id", bigint()).notNull(),
                foreignKey("order_user_id_fkey", "user_id").references("user", "id")),
            """
            ERROR order.user_id: [lockstep:NotNullNeedsValue] new column "user_id" is NOT NULL and has no default, but table "order" may hold rows
                fill once: @Column(nullable = false, backfill = "(SELECT id FROM \\"user\\" ORDER BY id LIMIT 1)")
            """),
        row(
            "of a unique text",
            order(),
            order(column("code", text()).notNull(), unique("order_code_key", "code")),
            """
            ERROR order.code: [lockstep:NotNullNeedsValue] new column "code" is NOT NULL and has no default, but table "order" may hold rows
                fill once: @Column(nullable = false, backfill = "gen_random_uuid()::text")
            """),
        row(
            "of what may be another renamed",
            order(column("sum", integer()).notNull()),
            order(column("total", integer()).notNull()),
            """
            ERROR order: [lockstep:ColumnRemoved] column "sum" of table "order" has no field any more; a migration would delete its data
                renamed: @Column(renamedFrom = "sum") on total
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            ERROR order.total: [lockstep:NotNullNeedsValue] new column "total" is NOT NULL and has no default, but table "order" may hold rows
                renamed: @Column(renamedFrom = "sum")
                keep a default: @Column(defaultValue = "0")
                fill once: @Column(nullable = false, backfill = "0")
            """),
        row(
            "a new NOT NULL column with a default",
            order(),
            order(column("total", integer()).notNull().defaultValue("0")),
            ""),
        row(
            "a new NOT NULL column with a backfill",
            order(),
            order(column("total", integer()).notNull()).backfill("order", "total", "0"),
            ""),
        row(
            "a new NOT NULL computed virtual column",
            order(NAME),
            order(NAME, KEY.notNull().computedVirtual("lower(name)")),
            ""),
        row("a column that becomes NOT NULL", order(NAME), order(NAME.notNull()), """
            ERROR order.name: [lockstep:NotNullNeedsValue] column "name" of table "order" becomes NOT NULL and has no default, but its rows may hold NULL
                keep a default: @Column(defaultValue = "''")
                fill once: @Column(nullable = false, backfill = "''")
            """),
        row(
            "a column that becomes NOT NULL with a default",
            order(NAME),
            order(NAME.notNull().defaultValue("''")),
            ""),
        row(
            "a column that becomes NOT NULL with a backfill",
            order(NAME),
            order(NAME.notNull()).backfill("order", "name", "''"),
            ""),
        row(
            "a column that becomes an identity",
            order(column("no", integer())),
            order(column("no", integer()).notNull().identity()),
            """
            ERROR order.no: [lockstep:NotNullNeedsValue] column "no" of table "order" becomes NOT NULL and has no default, but its rows may hold NULL
                fill once: @Column(nullable = false, backfill = "(((ctid::text::point)[0] * 300 + (ctid::text::point)[1])::integer)")
            """),
        row("a new identity", Model.of(table("tag", NAME)), Model.of(table("tag", NAME, ID)), """
            ERROR tag.id: [lockstep:TableRewrite] new column "id" of table "tag" is an identity, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a new stored computed column",
            order(NAME),
            order(NAME, KEY.computed("lower(name)")),
            """
            ERROR order.key: [lockstep:TableRewrite] new column "key" of table "order" is computed and stored, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a new virtual computed column",
            order(NAME),
            order(NAME, KEY.computedVirtual("lower(name)")),
            ""),
        row(
            "a new column with a default for each row",
            order(),
            order(column("key", uuid()).notNull().defaultValue("gen_random_uuid()")),
            """
            ERROR order.key: [lockstep:TableRewrite] new column "key" of table "order" has another default for each row, which rewrites the table and locks it meanwhile
                fill in place: @Column(backfill = "gen_random_uuid()")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a new column with a default for each row, filled",
            order(),
            order(column("key", uuid()).notNull().defaultValue("gen_random_uuid()"))
                .backfill("order", "key", "gen_random_uuid()"),
            ""),
        row(
            "a new column with a default for all rows",
            order(),
            order(column("at", timestamptz()).notNull().defaultValue("now()")),
            ""),
        row(
            "a wider type that is stored otherwise",
            order(column("total", integer())),
            order(column("total", bigint())),
            """
            ERROR order.total: [lockstep:TableRewrite] the type of column "total" of table "order" changes from integer to bigint, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a wider type that is stored alike",
            order(column("name", varchar(20))),
            order(NAME),
            ""),
        row("a narrower type", order(NAME), order(column("name", varchar(20))), """
            ERROR order.name: [lockstep:TypeNarrows] the type of column "name" of table "order" changes from text to varchar(20), which may not hold every old value
                convert: @Column(using = "name::varchar(20)")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a narrower number",
            order(column("total", numeric(12, 2))),
            order(column("total", numeric(10, 2))),
            """
            ERROR order.total: [lockstep:TypeNarrows] the type of column "total" of table "order" changes from numeric(12,2) to numeric(10,2), which may not hold every old value
                convert: @Column(using = "total::numeric(10,2)")
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a narrower type with a conversion",
            order(column("name", varchar(40))),
            order(column("name", varchar(20))).using("order", "name", "left(name, 20)"),
            """
            ERROR order.name: [lockstep:TableRewrite] the type of column "name" of table "order" changes from varchar(40) to varchar(20), which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a type that PostgreSQL converts when asked",
            order(NAME),
            order(column("name", integer())),
            """
            ERROR order.name: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "name" of table "order" from text into integer by itself
                convert: @Column(using = "name::integer")
                then: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a type that PostgreSQL converts when asked, and is",
            order(NAME),
            order(column("name", integer())).using("order", "name", "name::integer"),
            """
            ERROR order.name: [lockstep:TableRewrite] the type of column "name" of table "order" changes from text to integer, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a type that PostgreSQL cannot convert",
            order(column("paid", bool())),
            order(column("paid", date())),
            """
            ERROR order.paid: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "paid" of table "order" from boolean into date by itself
                convert by its text, if that reads so: @Column(using = "paid::text::date")
                then: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a type change of a column with a hard name",
            order(column("Order", text())),
            order(column("Order", integer())),
            """
            ERROR order.Order: [lockstep:CastNeedsUsing] PostgreSQL does not turn column "Order" of table "order" from text into integer by itself
                convert: @Column(using = "\\"Order\\"::integer")
                then: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a type that a stored column is computed from",
            order(column("name", varchar(20)), KEY.computed("lower(name)")),
            order(column("name", varchar(40)), KEY.computed("lower(name)")),
            """
            ERROR order.name: [lockstep:TableRewrite] the type of column "name" of table "order" changes from varchar(20) to varchar(40), which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a plain column that becomes computed",
            order(NAME, KEY),
            order(NAME, KEY.computed("lower(name)")),
            """
            ERROR order.key: [lockstep:ColumnBecomesComputed] column "key" of table "order" becomes computed; a migration would delete its data
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """),
        row(
            "a plain column that becomes computed, not stored",
            order(NAME, KEY),
            order(NAME, KEY.computedVirtual("lower(name)")),
            """
            ERROR order.key: [lockstep:ColumnBecomesComputed] column "key" of table "order" becomes computed; a migration would delete its data
                dropped: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss
            """),
        row(
            "a column that is computed otherwise",
            order(NAME, KEY.computed("lower(name)")),
            order(NAME, KEY.computed("upper(name)")),
            """
            ERROR order.key: [lockstep:TableRewrite] column "key" of table "order" is computed and stored anew, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a computed column of another type",
            order(NAME, KEY.computed("lower(name)")),
            order(NAME, column("key", varchar(9)).computed("lower(name)")),
            """
            ERROR order.key: [lockstep:TableRewrite] column "key" of table "order" is computed and stored anew, which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """),
        row(
            "a computed column that becomes plain",
            order(NAME, KEY.computed("lower(name)")),
            order(NAME, KEY),
            ""),
        row(
            "a computed column that becomes plain, filled",
            order(NAME, KEY.computed("lower(name)")),
            order(NAME, KEY).backfill("order", "key", "lower(name)"),
            ""));
  }

  private static Arguments row(String what, Model before, Model after, String expected) {
    return Arguments.of(what, before, after, expected);
  }

  private static Model order(TableElement... elements) {
    return Model.of(
        table(
            "order",
            Stream.concat(Stream.of(ID, primaryKey("order_pkey", "id")), Stream.of(elements))
                .toArray(TableElement[]::new)),
        table("user", ID, primaryKey("user_pkey", "id")));
  }

  @Test
  void asksForWhatIsNotAcceptedYet() {
    Model before = order(column("name", text()));
    Model after = order(column("name", varchar(20)));
    assertEquals(
        """
            ERROR order.name: [lockstep:TableRewrite] the type of column "name" of table "order" changes from text to varchar(20), which rewrites the table and locks it meanwhile
                accept: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=data-loss,rewrite
            """,
        Model.text(after.problems(before.recorded(), plain(generate("Go on", Hazard.DATA_LOSS)))));
    assertEquals(
        "", Model.text(after.problems(before.recorded(), generate("Go on", Hazard.values()))));
  }

  @Test
  void asksForNoRewriteThatTheOnlineFormDoesWithout() {
    Model before = order(column("name", text()), column("total", integer()));
    Model after = order(
        column("name", text()),
        column("total", bigint()),
        column("key", uuid()).notNull().defaultValue("gen_random_uuid()"));
    assertEquals("""
            WARNING order.total: [lockstep:ColumnMoves] column "total" of table "order" becomes the last of its table: INSERT without a list of columns fills others
                before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
                not moved, with the table locked: mvn compile -Dlockstep.migrate="Go on" -Dlockstep.accept=rewrite
            """, Model.text(after.problems(before.recorded(), generate("Go on"))));
  }

  @Test
  void asksNothingOfATableThatIsNew() {
    Model after = Model.of(table(
        "order",
        ID,
        column("key", uuid()).notNull().defaultValue("gen_random_uuid()"),
        column("total", integer()).notNull(),
        column("twice", integer()).computed("total * 2")));
    assertEquals("", Model.text(after.problems(Model.of().recorded(), generate("Go on"))));
  }
}
