package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelStorageTest {
  private static List<Constraint> constraints(String table) {
    return Model.table(table).constraints().asList();
  }

  private static List<ColumnOptions> options(String fields) {
    return Model.table("@Table class T { " + fields + " }").columns().stream()
        .map(Column::options)
        .toList();
  }

  @Test
  void readsHowATableIsStored() {
    assertEquals(
        TableOptions.NONE
            .with("fillfactor", "70")
            .with("toast.autovacuum_enabled", "false")
            .notLogged()
            .tablespace("fast"),
        Model.table(
                "@Table(with = {\"FillFactor = 70\", \"toast.autovacuum_enabled=false\"}, unlogged = true, tablespace = \"fast\") class T {}")
            .options());
    assertEquals(TableOptions.NONE, Model.table("@Table class T {}").options());
  }

  @Test
  void readsHowColumnsAreStored() {
    assertEquals(
        List.of(
            new ColumnOptions("external", "lz4", 0),
            new ColumnOptions("main", "pglz", null),
            new ColumnOptions("extended", "", 10_000)),
        options(
            "@Column(storage = \"EXTERNAL\", compression = \"lz4\", statistics = 0) String a; @Column(storage = \"main\", compression = \"pglz\", statistics = -1) int[] b; @Column(type = \"vector(3)\", storage = \"extended\", statistics = 10000) String c;"));
  }

  @Test
  void leavesOutTheStorageThatATypeHasByItself() {
    assertEquals(
        List.of(
            ColumnOptions.NONE,
            ColumnOptions.NONE,
            ColumnOptions.NONE,
            ColumnOptions.NONE,
            ColumnOptions.NONE),
        options(
            "@Column(storage = \"extended\") String a; @Column(storage = \"plain\") double b; @Column(storage = \"main\") BigDecimal c; @Column(storage = \"extended\") int[] d; @Column(type = \"interval year to month\", storage = \"plain\") String e;"));
  }

  @Test
  void readsExclusions() {
    assertEquals(
        List.of(
            Exclusion.of(
                    "t_room_my col_lower_excl",
                    "gist",
                    "room_no with =",
                    "\"my col\" with <>",
                    "(lower(name)) text_ops with =")
                .where("room_no > 0")
                .initiallyDeferred()
                .withName("t_room_no_my col_lower_excl"),
            Exclusion.of("own", "spgist", "during range_ops with operator(pg_catalog.&&)")
                .deferrable(),
            Exclusion.of("t_during_excl", "gist", "during with &&")),
        constraints("""
            @Exclude(elements = {"roomNo with =", "my col WITH <>", "(lower(name)) text_ops with ="}, where = "room_no > 0", deferrable = true, initiallyDeferred = true)
            @Exclude(elements = "during range_ops with operator(pg_catalog.&&)", using = "spgist", name = "own", deferrable = true)
            @Exclude(elements = "during with &&")
            @Table class T { int roomNo; @Column("my col") String c; String name; @Column(type = "tstzrange") String during; }"""));
  }

  /** As PostgreSQL 15 names them. */
  @Test
  void namesExclusionsAsPostgresWould() {
    assertEquals(
        List.of(
            "t_room_during_excl",
            "t_lower_expr_during_excl",
            "t_room_room1_excl",
            "t_room_excl",
            "t_room_excl1"),
        constraints("""
                @Exclude(elements = {"room with =", "during with &&"})
                @Exclude(elements = {"(lower(\\"camelCase\\")) with =", "(room + 1) with =", "during with &&"})
                @Exclude(elements = {"room with =", "room with <>"})
                @Exclude(elements = "room with =", deferrable = true)
                @Exclude(elements = "room with =")
                @Table class T { int room; @Column(type = "tstzrange") String during; @Column("camelCase") String c; }""").stream().map(Constraint::name).toList());
    assertEquals(
        "averyveryveryveryveryverylong_averyveryverylongcolumnname__excl",
        constraints(
                "@Exclude(elements = {\"averyveryverylongcolumnname with =\", \"another_very_long_column_name with =\"}) @Table(\"averyveryveryveryveryverylongtablenamethatgoesonandonandon\") class T { int averyveryverylongcolumnname; @Column(\"another_very_long_column_name\") int b; }")
            .get(0)
            .name());
  }

  @Test
  void holdsExclusionsOfMappedSuperclassesForEachTable() {
    assertEquals(
        "t_room_excl",
        Model.of(
                "@Exclude(elements = \"room with =\") @MappedSuperclass class Base { int room; }",
                "@Table class T extends Base {}")
            .schema()
            .tables()
            .values()
            .iterator()
            .next()
            .constraints()
            .asList()
            .get(0)
            .name());
  }

  @Test
  void readsKeysWithoutOverlaps() {
    assertEquals(
        List.of(
            new PrimaryKey("t_pkey", List.of("room", "during")).notOverlapping(),
            new Unique(
                    "t_other_during_key",
                    List.of("other", "during"),
                    true,
                    dev.lockstep.schema.Deferral.NOT_DEFERRABLE,
                    List.of())
                .notOverlapping(),
            new Unique(
                "t_room_during_key",
                List.of("room", "during"),
                true,
                dev.lockstep.schema.Deferral.NOT_DEFERRABLE,
                List.of())),
        constraints("""
            @Unique(columns = {"other", "during"}, withoutOverlaps = true)
            @Unique(columns = {"room", "during"}, withoutOverlaps = true)
            @Unique(columns = {"room", "during"})
            @Table class T { @Id int room; @Id(withoutOverlaps = true) @Column(type = "tstzrange") String during; int other; }"""));
  }

  @Test
  void readsForeignKeysThatCoverAPeriod() {
    ForeignKey key = Model.of(
            "@Table class A { @Id int room; @Id(withoutOverlaps = true) @Column(type = \"tstzrange\") String during; }",
            "@ForeignKey(columns = {\"room\", \"during\"}, references = A.class, period = true) @Table class B { int room; @Column(type = \"tstzrange\") String during; }")
        .schema()
        .table(dev.lockstep.schema.QualifiedName.of("b"))
        .foreignKeys()
        .findFirst()
        .orElseThrow();
    assertEquals(true, key.coversPeriod());
  }

  private static Partitioning partitioning(String annotation) {
    Table table = Model.table(
        annotation + " @Table class T { @Column(\"the_day\") LocalDate day; int a; String name; }");
    return java.util.Objects.requireNonNull(table.partitioning());
  }

  @Test
  void readsPartitions() {
    assertEquals(
        Partitioning.by(Strategy.RANGE, "the_day", "(a + 1)", "name collate \"C\" text_ops")
            .withPartitions(dev.lockstep.schema.NamedList.of(List.of(
                Partition.of("t_old", "FROM (MINVALUE, 1, 'a') TO ('2025-01-01', abs(2), 'b')"),
                Partition.of("t_rest", "DEFAULT")))),
        partitioning("""
            @Partitioned(columns = {"day", "(a + 1)", "name collate \\"C\\" text_ops"}, partitions = {
              @Partition(name = "t_old", values = "from (MINVALUE, 1, 'a') to ('2025-01-01', abs(2), 'b')"),
              @Partition(name = "t_rest", values = "default")})"""));
    assertEquals(
        Partitioning.by(Strategy.LIST, "name")
            .withPartitions(
                dev.lockstep.schema.NamedList.of(List.of(Partition.of("p", "IN ('de', NULL)")))),
        partitioning(
            "@Partitioned(by = PartitionStrategy.LIST, columns = \"name\", partitions = @Partition(name = \"p\", values = \"IN ('de', NULL)\"))"));
    assertEquals(
        Partitioning.by(Strategy.HASH, "a", "the_day")
            .withPartitions(dev.lockstep.schema.NamedList.of(
                List.of(Partition.of("p", "WITH (MODULUS 4, REMAINDER 3)")))),
        partitioning(
            "@Partitioned(by = PartitionStrategy.HASH, columns = {\"a\", \"the_day\"}, partitions = @Partition(name = \"p\", values = \"with (modulus 4, remainder 3)\"))"));
  }

  @Test
  void leavesPartitionsToOthers() {
    assertEquals(
        Partitioning.by(Strategy.RANGE, "a"), partitioning("@Partitioned(columns = \"a\")"));
    assertNull(Model.table("@Table class T { int a; }").partitioning());
  }

  @Test
  void keepsNamesOfPartitionsApartFromThoseOfIndexes() {
    assertEquals(
        "t_a_idx1",
        Model.table(
                "@Partitioned(columns = \"a\", partitions = @Partition(name = \"t_a_idx\", values = \"DEFAULT\")) @Table class T { @Index int a; }")
            .indexes()
            .asList()
            .get(0)
            .name());
  }
}
