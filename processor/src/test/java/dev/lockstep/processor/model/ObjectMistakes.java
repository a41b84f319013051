package dev.lockstep.processor.model;

import dev.lockstep.processor.model.ModelProblemsTest.Mistake;
import java.util.List;

/** What can be wrong with enum types, sequences, views and SQL objects. */
final class ObjectMistakes {
  private ObjectMistakes() {}

  static final List<Mistake> ALL = List.of(
      new Mistake(
          "EnumTypeKind",
          "@EnumType is for enums; M is a class",
          "^@EnumType class M {}",
          "class M {}"),
      new Mistake(
          "EnumTypeKind",
          "@EnumType is for enums; M is a class",
          "^@EnumType @Table class M { int a; }",
          "@Table class M { int a; }"),
      new Mistake(
          "EnumTypeKind",
          "@EnumType is for enums; M is an interface",
          "^@EnumType interface M {}",
          "interface M {}"),
      new Mistake(
          "WithoutEffect",
          "@EnumValue has no effect: field a is no constant of an enum",
          "@Table class M { ^@EnumValue(\"b\") int a; }",
          "@Table class M { int a; }"),
      new Mistake(
          "WithoutEffect",
          "@EnumValue has no effect: field a is no constant of an enum",
          "enum M { A; ^@EnumValue(\"b\") static int a; }",
          "enum M { A; static int a; }"),
      new Mistake(
          "TableMissing",
          "@Column has no effect: class M is no @Table",
          "enum M { ^@Column A }",
          "enum M { A }"),
      new Mistake(
          "EnumEmpty",
          "enum app.M has no constants, so no row could be stored",
          "^@EnumType enum M {}",
          "enum M {}"),
      new Mistake(
          "EnumValueTwice",
          "constants A and B of enum app.M have one value, \"A\"",
          "@EnumType enum M { A, @EnumValue(^\"A\") B }",
          "@EnumType enum M { A, @EnumValue(\"A2\") B }"),
      new Mistake(
          "EnumValueTwice",
          "constants A and B of enum app.M have one value, \"B\"",
          "@EnumType enum M { @EnumValue(\"B\") A, ^B }",
          "@EnumType enum M { @EnumValue(\"B\") A, @EnumValue(\"B2\") B }"),
      new Mistake(
          "EnumValueTwice",
          "constants A and B of enum app.M.E have one value, \"x\"",
          "@Table class M { enum E { @EnumValue(\"x\") A, @EnumValue(^\"x\") B } E e; }",
          "@Table class M { enum E { @EnumValue(\"x\") A, @EnumValue(\"x2\") B } E e; }"),
      new Mistake(
          "EnumValueInvalid",
          "a value of enum app.M has a character that PostgreSQL cannot store",
          "@EnumType enum M { @EnumValue(^\"a\\0\") A }",
          "@EnumType enum M { @EnumValue(\"a\") A }"),
      new Mistake(
          "EnumRenameNeedsType",
          "renamedFrom has no effect: enum app.M.E is kept as text, whose values are not renamed",
          "@Table class M { enum E { @EnumValue(renamedFrom = ^\"B\") A } E e; }",
          "@Table class M { @EnumType enum E { @EnumValue(renamedFrom = \"B\") A } E e; }"),
      new Mistake(
          "ReplacedValueKept",
          "\"A\" is still a value of enum app.M, so nothing can take its place",
          "@EnumType(replaced = @ReplacedValue(value = ^\"A\", by = \"B\")) enum M { A, B }",
          "@EnumType(replaced = @ReplacedValue(value = \"A\", by = \"B\")) enum M { B }"),
      new Mistake(
          "ReplacedValueTwice",
          "value \"X\" of enum app.M is replaced by \"A\" already",
          "@EnumType(replaced = {@ReplacedValue(value = \"X\", by = \"A\"), @ReplacedValue(value = ^\"X\", by = \"B\")}) enum M { A, B }",
          "@EnumType(replaced = {@ReplacedValue(value = \"X\", by = \"A\")}) enum M { A, B }"),
      new Mistake(
          "ReplacedByUnknown",
          "enum app.M has no value \"OPENED\" that could replace \"X\"; did you mean \"OPEN\"?",
          "@EnumType(replaced = @ReplacedValue(value = \"X\", by = ^\"OPENED\")) enum M { OPEN, DONE }",
          "@EnumType(replaced = @ReplacedValue(value = \"X\", by = \"OPEN\")) enum M { OPEN, DONE }"),
      new Mistake(
          "ObjectTwice",
          "enum \"state\" is declared already, by class app.M.A.State",
          "class M { static class A { @EnumType enum State { A } } static class B { ^@EnumType enum State { A } } }",
          "class M { static class A { @EnumType enum State { A } } static class B { @EnumType(name = \"state2\") enum State { A } } }"),
      new Mistake(
          "ObjectTwice",
          "sequence \"s\" is declared already, by class app.M",
          "@Sequence(name = \"s\") @Sequence(name = ^\"s\") class M {}",
          "@Sequence(name = \"s\") @Sequence(name = \"s2\") class M {}"),
      new Mistake(
          "TypeInvalid",
          "\"int(\" is not the name of a PostgreSQL type",
          "@Sequence(name = \"s\", type = ^\"int(\") class M {}",
          "@Sequence(name = \"s\", type = \"bigint\") class M {}"),
      new Mistake(
          "SequenceOwnerInvalid",
          "\"number\" is not a table, a dot and a column",
          "@Sequence(name = \"s\", ownedBy = ^\"number\") @Table(\"invoice\") class M { int number; }",
          "@Sequence(name = \"s\", ownedBy = \"invoice.number\") @Table(\"invoice\") class M { int number; }"),
      new Mistake(
          "SequenceOwnerUnknown",
          "there is no table \"keyde\" whose column could own the sequence; did you mean \"keyed\"?",
          "@Sequence(name = \"s\", ownedBy = ^\"keyde.id\") class M {}",
          "@Sequence(name = \"s\", ownedBy = \"keyed.id\") class M {}"),
      new Mistake(
          "ColumnUnknown",
          "table \"keyed\" has no column or field \"ids\"; did you mean \"id\"?",
          "@Sequence(name = \"s\", ownedBy = ^\"keyed.ids\") class M {}",
          "@Sequence(name = \"s\", ownedBy = \"keyed.id\") class M {}"),
      new Mistake(
          "ViewKind",
          "@View is for classes and records; M is an enum",
          "^@View(query = \"SELECT 1\") enum M { A }",
          "enum M { A }"),
      new Mistake(
          "ViewIsTable",
          "class M is a @Table and a @View; it can be one of them",
          "^@View(query = \"SELECT 1\") @Table class M { int a; }",
          "@Table class M { int a; }"),
      new Mistake(
          "ViewMember",
          "@Column has no effect: class M is a @View, whose columns are those of its query",
          "@View(query = \"SELECT 1\") class M { ^@Column int a; }",
          "@View(query = \"SELECT 1\") class M { int a; }"),
      new Mistake(
          "QueryInvalid",
          "the query of view \"m\" cannot be one: it is empty",
          "@View(query = ^\" -- none\\n\") class M {}",
          "@View(query = \"SELECT 1\") class M {}"),
      new Mistake(
          "QueryInvalid",
          "the query of view \"m\" cannot be one: it ends in a semicolon",
          "@View(query = ^\"SELECT 1;\") class M {}",
          "@View(query = \"SELECT 1\") class M {}"),
      new Mistake(
          "QueryInvalid",
          "the query of view \"m\" cannot be one: a \")\" is missing in it",
          "@View(query = ^\"SELECT (1\") class M {}",
          "@View(query = \"SELECT (1)\") class M {}"),
      new Mistake(
          "IndexOnView",
          "view \"m\" keeps no rows to index",
          "^@Index(columns = \"a\") @View(query = \"SELECT 1 AS a\") class M {}",
          "@Index(columns = \"a\") @View(materialized = true, query = \"SELECT 1 AS a\") class M {}"),
      new Mistake(
          "TableMissing",
          "@Unique has no effect: class M is no @Table",
          "^@Unique(columns = \"a\") @View(query = \"SELECT 1\") class M {}",
          "@View(query = \"SELECT 1\") class M {}"),
      new Mistake(
          "NameTaken",
          "table \"m\" has an index \"i\" already",
          "@Index(columns = \"a\", name = \"i\") @Index(columns = \"b\", name = ^\"i\") @View(materialized = true, query = \"SELECT 1 AS a\") class M {}",
          "@Index(columns = \"a\", name = \"i\") @Index(columns = \"b\", name = \"i2\") @View(materialized = true, query = \"SELECT 1 AS a\") class M {}"),
      new Mistake(
          "ParameterInvalid",
          "\"security_barrier\" is no storage parameter",
          "@View(query = \"SELECT 1\", with = ^\"security_barrier\") class M {}",
          "@View(query = \"SELECT 1\", with = \"security_barrier=true\") class M {}"),
      new Mistake(
          "SqlObjectName",
          "an SQL object needs a name, which messages and other objects call it by",
          "@SqlObject(name = ^\" \", create = \"SELECT 1\", drop = \"SELECT 1\") class M {}",
          "@SqlObject(name = \"touch_user\", create = \"SELECT 1\", drop = \"SELECT 1\") class M {}"),
      new Mistake(
          "SqlInvalid",
          "create of SQL object \"o\" is no SQL: it is empty",
          "@SqlObject(name = \"o\", create = ^\";\", drop = \"SELECT 1\") class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1;\", drop = \"SELECT 1\") class M {}"),
      new Mistake(
          "SqlInvalid",
          "drop of SQL object \"o\" is no SQL: a quote or a comment in it is not closed",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = ^\"SELECT $$1\") class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT $$1$$; SELECT 2;\") class M {}"),
      new Mistake(
          "TransactionControl",
          "create of SQL object \"o\" ends or begins a transaction by itself: COMMIT",
          "@SqlObject(name = \"o\", create = ^\"SELECT 1; COMMIT\", drop = \"SELECT 1\") class M {}",
          "@SqlObject(name = \"o\", create = \"DO $$ BEGIN COMMIT; END $$\", drop = \"SELECT 1\") class M {}"),
      new Mistake(
          "TransactionControl",
          "drop of SQL object \"o\" ends or begins a transaction by itself: ROLLBACK AND",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = ^\"ROLLBACK AND CHAIN\") class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\") class M {}"),
      new Mistake(
          "NeedUnknown",
          "SQL object \"o\" needs \"keyde\", which nothing here is called; did you mean \"keyed\"?",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = {\"keyed\", ^\"keyde\"}) class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"keyed\") class M {}"),
      new Mistake(
          "NeedUnknown",
          "SQL object \"o\" needs \"keyde\", which nothing here is called; did you mean \"keyed\"?",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = ^\"keyde\") class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"keyed\") class M {}"),
      new Mistake(
          "NeedsCycle",
          "SQL object \"o\" needs itself",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = ^\"o\") class M {}",
          "@SqlObject(name = \"o\", create = \"SELECT 1\", drop = \"SELECT 1\") class M {}"),
      new Mistake(
          "NeedsCycle",
          "SQL object \"a\" needs \"b\", which leads back to it by way of \"c\"",
          "@SqlObject(name = \"a\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = ^\"b\") @SqlObject(name = \"b\", create = \"CREATE FUNCTION f() RETURNS int AS $$SELECT 1$$\", drop = \"SELECT 1\", needs = \"c\")"
              + " @SqlObject(name = \"c\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"a\") class M {}",
          "@SqlObject(name = \"a\", create = \"SELECT 1\", drop = \"SELECT 1\", needs = \"f\") @SqlObject(name = \"b\", create = \"CREATE FUNCTION f() RETURNS int AS $$SELECT 1$$\", drop = \"SELECT 1\", needs = \"c\")"
              + " @SqlObject(name = \"c\", create = \"SELECT 1\", drop = \"SELECT 1\") class M {}"));
}
