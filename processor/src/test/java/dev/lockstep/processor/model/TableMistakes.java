package dev.lockstep.processor.model;

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
      new Mistake(
          "ParameterInvalid",
          "\"fillfactor\" is no storage parameter",
          "@Table(with = ^\"fillfactor\") class M { int a; }",
          "@Table(with = \"fillfactor=70\") class M { int a; }"),
      new Mistake(
          "ParameterTwice",
          "storage parameter \"fillfactor\" is given twice",
          "@Table(with = {\"fillfactor=70\", ^\"FILLFACTOR = 80\"}) class M { int a; }",
          "@Table(with = {\"fillfactor=70\"}) class M { int a; }"),
      new Mistake(
          "WithoutOverlaps",
          "only the last column of the key, \"b\", can be without overlaps",
          "@Table class M { @Id(withoutOverlaps = ^true) @Column(type = \"daterange\") String a; @Id int b; }",
          "@Table class M { @Id int b; @Id(withoutOverlaps = true) @Column(type = \"daterange\") String a; }"),
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
      of(
          "NameTaken",
          "table \"m\" has a partition \"p\" already",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"FROM (1) TO (2)\"), @Partition(name = ^\"p\", values = \"DEFAULT\")})",
          "@Partitioned(columns = \"a\", partitions = {@Partition(name = \"p\", values = \"FROM (1) TO (2)\"), @Partition(name = \"p2\", values = \"DEFAULT\")})"),
      of(
          "SqlInvalid",
          "values \"FROM (1) TO (10\" is no SQL expression: a \")\" is missing in it",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = \"p\", values = ^\"FROM (1) TO (10\"))",
          "@Partitioned(columns = \"a\", partitions = @Partition(name = \"p\", values = \"FROM (1) TO (10)\"))"),
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
}
