package dev.lockstep.processor.problem;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.json;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByList;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.view;
import static dev.lockstep.processor.problem.Model.enumType;
import static dev.lockstep.processor.problem.Model.partitioned;
import static dev.lockstep.processor.problem.Model.sqlObject;
import static dev.lockstep.processor.problem.Model.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.processor.model.DeclaredModel;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.TableElement;
import dev.lockstep.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL would not take beside tables, of partitions and of storage. */
class ObjectRulesTest {
  private static final Column ID = column("id", bigint()).notNull();
  private static final Column A = column("a", integer()).notNull();
  private static final Column B = column("b", integer()).notNull();
  private static final Column AT = column("at", type("daterange")).notNull();
  private static final Column STATE = column("state", type("state"));
  private static final String LONG = "x".repeat(64);

  @ParameterizedTest(name = "{0}")
  @MethodSource({"mistakes", "ours"})
  void refusesWhatPostgresWould(String what, Model model, String expected) {
    assertEquals(expected, Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(names(), objects(), storage(), overlaps(), exclusions(), partitions())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> names() {
    return Stream.of(
        row("a long enum", of(enumType(LONG, "A")), """
            ERROR ENUM xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] enum "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row("a long value", of(enumType("state", "A", LONG)), """
            ERROR ENUM state.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] value "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of enum "state" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: @EnumValue("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
            """),
        row("a value with a NUL", of(enumType("state", "A\0")), """
            ERROR ENUM state.A\0: [lockstep:NameInvalid] value "A\\000" of enum "state" has a character in its name that PostgreSQL cannot store
            """),
        row("an empty sequence", of(sequence("")), """
            ERROR SEQUENCE : [lockstep:NameInvalid] sequence "" has an empty name
            """),
        row("a long view", of(view(LONG, "SELECT 1")), """
            ERROR VIEW xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] view "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row(
            "a long index of a view",
            of(indexed(materializedView("v", "SELECT 1 AS n"), index(LONG, "n"))),
            """
            ERROR MATERIALIZED_VIEW v: [lockstep:NameTooLong] index "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of materialized view "v" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row(
            "a long partition",
            t(A, partitioned(partitionByRange("a"), Partition.of(LONG, "FROM (1) TO (2)"))),
            """
            ERROR t#xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: [lockstep:NameTooLong] partition "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
                shorten: name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            """),
        row("a system schema", of(enumType("pg_shop.state", "A")), """
            ERROR ENUM pg_shop.state@schema: [lockstep:NameReserved] schema "pg_shop" has a name that PostgreSQL keeps for itself
                rename: schema = "app_shop"
            """),
        row("the history table as a view", of(view("lockstep_history", "SELECT 1")), """
            ERROR VIEW lockstep_history: [lockstep:NameReserved] view "lockstep_history" has the name of the table that records which migrations ran
                rename: name = "app_lockstep_history"
            """),
        row("an enum named as a type of PostgreSQL", of(enumType("date", "A")), """
            ERROR ENUM date: [lockstep:NameReserved] enum "date" has the name of a type of PostgreSQL itself
                rename: name = "date_"
            """),
        row("an enum named as a pseudo-type", of(enumType("record", "A")), """
            ERROR ENUM record: [lockstep:NameReserved] enum "record" has the name of a type of PostgreSQL itself
                rename: name = "record_"
            """),
        row("an enum named as an alias", of(enumType("decimal", "A")), """
            ERROR ENUM decimal: [lockstep:NameReserved] enum "decimal" has the name of a type of PostgreSQL itself
                rename: name = "decimal_"
            """),
        row("a view named as a table", t(A).with(view("t", "SELECT 1")), """
            ERROR VIEW t: [lockstep:NameTaken] view "t" has the name of table "t"
                rename: name = "t_2"
            """),
        row(
            "a sequence named as an index",
            Model.of(table(table("t", A), index("i", "a"))).with(sequence("i")),
            """
            ERROR SEQUENCE i: [lockstep:NameTaken] sequence "i" has the name of index "i" of table "t"
                rename: name = "i_2"
            """),
        row(
            "an index of a view named as a table",
            t(A).with(indexed(materializedView("v", "SELECT 1 AS n"), index("t", "n"))),
            """
            ERROR MATERIALIZED_VIEW v: [lockstep:NameTaken] index "t" of materialized view "v" has the name of table "t"
                rename: name = "t_2"
            """),
        row(
            "a view and a materialized view",
            of(view("v", "SELECT 1"), materializedView("v", "SELECT 1")),
            """
            ERROR MATERIALIZED_VIEW v: [lockstep:NameTaken] materialized view "v" has the name of view "v"
                rename: name = "v_2"
            """),
        row(
            "a partition named as a table",
            Model.of(
                table("u", A),
                table("t", A, partitioned(partitionByRange("a"), Partition.of("u", "DEFAULT")))),
            """
            ERROR t#u: [lockstep:NameTaken] partition "u" of table "t" has the name of table "u"
                rename: name = "u_2"
            """),
        row(
            "an exclusion constraint named as a table",
            Model.of(table("u", A), table("t", AT, exclude("u", "gist", "at with &&"))),
            """
            ERROR t#u: [lockstep:NameTaken] exclusion constraint "u" of table "t" has the name of table "u"
                rename: name = "u_2"
            """),
        row("an enum named as a table", t(A).with(enumType("t", "A")), """
            ERROR ENUM t: [lockstep:NameTaken] enum "t" has the name of table "t"
                rename: name = "t_2"
            """),
        row("an enum named as a sequence", of(enumType("s", "A"), sequence("s")), """
            ERROR ENUM s: [lockstep:NameTaken] enum "s" has the name of sequence "s"
                rename: name = "s_2"
            """),
        row(
            "an enum named as the sequence of an identity",
            t(ID.identity()).with(enumType("t_id_seq", "A")),
            """
            ERROR ENUM t_id_seq: [lockstep:NameTaken] enum "t_id_seq" has the name of the sequence of column "id" of table "t"
                rename: name = "t_id_seq_2"
            """),
        row("an enum named as a view", of(enumType("v", "A"), view("v", "SELECT 1")), """
            ERROR ENUM v: [lockstep:NameTaken] enum "v" has the name of view "v"
                rename: name = "v_2"
            """),
        row(
            "an enum named as a domain",
            of(
                enumType("state", "A"),
                sqlObject("states", "CREATE DOMAIN state AS text", "DROP DOMAIN state")),
            """
            ERROR ENUM state: [lockstep:NameTaken] enum "state" has the name of the domain of SQL object "states"
                rename: name = "state_2"
            """),
        row(
            "SQL that creates a table that is there",
            t(A).with(sqlObject("log", "CREATE TABLE t (a integer)", "DROP TABLE t")),
            """
            ERROR SQL_OBJECT log: [lockstep:NameTaken] the table of SQL object "log" has the name of table "t"
            """));
  }

  private static Stream<Arguments> objects() {
    return Stream.of(
        row("a sequence of texts", of(sequence("no").as(text())), """
            ERROR SEQUENCE no@type: [lockstep:SequenceType] sequence "no" is of type text; PostgreSQL counts in smallint, integer and bigint
                count in another: type = "bigint"
            """),
        row("a sequence that stands still", of(sequence("no").increment(0)), """
            ERROR SEQUENCE no: [lockstep:SequenceOptions] sequence "no" has an increment of 0
                write: @Sequence(name = "no", increment = 1)
            """),
        row("a sequence between nothing", of(sequence("no").min(5).max(5)), """
            ERROR SEQUENCE no: [lockstep:SequenceOptions] sequence "no" has min 5, which is not below max 5
                write: @Sequence(name = "no", min = 4)
            """),
        row("a sequence that is too long", of(sequence("no").as(smallint()).max(100_000)), """
            ERROR SEQUENCE no: [lockstep:SequenceOptions] sequence "no" has bounds that are no values of type smallint
                write: @Sequence(name = "no", max = 32767)
            """),
        row("a sequence that starts outside", of(sequence("no").start(5).max(4)), """
            ERROR SEQUENCE no: [lockstep:SequenceOptions] sequence "no" has start 5, which is not between 1 and 4
                write: @Sequence(name = "no", start = 4)
            """),
        row("a sequence without a cache", of(sequence("no").cache(0)), """
            ERROR SEQUENCE no: [lockstep:SequenceOptions] sequence "no" has a cache of 0; at least 1 is needed
                write: @Sequence(name = "no", cache = 1)
            """),
        row("a sequence in another schema", t(A).with(owned("app.no", "t", "a")), """
            ERROR SEQUENCE app.no@ownedBy: [lockstep:SequenceOwner] sequence "app.no" is owned by a column of table "t", which is in another schema
                move it: schema = ""
            """),
        row("a view that is no query", of(view("v", "DELETE FROM t")), """
            ERROR VIEW v@query: [lockstep:ViewQuery] the query of view "v" begins with "DELETE"; a query is a SELECT
            """),
        row(
            "a unique gin index of a materialized view",
            of(indexed(
                materializedView("v", "SELECT '{}'::jsonb AS n"),
                uniqueIndex("i", "n").using("gin"))),
            """
            ERROR MATERIALIZED_VIEW v: [lockstep:IndexMethod] index "i" of materialized view "v" is of method gin, which cannot be unique
                index by another: method = "btree"
            """),
        row(
            "a misspelt option of a view",
            of(view("v", "SELECT 1").with("security_barier", "true")),
            """
            ERROR VIEW v@with: [lockstep:ParameterUnknown] view "v" has no option "security_barier"; did you mean "security_barrier"?
            """),
        row(
            "a storage parameter of a view",
            of(view("v", "SELECT 1").with("fillfactor", "70")),
            """
            ERROR VIEW v@with: [lockstep:ParameterUnknown] view "v" has no option "fillfactor"
            """),
        row(
            "a default that is no value",
            t(STATE.defaultValue("'PAYED'")).with(enumType("state", "NEW", "PAID")),
            """
            ERROR t.state@defaultValue: [lockstep:EnumDefault] default 'PAYED' of column "state" of table "t" is no value of enum "state"
                take another: @Column(defaultValue = "'PAID'")
            """),
        row(
            "a default that is no value, cast",
            t(STATE.defaultValue("'x'::state")).with(enumType("state", "it's")),
            """
            ERROR t.state@defaultValue: [lockstep:EnumDefault] default 'x' of column "state" of table "t" is no value of enum "state"
                take another: @Column(defaultValue = "'it''s'")
            """),
        row(
            "a virtual column of an enum",
            t(A, STATE.computedVirtual("'NEW'")).with(enumType("state", "NEW")),
            """
            ERROR t.state: [lockstep:VirtualColumnType] column "state" of table "t" is computed but not stored, which PostgreSQL cannot do in enum "state"
                store it: @Computed(value = "'NEW'", stored = true)
            """));
  }

  private static Stream<Arguments> storage() {
    return Stream.of(
        row("a storage that is none", t(stored("a", text(), "extendet", "")), """
            ERROR t.a@storage: [lockstep:StorageInvalid] column "a" of table "t" has storage "extendet"; PostgreSQL knows extended, external, main and plain
                write: @Column(storage = "extended")
            """),
        row("a storage of a number", t(stored("a", integer(), "main", "")), """
            ERROR t.a@storage: [lockstep:StorageNotOfType] column "a" of table "t" has storage "main", but values of type integer always stand in their row as they are
            """),
        row(
            "a storage of an enum",
            t(stored("state", type("state"), "extended", "")).with(enumType("state", "A")),
            """
            ERROR t.state@storage: [lockstep:StorageNotOfType] column "state" of table "t" has storage "extended", but values of type state always stand in their row as they are
            """),
        row("a compression that is none", t(stored("a", text(), "", "zip")), """
            ERROR t.a@compression: [lockstep:StorageInvalid] column "a" of table "t" has compression "zip"; PostgreSQL knows lz4 and pglz
                write: @Column(compression = "lz4")
            """),
        row("a compression of a number", t(stored("a", date(), "", "lz4")), """
            ERROR t.a@compression: [lockstep:StorageNotOfType] column "a" of table "t" has compression "lz4", but values of type date always stand in their row as they are
            """),
        row("statistics that are too fine", t(A.options(new ColumnOptions("", "", 10_001))), """
            ERROR t.a@statistics: [lockstep:StatisticsInvalid] column "a" of table "t" has statistics 10001; PostgreSQL takes 0 to 10000
                write: @Column(statistics = 10000)
            """),
        row("statistics below nothing", t(A.options(new ColumnOptions("", "", -2))), """
            ERROR t.a@statistics: [lockstep:StatisticsInvalid] column "a" of table "t" has statistics -2; PostgreSQL takes 0 to 10000
                write: @Column(statistics = 0)
            """),
        row(
            "a logged table that refers to an unlogged one",
            Model.of(
                table("u", A, primaryKey("u_pkey", "a"), tableOptions().notLogged()),
                table("t", B, foreignKey("t_b_fkey", "b").references("u", "a"))),
            """
            ERROR t#t_b_fkey: [lockstep:ForeignKeyTargetUnlogged] foreign key "t_b_fkey" of table "t" refers to unlogged table "u", which is empty after a crash
                let both be: @Table(unlogged = true)
            """),
        row(
            "a partitioned table that is filled less",
            t(A, partitionByRange("a"), tableOptions().with("fillfactor", "70")),
            """
            ERROR t@with: [lockstep:PartitionedStorage] partitioned table "t" cannot have storage parameters: only its partitions hold rows
            """),
        row(
            "a partitioned table that is unlogged",
            t(A, partitionByRange("a"), tableOptions().notLogged()),
            """
            ERROR t@unlogged: [lockstep:PartitionedStorage] partitioned table "t" cannot be unlogged: only its partitions hold rows
            """));
  }

  private static Stream<Arguments> overlaps() {
    return Stream.of(
        row(
            "a key without overlaps of one column",
            t(AT, primaryKey("t_pkey", "at").notOverlapping()),
            """
            ERROR t#t_pkey: [lockstep:OverlapsAlone] primary key "t_pkey" of table "t" is without overlaps and needs a column beside the range
            """),
        row(
            "a key without overlaps of no range",
            t(AT, A, unique("t_key", "at", "a").notOverlapping()),
            """
            ERROR t#t_key: [lockstep:OverlapsType] unique constraint "t_key" of table "t" is without overlaps, but its last column "a" is of type integer, not a range
                make it one: @Column(type = "int4range")
            """),
        row(
            "a period of a plain key",
            rooms(
                primaryKey("room_pkey", "no", "at"),
                foreignKey("booking_fkey", "no", "at")
                    .references("room", "no", "at")
                    .period()),
            """
            ERROR booking#booking_fkey: [lockstep:PeriodTarget] foreign key "booking_fkey" of table "booking" refers to a period, but no key of table "room" without overlaps ends in column "at"
            """),
        row(
            "no period of a key without overlaps",
            rooms(
                primaryKey("room_pkey", "no", "at").notOverlapping(),
                foreignKey("booking_fkey", "no", "at").references("room", "no", "at")),
            """
            ERROR booking#booking_fkey: [lockstep:PeriodMissing] foreign key "booking_fkey" of table "booking" refers to a key without overlaps, but not to its period
                refer to a period: period = true
            """),
        row(
            "a period that is not last",
            rooms(
                primaryKey("room_pkey", "no", "at").notOverlapping(),
                foreignKey("booking_fkey", "at", "no")
                    .references("room", "at", "no")
                    .period()),
            """
            ERROR booking#booking_fkey: [lockstep:PeriodTarget] foreign key "booking_fkey" of table "booking" refers to a period, but no key of table "room" without overlaps ends in column "no"
            """),
        row(
            "a period that deletes",
            rooms(
                primaryKey("room_pkey", "no", "at").notOverlapping(),
                foreignKey("booking_fkey", "no", "at")
                    .references("room", "no", "at")
                    .period()
                    .onDelete(ReferentialAction.CASCADE)),
            """
            ERROR booking#booking_fkey: [lockstep:PeriodAction] foreign key "booking_fkey" of table "booking" refers to a period and is ON DELETE CASCADE; PostgreSQL knows NO ACTION there
                leave it: onDelete = ReferentialAction.NO_ACTION
            """));
  }

  private static Stream<Arguments> exclusions() {
    return Stream.of(
        row(
            "an exclusion of an expression of a field",
            t(
                column("start_day", date()),
                exclude("e", "gist", "(daterange(startDay, null)) with &&")),
            """
            ERROR t#e: [lockstep:ColumnUnknown] exclusion constraint "e" of table "t" names column "startDay", which table "t" does not have; did you mean "start_day"?
            """),
        row(
            "an exclusion where an unknown column is",
            t(AT, exclude("e", "gist", "at with &&").where("\"b\" > 0")),
            """
            ERROR t#e: [lockstep:ColumnUnknown] exclusion constraint "e" of table "t" names column "b", which table "t" does not have
            """),
        row("an exclusion by gin", t(AT, exclude("e", "gin", "at with =")), """
            ERROR t#e: [lockstep:IndexMethod] exclusion constraint "e" of table "t" is of method gin, which cannot exclude
                exclude by another: using = "gist"
            """),
        row(
            "an exclusion by hash of two columns",
            t(A, B, exclude("e", "hash", "a with =", "b with =")),
            """
            ERROR t#e: [lockstep:IndexMethod] exclusion constraint "e" of table "t" is of method hash, which takes one column
                exclude by another: using = "gist"
            """),
        row(
            "an exclusion by gist with an order",
            t(AT, exclude("e", "gist", "at desc with &&")),
            """
            ERROR t#e: [lockstep:IndexMethod] exclusion constraint "e" of table "t" is of method gist, which has no order
                leave the order out: elements = "... with &&"
            """),
        row(
            "an exclusion of a virtual column",
            t(
                A,
                column("r", type("int4range")).computedVirtual("int4range(a, a + 1)"),
                exclude("e", "gist", "r with &&")),
            """
            ERROR t#e: [lockstep:VirtualColumnIndexed] exclusion constraint "e" of table "t" names column "r", which is computed but not stored
                store it: @Computed(value = "int4range(a, a + 1)", stored = true)
            """));
  }

  private static Stream<Arguments> partitions() {
    return Stream.of(
        row(
            "partitions by an expression of an unknown column",
            t(column("start_day", date()), partitionByRange("(date_part('year', startDay))")),
            """
            ERROR t: [lockstep:ColumnUnknown] the partitioning of table "t" names column "startDay", which table "t" does not have; did you mean "start_day"?
            """),
        row(
            "partitions by a computed column",
            t(A, column("c", integer()).computed("a + 1"), partitionByRange("c")),
            """
            ERROR t: [lockstep:PartitionComputed] the partitioning of table "t" names column "c", which is computed
            """),
        row("partitions by a json", t(column("j", json()), partitionByRange("j")), """
            ERROR t: [lockstep:TypeHasNoOrder] the partitioning of table "t" names column "j", but type json has no order
            """),
        row(
            "a primary key without the column of the partitions",
            t(A, B, primaryKey("t_pkey", "a"), partitionByRange("b")),
            """
            ERROR t#t_pkey: [lockstep:PartitionedKey] primary key "t_pkey" of table "t" lacks column "b", by which the table is partitioned
            """),
        row(
            "a unique constraint without the columns of the partitions",
            t(A, B, ID, unique("t_key", "id"), partitionByRange("a", "b")),
            """
            ERROR t#t_key: [lockstep:PartitionedKey] unique constraint "t_key" of table "t" lacks columns "a" and "b", by which the table is partitioned
            """),
        row(
            "a unique index without the column of the partitions",
            Model.of(table(table("t", A, B, partitionByHash("b")), uniqueIndex("t_a_idx", "a"))),
            """
            ERROR t#t_a_idx: [lockstep:PartitionedKey] unique index "t_a_idx" of table "t" lacks column "b", by which the table is partitioned
            """),
        row(
            "a primary key beside an expression",
            t(A, primaryKey("t_pkey", "a"), partitionByRange("(a + 1)")),
            """
            ERROR t#t_pkey: [lockstep:PartitionedKey] primary key "t_pkey" of table "t" cannot be: the table is partitioned by an expression
            """),
        row(
            "an exclusion without the column of the partitions",
            t(A, AT, exclude("e", "gist", "at with &&"), partitionByRange("a")),
            """
            ERROR t#e: [lockstep:PartitionedKey] exclusion constraint "e" of table "t" lacks column "a", by which the table is partitioned
            """),
        row("a range with the values of a list", parts(partitionByRange("a"), "IN (1, 2)"), """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes IN (1, 2), but the table is partitioned by RANGE (a)
                write as: values = "FROM (...) TO (...)"
            """),
        row("a range of too few values", parts(partitionByRange("a", "b"), "FROM (1) TO (2)"), """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes FROM (1) TO (2), but the table is partitioned by RANGE (a, b)
                write as: values = "FROM (..., ...) TO (..., ...)"
            """),
        row("a range without an end", parts(partitionByRange("a"), "FROM (1)"), """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes FROM (1), but the table is partitioned by RANGE (a)
                write as: values = "FROM (...) TO (...)"
            """),
        row(
            "a list with the values of a range",
            parts(partitionByList("a"), "FROM (1) TO (2)"),
            """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes FROM (1) TO (2), but the table is partitioned by LIST (a)
                write as: values = "IN (...)"
            """),
        row("a hash with a default", parts(partitionByHash("a"), "DEFAULT"), """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes DEFAULT, but the table is partitioned by HASH (a)
                write as: values = "WITH (MODULUS 4, REMAINDER 0)"
            """),
        row(
            "a hash with a remainder that is too high",
            parts(partitionByHash("a"), "WITH (MODULUS 4, REMAINDER 4)"),
            """
            ERROR t#p0: [lockstep:PartitionValues] partition "p0" of table "t" takes WITH (MODULUS 4, REMAINDER 4), but the table is partitioned by HASH (a)
                write as: values = "WITH (MODULUS 4, REMAINDER 0)"
            """),
        row(
            "two equal ranges",
            parts(partitionByRange("a"), "FROM (1) TO (2)", "from (1) to (2)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes the rows that partition "p0" takes
                take others: values = "FROM (...) TO (...)"
            """),
        row("two defaults", parts(partitionByList("a"), "DEFAULT", "DEFAULT"), """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes the rows that partition "p0" takes
                take others: values = "IN (...)"
            """),
        row(
            "two lists of one value",
            parts(partitionByList("a"), "IN (1, NULL)", "IN (2, null)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes NULL, as partition "p0"
                take others: values = "IN (...)"
            """),
        row(
            "two hashes of one row",
            parts(
                partitionByHash("a"),
                "WITH (MODULUS 4, REMAINDER 3)",
                "WITH (REMAINDER 1, MODULUS 2)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" takes rows that partition "p0" takes too
                take others: values = "WITH (MODULUS 4, REMAINDER 0)"
            """),
        row(
            "two hashes that do not fit",
            parts(
                partitionByHash("a"),
                "WITH (MODULUS 4, REMAINDER 0)",
                "WITH (MODULUS 6, REMAINDER 1)"),
            """
            ERROR t#p1: [lockstep:PartitionOverlaps] partition "p1" of table "t" has modulus 6 and partition "p0" 4; one must be a multiple of the other
                take others: values = "WITH (MODULUS 4, REMAINDER 1)"
            """));
  }

  /** What PostgreSQL takes, but only at times, or for something else. */
  static Stream<Arguments> ours() {
    return Stream.of(row(
        "a sequence named as that of an identity",
        t(ID.identity()).with(sequence("t_id_seq")),
        """
            ERROR SEQUENCE t_id_seq: [lockstep:NameTaken] sequence "t_id_seq" has the name of the sequence of column "id" of table "t"
                rename: name = "t_id_seq_2"
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void takesWhatPostgresTakes(String what, Model model) {
    assertEquals("", Model.text(SchemaRules.check(model.declared())));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        good("an empty value", of(enumType("state", "", "A"))),
        good("a value of 63 bytes", of(enumType("state", "x".repeat(63)))),
        good(
            "an enum in a schema named as a type",
            Model.of(table("app.t", column("d", type("app.date"))))
                .with(enumType("app.date", "A"))),
        good(
            "an enum named as an index",
            Model.of(table(table("t", A), index("i", "a"))).with(enumType("i", "A"))),
        good(
            "an SQL object with a long name",
            of(sqlObject(LONG + " (all of it)", "SELECT 1", "SELECT 1"))),
        good(
            "an SQL object named as a table",
            t(A).with(sqlObject("t", "COMMENT ON TABLE t IS 'x'", "COMMENT ON TABLE t IS NULL"))),
        good(
            "a default that is a value",
            t(STATE.defaultValue("'it''s'::state")).with(enumType("state", "it's"))),
        good(
            "a default that is computed",
            t(STATE.defaultValue("lower('A')::state")).with(enumType("state", "a"))),
        good(
            "a default of an array",
            t(column("states", type("state").arrayOf()).defaultValue("'{a}'"))
                .with(enumType("state", "a"))),
        good(
            "a stored column of an enum",
            t(A, STATE.computed("'a'::state")).with(enumType("state", "a"))),
        good("a sequence that counts down", of(sequence("no").increment(-1))),
        good("a sequence of a column", t(A).with(owned("no", "t", "a"))),
        good(
            "a view with options",
            of(view("v", "WITH x AS (SELECT 1 AS a) SELECT a FROM x")
                .with("security_barrier", "true"))),
        good("a view of values", of(view("v", "VALUES (1), (2)"))),
        good("a view in parentheses", of(view("v", "(SELECT ';' AS semicolon)"))),
        good(
            "an indexed materialized view",
            of(indexed(
                materializedView("v", "TABLE pg_catalog.pg_class").with("fillfactor", "70"),
                uniqueIndex("v_oid_idx", "oid")))),
        good("a storage of a text", t(stored("a", text(), "external", "pglz"))),
        good("a storage of a number with digits", t(stored("a", numeric(9, 2), "main", "pglz"))),
        good("a storage of an array", t(stored("a", integer().arrayOf(), "extended", ""))),
        good("a plain storage of a number", t(stored("a", integer(), "plain", ""))),
        good(
            "statistics",
            t(
                A.options(new ColumnOptions("", "", 10_000)),
                B.options(new ColumnOptions("", "", 0)))),
        good(
            "an unlogged table that refers to a logged one",
            Model.of(
                table("u", A, primaryKey("u_pkey", "a")),
                table(
                    "t",
                    B,
                    foreignKey("t_b_fkey", "b").references("u", "a"),
                    tableOptions().notLogged()))),
        good(
            "exclusions",
            t(
                AT,
                column("c", type("circle")),
                exclude("e", "gist", "at with &&", "c with &&").where("at is not null"),
                exclude("f", "hash", "at with ="),
                exclude("g", "btree", "at desc with =").deferrable())),
        good(
            "partitions by range",
            t(
                A,
                B,
                primaryKey("t_pkey", "b", "a"),
                partitioned(
                    partitionByRange("a", "b"),
                    Partition.of("p", "FROM (1, MINVALUE) TO (5, MAXVALUE)"),
                    Partition.of("q", "FROM (7, abs(-3)) TO (9, 1)"),
                    Partition.of("r", "DEFAULT")))),
        good(
            "partitions by an expression",
            Model.of(
                table(table("t", A, partitionByRange("(a + 1)", "a")), index("t_a_idx", "a")))),
        good(
            "partitions by list",
            parts(partitionByList("a"), "IN (1, 2, NULL)", "IN (3)", "DEFAULT")),
        good(
            "partitions by hash",
            parts(
                partitionByHash("a", "b"),
                "WITH (MODULUS 4, REMAINDER 1)",
                "with (remainder 0, modulus 2)")),
        good(
            "a foreign key to a partitioned table",
            Model.of(
                table("t", A, primaryKey("t_pkey", "a"), partitionByRange("a")),
                table("u", B, foreignKey("u_b_fkey", "b").references("t", "a")))),
        good("a check of a partitioned table", t(A, check("c", "a > 0"), partitionByRange("a"))));
  }

  @Test
  void knowsTheHistoryTableInTheTargetSchema() {
    QualifiedName history = new QualifiedName("app", "lockstep_history");
    Model model = of(sequence("no").withName(history));
    DeclaredModel declared =
        new DeclaredModel("main", "m", "app", model.schema(), model.hints(), java.util.Map.of());
    assertEquals("""
            ERROR SEQUENCE app.lockstep_history: [lockstep:NameReserved] sequence "app.lockstep_history" has the name of the table that records which migrations ran
                rename: name = "app_lockstep_history"
            """, Model.text(SchemaRules.check(declared)));
  }

  private static Arguments row(String what, Model model, String expected) {
    return Arguments.of(what, model, expected);
  }

  private static Arguments good(String what, Model model) {
    return Arguments.of(what, model);
  }

  private static Model t(TableElement... elements) {
    return Model.of(table("t", elements));
  }

  private static Model of(SchemaObject... objects) {
    return Model.of().with(objects);
  }

  private static Column stored(
      String name, dev.lockstep.schema.SqlType type, String storage, String compression) {
    return column(name, type).options(new ColumnOptions(storage, compression, null));
  }

  private static View indexed(View view, Index index) {
    return view.withIndexes(NamedList.of(List.of(index)));
  }

  private static Sequence owned(String name, String table, String column) {
    Sequence sequence = name.startsWith("app.")
        ? sequence("no").withName(new QualifiedName("app", "no"))
        : sequence(name);
    return sequence.withOwner(new Sequence.Owner(QualifiedName.of(table), column));
  }

  /** A table of rooms with that key, and one of bookings with that foreign key. */
  private static Model rooms(TableElement key, TableElement foreignKey) {
    Column no = column("no", type("int4range")).notNull();
    return Model.of(table("room", no, AT, key), table("booking", no, AT, foreignKey));
  }

  private static Model parts(Partitioning by, String... values) {
    Partition[] partitions = new Partition[values.length];
    for (int i = 0; i < values.length; i++) {
      partitions[i] = Partition.of("p" + i, values[i]);
    }
    return t(A, B, partitioned(by, partitions));
  }
}
