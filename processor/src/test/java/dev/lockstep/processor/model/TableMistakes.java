package dev.lockstep.processor.model;

import static dev.lockstep.processor.model.ModelProblemsTest.field;

import dev.lockstep.processor.model.ModelProblemsTest.Mistake;
import java.util.List;

/** What can be wrong with exclusions, partitions and how tables are stored. */
final class TableMistakes {
  private TableMistakes() {}

  private static Mistake of(String code, String message, String source, String mended) {
    String members = " @Table class M { @Id int a; @Id int b; String s; }";
    return new Mistake(code, message, source + members, mended + members);
  }

  static final List<Mistake> ALL = List.of(
      field(
          "WordUnknown",
          "storage \"inline\" is unknown; PostgreSQL has plain, main, external and extended",
          "@Column(storage = ^\"inline\") String a",
          "@Column(storage = \"extended\") String a;"),
      field(
          "WordUnknown",
          "compression \"zstd\" is unknown; PostgreSQL has pglz and lz4",
          "@Column(compression = ^\"zstd\") String a",
          "@Column(compression = \"lz4\") String a;"),
      field(
          "StorageNotAllowed",
          "storage \"main\" is not for values of type integer, which are always plain",
          "@Column(storage = ^\"main\") int a",
          "@Column int a;"),
      field(
          "StorageNotAllowed",
          "values of type timestamptz are never compressed",
          "@Column(compression = ^\"lz4\") Instant a",
          "@Column Instant a;"),
      field(
          "OutOfRange",
          "statistics is 10001; it must be 0 to 10000",
          "@Column(statistics = ^10001) int a",
          "@Column(statistics = 10000) int a;"),
      new Mistake(
          "ParameterInvalid",
          "\"fillfactor\" is no storage parameter",
          "@Table(with = ^\"fillfactor\") class M { int a; }",
          "@Table(with = \"fillfactor=70\") class M { int a; }"),
      new Mistake(
          "ParameterTwice",
          "storage parameter \"fillfactor\" is given twice",
          "@Table(with = ^{\"fillfactor=70\", \"FILLFACTOR = 80\"}) class M { int a; }",
          "@Table(with = {\"fillfactor=70\"}) class M { int a; }"),
      new Mistake(
          "WithoutOverlaps",
          "only the last column of the key, \"b\", can be without overlaps",
          "@Table class M { @Id(withoutOverlaps = ^true) @Column(type = \"daterange\") String a; @Id int b; }",
          "@Table class M { @Id int b; @Id(withoutOverlaps = true) @Column(type = \"daterange\") String a; }"),
      new Mistake(
          "WithoutOverlaps",
          "a key without overlaps needs a column before its range \"a\"",
          "@Table class M { @Id(withoutOverlaps = ^true) @Column(type = \"daterange\") String a; }",
          "@Exclude(elements = \"a with &&\") @Table class M { @Column(type = \"daterange\") String a; }"),
      of(
          "WithoutOverlaps",
          "a key without overlaps needs a column before its range \"a\"",
          "@Unique(columns = \"a\", withoutOverlaps = ^true)",
          "@Exclude(elements = \"a with &&\")"),
      of(
          "ExcludeElementInvalid",
          "\"a\" is no column or expression with an operator",
          "@Exclude(elements = ^\"a\")",
          "@Exclude(elements = \"a with =\")"),
      of(
          "ExcludeElementInvalid",
          "\"a with b\" is no column or expression with an operator",
          "@Exclude(elements = ^\"a with b\")",
          "@Exclude(elements = \"a with operator(pg_catalog.=)\")"),
      of(
          "ExcludeElementInvalid",
          "@Exclude compares nothing",
          "@Exclude(elements = ^{})",
          "@Exclude(elements = \"a with =\")"),
      of(
          "ColumnUnknown",
          "table \"m\" has no column or field \"c\"",
          "@Exclude(elements = ^\"c with =\")",
          "@Exclude(elements = \"a with =\")"),
      of(
          "ExcludeElementInvalid",
          "\"()\" is no column or expression with an operator",
          "@Exclude(elements = ^\"() with =\")",
          "@Exclude(elements = \"(lower(s)) with =\")"),
      of(
          "SqlInvalid",
          "where \"a > (\" is no SQL expression: a \")\" is missing in it",
          "@Exclude(elements = \"a with =\", where = ^\"a > (\")",
          "@Exclude(elements = \"a with =\", where = \"a > (0)\")"),
      of(
          "InitiallyDeferredAlone",
          "initiallyDeferred needs deferrable",
          "@Exclude(elements = \"a with =\", initiallyDeferred = ^true)",
          "@Exclude(elements = \"a with =\", deferrable = true, initiallyDeferred = true)"),
      of(
          "ColumnsMissing",
          "@Partitioned names no column",
          "^@Partitioned(columns = {})",
          "@Partitioned(columns = \"a\")"),
      of(
          "ColumnUnknown",
          "table \"m\" has no column or field \"c\"",
          "@Partitioned(columns = ^\"c\")",
          "@Partitioned(columns = \"a\")"),
      of(
          "PartitionKeyInvalid",
          "a table partitioned by LIST has exactly one column or expression",
          "@Partitioned(by = PartitionStrategy.LIST, columns = ^{\"a\", \"b\"})",
          "@Partitioned(by = PartitionStrategy.RANGE, columns = {\"a\", \"b\"})"),
      of(
          "PartitionKeyInvalid",
          "\"a desc\" has an order; what tables are partitioned by has none",
          "@Partitioned(columns = ^\"a desc\")",
          "@Partitioned(columns = \"a\")"),
      new Mistake(
          "PartitionKeyMissing",
          "the primary key of table \"m\" lacks column \"day\", by which the table is partitioned",
          "@Partitioned(columns = \"day\") @Table class M { ^@Id int a; int day; }",
          "@Partitioned(columns = \"day\") @Table class M { @Id int a; @Id int day; }"),
      new Mistake(
          "PartitionKeyMissing",
          "the primary key of table \"m\" is not possible, since the table is partitioned by an expression",
          "@Partitioned(columns = \"(a + 1)\") @Table class M { ^@Id int a; }",
          "@Partitioned(columns = \"(a + 1)\") @Table class M { int a; }"),
      of(
          "PartitionKeyMissing",
          "a unique constraint of table \"m\" lacks column \"a\", by which the table is partitioned",
          "@Partitioned(columns = \"a\") ^@Unique(columns = \"s\")",
          "@Partitioned(columns = \"a\") @Unique(columns = {\"s\", \"a\"})"),
      of(
          "PartitionKeyMissing",
          "a unique index of table \"m\" lacks column \"a\", by which the table is partitioned",
          "@Partitioned(columns = \"a\") ^@Index(columns = \"s\", unique = true)",
          "@Partitioned(columns = \"a\") @Index(columns = {\"s\", \"a\"}, unique = true)"),
      of(
          "NameTaken",
          "table \"m\" has a partition \"p\" already",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"FROM (1) TO (2)\"), @Partition(name = ^\"p\", values = \"DEFAULT\")})",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"FROM (1) TO (2)\"), @Partition(name = \"p2\", values = \"DEFAULT\")})"),
      of(
          "NameTaken",
          "partition \"keyed\" of table \"m\" has the name of another table, view or sequence",
          "@Partitioned(columns = \"a\", partitions = ^@Partition(name = \"keyed\", values = \"DEFAULT\"))",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = \"keyed2\", values = \"DEFAULT\"))"),
      of(
          "PartitionValuesTwice",
          "partitions \"p\" and \"q\" take the same rows",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"default\"), @Partition(name = \"q\", values = ^\"DEFAULT\")})",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"default\")})"),
      of(
          "NameTooLong",
          "a partition of table \"m\" has a name of 64 bytes; PostgreSQL keeps 63",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = ^\"" + "p".repeat(64)
              + "\", values = \"DEFAULT\"))",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = \"" + "p".repeat(63)
              + "\", values = \"DEFAULT\"))"),
      of(
          "NameInvalid",
          "a partition of table \"m\" has no name",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = ^\"\", values = \"DEFAULT\"))",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = \"p\", values = \"DEFAULT\"))"),
      values("RANGE", "IN (1)", "it is not FROM (...) TO (...)", "FROM (1) TO (10)"),
      values("RANGE", "FROM (1, 2) TO (3, 4)", "each bound must have 1 value", "FROM (1) TO (10)"),
      values(
          "RANGE",
          "FOR VALUES FROM (1) TO (10)",
          "FOR VALUES is written by itself",
          "FROM (1) TO (10)"),
      values("RANGE", "FROM (1) TO (10", "a \")\" is missing in it", "FROM (1) TO (10)"),
      values("LIST", "FROM (1) TO (10)", "it is not IN (...)", "IN ('de', 'fr')"),
      values("HASH", "DEFAULT", "a hash takes no default", "WITH (MODULUS 4, REMAINDER 0)"),
      values(
          "HASH",
          "WITH (MODULUS 4)",
          "it is not WITH (MODULUS n, REMAINDER n)",
          "WITH (MODULUS 4, REMAINDER 0)"),
      values(
          "HASH",
          "WITH (MODULUS 4, REMAINDER 4)",
          "the remainder must be less than the modulus",
          "WITH (MODULUS 4, REMAINDER 0)"),
      new Mistake(
          "TableMissing",
          "@Partitioned has no effect: class M is no @Table",
          "^@Partitioned(columns = \"a\") @MappedSuperclass class M { int a; }",
          "@MappedSuperclass class M { int a; }"),
      new Mistake(
          "TableMissing",
          "@Exclude has no effect: class M is no @Table",
          "^@Exclude(elements = \"a with =\") class M { int a; }",
          "@Table @Exclude(elements = \"a with =\") class M { int a; }"));

  private static Mistake values(String by, String written, String fault, String mended) {
    String before = "@Partitioned(by = PartitionStrategy." + by
        + ", columns = \"a\", partitions = @Partition(name = \"p\", values = ";
    return of(
        "PartitionValuesInvalid",
        "\"" + written + "\" are no values of a partition by " + by + ": " + fault,
        before + "^\"" + written + "\"))",
        before + "\"" + mended + "\"))");
  }
}
