package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.json;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableElement;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {
  private static final Column ID = column("id", bigint()).notNull();
  private static final Column A = column("a", integer());
  private static final Column B = column("b", integer());
  private static final String LONG = "x".repeat(64);

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesWhatPostgresWould(String what, Model model, String expected) {
    assertEquals(expected, Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("a long table", Model.of(table(LONG, A)), """
            ERROR xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] table "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: @Table(name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
            """),
        row("a long column", t(column(LONG, integer())), """
            ERROR t.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] column "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: @Column(name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
            """),
        row("a long column of wide characters", t(column("ü".repeat(32), integer())), """
            ERROR t.üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü: [lockstep:NameTooLong] column "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: @Column(name = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü")
            """),
        row("a long check", t(A, check(LONG, "a > 0")), """
            ERROR t#xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] check "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row("a long index", indexed(index(LONG, "a")), """
            ERROR t#xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] index "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row("a long schema", Model.of(table(LONG + ".t", A)), """
            ERROR xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.t@schema: [lockstep:NameTooLong] schema "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: @Table(schema = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
            """),
        row("an empty column", t(column("", integer())), """
            ERROR t.: [lockstep:NameInvalid] column "" of table "t" has an empty name
            """),
        row("a NUL", t(column("a\0b", integer())), """
            ERROR t.a\0b: [lockstep:NameInvalid] column "a\\000b" of table "t" has a character in its name that PostgreSQL cannot store
            """),
        row("a system column", t(column("xmin", integer())), """
            ERROR t.xmin: [lockstep:NameReserved] column "xmin" of table "t" has the name of a system column
                rename: @Column(name = "xmin_")
            """),
        row("a system schema", Model.of(table("pg_shop.t", A)), """
            ERROR pg_shop.t@schema: [lockstep:NameReserved] schema "pg_shop" has a name that PostgreSQL keeps for itself
                rename: @Table(schema = "app_shop")
            """),
        row("the history table", Model.of(table("lockstep_history", A)), """
            ERROR lockstep_history: [lockstep:NameReserved] table "lockstep_history" has the name of the table that records which migrations ran
                rename: @Table(name = "app_lockstep_history")
            """),
        row(
            "an index named as a table",
            Model.of(table("a", A), table(table("b", A), index("a", "a"))),
            """
            ERROR b#a: [lockstep:NameTaken] index "a" of table "b" has the name of table "a"
                rename: name = "a_2"
            """),
        row(
            "a unique constraint named as a primary key",
            Model.of(
                table("a", ID, primaryKey("a_pkey", "id")), table("b", A, unique("a_pkey", "a"))),
            """
            ERROR b#a_pkey: [lockstep:NameTaken] unique constraint "a_pkey" of table "b" has the name of primary key "a_pkey" of table "a"
                rename: name = "a_pkey_2"
            """),
        row(
            "two indexes of two tables",
            Model.of(table(table("a", A), index("i", "a")), table(table("b", A), index("i", "a"))),
            """
            ERROR b#i: [lockstep:NameTaken] index "i" of table "b" has the name of index "i" of table "a"
                rename: name = "i_2"
            """),
        row(
            "a table named as a sequence",
            Model.of(table("a", ID.identity()), table("a_id_seq", A)),
            """
            ERROR a.id: [lockstep:NameTaken] the sequence of column "id" of table "a" has the name of table "a_id_seq"
            """),
        row("a serial", t(column("id", type("bigserial"))), """
            ERROR t.id@type: [lockstep:SerialType] column "id" of table "t" has type bigserial, which is no type but an integer with a default
                number it: @Identity @Column(type = "bigint")
            """),
        row("a collation of a number", t(A.collate("de-x-icu")), """
            ERROR t.a@collation: [lockstep:CollationNotAllowed] column "a" of table "t" has a collation, but is of type integer, not a text
                remove collation, or make it a text: @Column(type = "text")
            """),
        row("a default without quotes", t(column("state", text()).defaultValue("new")), """
            ERROR t.state@defaultValue: [lockstep:DefaultNeedsQuotes] default new of column "state" of table "t" is a name to SQL; a text needs quotes
                quote it: @Column(defaultValue = "'new'")
            """),
        row(
            "a default in the wrong quotes",
            t(column("state", text()).defaultValue("\"it's\"")),
            """
            ERROR t.state@defaultValue: [lockstep:DefaultNeedsQuotes] default "it's" of column "state" of table "t" is a name to SQL; a text needs quotes
                quote it: @Column(defaultValue = "'it''s'")
            """),
        row("an identity of a text", t(column("id", text()).notNull().identity()), """
            ERROR t.id@type: [lockstep:IdentityType] identity column "id" of table "t" is of type text; PostgreSQL numbers smallint, integer and bigint
                number it: @Column(type = "bigint")
            """),
        row("an increment of 0", t(ID.identity(Identity.byDefault().increment(0))), """
            ERROR t.id: [lockstep:IdentityOptions] identity column "id" of table "t" has an increment of 0
                write: @Identity(increment = 1)
            """),
        row("a cache of 0", t(ID.identity(Identity.byDefault().cache(0))), """
            ERROR t.id: [lockstep:IdentityOptions] identity column "id" of table "t" has a cache of 0; at least 1 is needed
                write: @Identity(cache = 1)
            """),
        row(
            "an identity beyond its type",
            t(column("id", smallint()).notNull().identity(Identity.byDefault().max(40000))),
            """
            ERROR t.id: [lockstep:IdentityOptions] identity column "id" of table "t" has bounds that are no values of type smallint
                write: @Identity(max = 32767)
            """),
        row(
            "an identity without values",
            t(ID.identity(Identity.byDefault().min(10).max(5))),
            """
            ERROR t.id: [lockstep:IdentityOptions] identity column "id" of table "t" has min 10, which is not below max 5
                write: @Identity(min = 4)
            """),
        row(
            "an identity that starts outside",
            t(ID.identity(Identity.byDefault().start(5).max(4))),
            """
            ERROR t.id: [lockstep:IdentityOptions] identity column "id" of table "t" has start 5, which is not between 1 and 4
                write: @Identity(start = 4)
            """),
        row("a column computed from itself", t(A.computed("a + 1")), """
            ERROR t.a: [lockstep:ComputedFromComputed] column "a" of table "t" is computed from itself
                compute it from others: @Computed(value = "...")
            """),
        row(
            "a column computed from a computed one",
            t(A, B.computed("a + 1"), column("c", integer()).computed("b + 1")),
            """
            ERROR t.c: [lockstep:ComputedFromComputed] column "c" of table "t" is computed from column "b", which is computed too
                compute both from others: @Computed(value = "(a + 1) + 1")
            """),
        row(
            "a column computed from a field",
            t(column("unit_price", integer()), B.computed("unitPrice * 2")),
            """
            ERROR t.b: [lockstep:ColumnUnknown] the computation of column "b" of table "t" names column "unitPrice", which table "t" does not have; did you mean "unit_price"?
            """),
        row(
            "a primary key of a json",
            t(column("j", json()).notNull(), primaryKey("t_pkey", "j")),
            """
            ERROR t#t_pkey: [lockstep:TypeHasNoOrder] primary key "t_pkey" of table "t" names column "j", but type json has no order
            """),
        row(
            "a unique constraint on an unknown column",
            t(column("email", text()), unique("t_mail_key", "mail")),
            """
            ERROR t#t_mail_key: [lockstep:ColumnUnknown] unique constraint "t_mail_key" of table "t" names column "mail", which table "t" does not have; did you mean "email"?
            """),
        row("a unique constraint on a column twice", t(A, unique("t_a_a_key", "a", "a")), """
            ERROR t#t_a_a_key: [lockstep:ColumnRepeated] unique constraint "t_a_a_key" of table "t" names column "a" twice
                name it once: columns = {"a"}
            """),
        row("an index on an unknown column", indexed(index("t_x_idx", "x")), """
            ERROR t#t_x_idx: [lockstep:ColumnUnknown] index "t_x_idx" of table "t" names column "x", which table "t" does not have
            """),
        row(
            "an index that includes an unknown column",
            indexed(index("t_a_idx", "a").include("prize")),
            """
            ERROR t#t_a_idx: [lockstep:ColumnUnknown] index "t_a_idx" of table "t" names column "prize", which table "t" does not have; did you mean "price"?
            """),
        row(
            "an index of an expression over a quoted unknown column",
            indexed(index("t_x_idx", "(abs(\"X\"))")),
            """
            ERROR t#t_x_idx: [lockstep:ColumnUnknown] index "t_x_idx" of table "t" names column "X", which table "t" does not have
            """),
        row(
            "a partial index over an unknown column",
            indexed(index("t_a_idx", "a").where("prise > 0")),
            """
            ERROR t#t_a_idx: [lockstep:ColumnUnknown] index "t_a_idx" of table "t" names column "prise", which table "t" does not have; did you mean "price"?
            """),
        row(
            "an index on a virtual column",
            Model.of(table(table("t", A, B.computedVirtual("a + 1")), index("t_b_idx", "b"))),
            """
            ERROR t#t_b_idx: [lockstep:VirtualColumnIndexed] index "t_b_idx" of table "t" names column "b", which is computed but not stored
                store it: @Computed(value = "a + 1", stored = true)
            """),
        row("a unique gin index", indexed(uniqueIndex("t_a_idx", "a").using("gin")), """
            ERROR t#t_a_idx: [lockstep:IndexMethod] index "t_a_idx" of table "t" is of method gin, which cannot be unique
                index by another: method = "btree"
            """),
        row("a descending gin index", indexed(index("t_a_idx", "a desc").using("gin")), """
            ERROR t#t_a_idx: [lockstep:IndexMethod] index "t_a_idx" of table "t" is of method gin, which has no order
                index by another: method = "btree"
            """),
        row(
            "a hash index on two columns",
            indexed(index("t_a_b_idx", "a", "b").using("hash")),
            """
            ERROR t#t_a_b_idx: [lockstep:IndexMethod] index "t_a_b_idx" of table "t" is of method hash, which takes one column
                index by another: method = "btree"
            """),
        row(
            "a brin index that includes",
            indexed(index("t_a_idx", "a").using("brin").include("b")),
            """
            ERROR t#t_a_idx: [lockstep:IndexMethod] index "t_a_idx" of table "t" is of method brin, which cannot include columns
                index by another: method = "btree"
            """),
        row("a check on a field", checked("unitPrice >= 0"), """
            ERROR t#t_check: [lockstep:ColumnUnknown] check "t_check" of table "t" names column "unitPrice", which table "t" does not have; did you mean "unit_price"?
            """),
        row("a check on a misspelt column", checked("state = 'x' and unit_prise >= 0"), """
            ERROR t#t_check: [lockstep:ColumnUnknown] check "t_check" of table "t" names column "unit_prise", which table "t" does not have; did you mean "unit_price"?
            """),
        row("a check on a quoted unknown column", checked("\"State\" = 'x'"), """
            ERROR t#t_check: [lockstep:ColumnUnknown] check "t_check" of table "t" names column "State", which table "t" does not have; did you mean "state"?
            """),
        row(
            "a foreign key with too few columns",
            refers(
                column("ref", bigint()),
                parent(column("key", bigint()).notNull()),
                toKey().references("parent", "key", "other")),
            """
            ERROR child#child_ref_fkey: [lockstep:ForeignKeyColumnCount] foreign key "child_ref_fkey" of table "child" has 1 column, but refers to 2
            """),
        row(
            "a foreign key to an unknown column",
            refers(column("ref", bigint()), parent(column("id", bigint()).notNull()), toKey()),
            """
            ERROR child#child_ref_fkey: [lockstep:ColumnUnknown] foreign key "child_ref_fkey" of table "child" names column "key", which table "parent" does not have
            """),
        row(
            "a foreign key of an unknown column",
            Model.of(
                table("child", A, foreignKey("child_ref_fkey", "ref").references("parent", "key")),
                parent(column("key", bigint()).notNull())),
            """
            ERROR child#child_ref_fkey: [lockstep:ColumnUnknown] foreign key "child_ref_fkey" of table "child" names column "ref", which table "child" does not have
            """),
        row(
            "a foreign key to what is not unique",
            refers(column("ref", bigint()), table("parent", column("key", bigint())), toKey()),
            """
            ERROR child#child_ref_fkey: [lockstep:ForeignKeyTargetNotUnique] foreign key "child_ref_fkey" of table "child" refers to column "key" of table "parent", where nothing makes it unique
                make it unique: @Column(unique = true)
            """),
        row(
            "a foreign key to two columns that are not unique together",
            Model.of(
                table(
                    "child",
                    A,
                    B,
                    foreignKey("child_fkey", "a", "b").references("parent", "a", "b")),
                table("parent", A, B, unique("parent_a_key", "a"))),
            """
            ERROR child#child_fkey: [lockstep:ForeignKeyTargetNotUnique] foreign key "child_fkey" of table "child" refers to columns "a" and "b" of table "parent", where nothing makes them unique
                make it unique: @Unique(columns = {"a", "b"})
            """),
        row(
            "a foreign key to what is unique at the end only",
            refers(
                column("ref", bigint()),
                table(
                    "parent",
                    column("key", bigint()),
                    unique("parent_key_key", "key").deferrable()),
                toKey()),
            """
            ERROR child#child_ref_fkey: [lockstep:ForeignKeyTargetNotUnique] foreign key "child_ref_fkey" of table "child" refers to column "key" of table "parent", where nothing makes it unique
                make it unique: @Column(unique = true)
            """),
        row(
            "a foreign key to a partial unique index",
            refers(
                column("ref", bigint()),
                table(
                    table("parent", column("key", bigint())),
                    uniqueIndex("parent_key_idx", "key").where("key > 0")),
                toKey()),
            """
            ERROR child#child_ref_fkey: [lockstep:ForeignKeyTargetNotUnique] foreign key "child_ref_fkey" of table "child" refers to column "key" of table "parent", where nothing makes it unique
                make it unique: @Column(unique = true)
            """),
        row(
            "a foreign key of another type",
            refers(column("ref", integer()), parent(column("key", bigint()).notNull()), toKey()),
            """
            ERROR child.ref: [lockstep:ForeignKeyTypeDiffers] column "ref" of table "child" is integer, but refers to "key" of table "parent", which is bigint
                same type: @Column(type = "bigint")
            """),
        row(
            "SET NULL of a NOT NULL column",
            refers(
                column("ref", bigint()).notNull(),
                parent(column("key", bigint()).notNull()),
                toKey().onDelete(ReferentialAction.SET_NULL)),
            """
            ERROR child#child_ref_fkey: [lockstep:SetNullOnNotNull] foreign key "child_ref_fkey" of table "child" is ON DELETE SET NULL, but column "ref" is NOT NULL
                allow NULL: @Column(nullable = true)
                cascade: onDelete = ReferentialAction.CASCADE
            """),
        row(
            "SET DEFAULT without a default",
            refers(
                column("ref", bigint()).notNull(),
                parent(column("key", bigint()).notNull()),
                toKey().onUpdate(ReferentialAction.SET_DEFAULT)),
            """
            ERROR child#child_ref_fkey: [lockstep:SetDefaultWithoutDefault] foreign key "child_ref_fkey" of table "child" is ON UPDATE SET DEFAULT, but column "ref" is NOT NULL and has no default
                cascade: onUpdate = ReferentialAction.CASCADE
            """),
        row(
            "CASCADE to a computed column",
            Model.of(
                table(
                    "child",
                    ID,
                    column("ref", bigint()).computed("id + 1"),
                    toKey().onUpdate(ReferentialAction.CASCADE)),
                parent(column("key", bigint()).notNull())),
            """
            ERROR child#child_ref_fkey: [lockstep:ActionOnComputed] foreign key "child_ref_fkey" of table "child" is ON UPDATE CASCADE, but column "ref" is computed
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void takesWhatPostgresTakes(String what, Model model) {
    assertEquals("", Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        row(
            "names of 63 bytes",
            Model.of(table("x".repeat(63), column("y".repeat(63), integer())))),
        row("one name in two schemas", Model.of(table("t", A), table("app.t", A))),
        row(
            "one constraint name in two tables",
            Model.of(table("a", A, check("c", "a > 0")), table("b", A, check("c", "a > 0")))),
        row("a history table elsewhere", Model.of(table("app.lockstep_history", A))),
        row("a column named oid", t(column("oid", integer()))),
        row(
            "defaults",
            t(
                A.defaultValue("0"),
                column("b", text()).defaultValue("'x'"),
                column("c", date()).defaultValue("current_date"),
                column("d", text()).defaultValue("NULL"),
                column("e", date()).defaultValue("now()"))),
        row(
            "a collation of an unknown type",
            t(
                column("a", type("citext")).collate("C"),
                column("b", type("mood")).collate("C"))),
        row(
            "a descending identity",
            t(ID.identity(Identity.byDefault().increment(-1).start(-5)))),
        row(
            "a whole smallint identity",
            t(column("id", smallint())
                .notNull()
                .identity(Identity.byDefault().min(-32768).max(32767)))),
        row(
            "a composite key",
            t(
                A.notNull(),
                B.notNull(),
                primaryKey("t_pkey", "a", "b"),
                unique("t_b_a_key", "b", "a").include("a"))),
        row(
            "an index with an operator class",
            Model.of(
                table(table("t", column("s", text())), index("t_s_idx", "s text_pattern_ops")))),
        row(
            "a gist index that includes",
            Model.of(table(
                table("t", A, column("place", type("point"))),
                index("t_place_idx", "place").using("gist").include("a")))),
        row("a check of time", checked("at > date '2020-01-01' and extract(year from at) > 2000")),
        row(
            "a check with casts",
            checked("at::timestamp with time zone > now() and state::varchar(3) <> ''")),
        row(
            "a check with upper case",
            checked("UNIT_PRICE >= 0 AND STATE IN ('A', 'B') AND State IS NOT NULL")),
        row(
            "a check with a collation",
            checked("state collate \"C\" > 'a' and cast(state as \"Mood\") is not null")),
        row("a check with no column", checked("true")),
        row(
            "a foreign key in another order",
            Model.of(
                table(
                    "child",
                    A,
                    B,
                    foreignKey("child_fkey", "a", "b").references("parent", "b", "a")),
                table("parent", A, B, unique("parent_a_b_key", "a", "b")))),
        row(
            "a foreign key to a unique index",
            refers(
                column("ref", bigint()),
                table(
                    table("parent", column("key", bigint())), uniqueIndex("parent_key_idx", "key")),
                toKey())),
        row(
            "a foreign key of another length",
            refers(column("ref", text()), parent(column("key", varchar(20)).notNull()), toKey())),
        row(
            "a foreign key to itself",
            t(
                ID,
                A.withType(bigint()),
                primaryKey("t_pkey", "id"),
                foreignKey("t_a_fkey", "a")
                    .references("t", "id")
                    .onDelete(ReferentialAction.SET_NULL))),
        row(
            "SET DEFAULT with a default",
            refers(
                column("ref", bigint()).notNull().defaultValue("0"),
                parent(column("key", bigint()).notNull()),
                toKey().onDelete(ReferentialAction.SET_DEFAULT))));
  }

  private static Arguments row(String what, Model model, String expected) {
    return Arguments.of(what, model, expected);
  }

  private static Arguments row(String what, Model model) {
    return Arguments.of(what, model);
  }

  private static Model t(TableElement... elements) {
    return Model.of(table("t", elements));
  }

  private static Model indexed(Index index) {
    return Model.of(table(table("t", A, B, column("price", integer())), index));
  }

  private static Model checked(String expression) {
    return t(
        column("unit_price", integer()),
        column("state", text()),
        column("at", date()),
        check("t_check", expression));
  }

  /** Table child with a column {@code ref} that refers to column {@code key} of table parent. */
  private static Model refers(Column ref, Table parent, ForeignKey foreignKey) {
    return Model.of(table("child", ref, foreignKey), parent);
  }

  private static Table parent(Column key) {
    return table("parent", key, primaryKey("parent_pkey", key.name()));
  }

  private static ForeignKey toKey() {
    return foreignKey("child_ref_fkey", "ref").references("parent", "key");
  }

  @Test
  void takesNoMoreColumnsThanPostgres() {
    Column[] columns = IntStream.rangeClosed(1, 1601)
        .mapToObj(i -> column("c" + i, integer()))
        .toArray(Column[]::new);
    assertEquals("""
            ERROR t: [lockstep:TooManyColumns] table "t" has 1601 columns; PostgreSQL takes 1600
            """, Model.text(SchemaRules.check(t(columns).declared())));
  }

  @Test
  void judgesTheNameOfTheTargetSchema() {
    DeclaredModel model = t(A).declared();
    DeclaredModel elsewhere = new DeclaredModel(
        model.name(),
        model.migrationsPackage(),
        "pg_shop",
        model.schema(),
        model.hints(),
        model.classes());
    assertEquals("""
            ERROR OfDatabase: [lockstep:NameReserved] schema "pg_shop" has a name that PostgreSQL keeps for itself
                rename: @Database(schema = "app_shop")
            """, Model.text(SchemaRules.check(elsewhere)));
  }
}
