package dev.lockstep.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.processor.model.Model.Compile;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.problem.SchemaRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelProblemsTest {
  /** Classes that the mistakes refer to. */
  private static final List<String> OTHERS = List.of(
      "@Table class Keyed { @Id long id; @Column(unique = true) String code; }",
      "@Table class Pair { @Id int a; @Id int b; }",
      "@Table class Keyless { @Column(unique = true) String code; }",
      "class Plain { @Deprecated int x; }",
      "record Money(int cents) {}",
      "@Embeddable class Address { String city; @Embedded Geo geo; }",
      "@Embeddable class Geo { @Column(\"latitude\") double lat; }",
      "enum Empty {}");

  /**
   * A mistake and its remedy; each is the text of one class or more, the first named M.
   *
   * @param source has a ^ where the message stands
   */
  record Mistake(String code, String message, String source, String mended) {
    @Override
    public String toString() {
      return code + ": " + message;
    }

    String sourceText() {
      return source.replace("^", "");
    }

    int line() {
      return (int) (source + "x").substring(0, source.indexOf('^') + 1).lines().count();
    }

    /** Whether the remedy is one of those that cannot be pasted. */
    boolean isPartly() {
      return source.contains("Optional")
          || source.contains("Keyless")
          || source.contains("security_barrier")
          || message.contains("\"()\"")
          || message.contains("\"a with b\"")
          || code.equals("IndexElementInvalid");
    }
  }

  static Mistake field(String code, String message, String source, String mended) {
    return new Mistake(
        code,
        message,
        "@Table class M {\nint before;\n" + source + ";\n}",
        "@Table class M {\nint before;\n" + mended + "\n}");
  }

  private static final List<Mistake> OF_TABLES = List.of(
      field(
          "TypeUnmapped",
          "java.util.Currency has no PostgreSQL type",
          "Currency ^a",
          "@Column(type = \"char(3)\") Currency a;"),
      field(
          "TypeUnmapped",
          "char has no PostgreSQL type",
          "char ^a",
          "@Column(type = \"char(1)\") char a;"),
      field(
          "TypeUnmapped",
          "byte has no PostgreSQL type",
          "byte ^a",
          "@Column(type = \"smallint\") byte a;"),
      field(
          "TypeUnmapped",
          "java.lang.Byte has no PostgreSQL type",
          "Byte[] ^a",
          "@Column(type = \"smallint[]\") Byte[] a;"),
      field(
          "TypeUnmapped",
          "java.util.Map has no PostgreSQL type",
          "Map<String, Integer> ^a",
          "@Column(type = \"jsonb\") Map<String, Integer> a;"),
      field(
          "TypeUnmapped",
          "java.util.List has no PostgreSQL type unless it says of what",
          "@SuppressWarnings(\"rawtypes\") List ^a",
          "@Ignore @SuppressWarnings(\"rawtypes\") List a;"),
      field(
          "TypeUnmapped",
          "java.util.ArrayList has no PostgreSQL type; arrays, java.util.List and java.util.Set have",
          "ArrayList<String> ^a",
          "@Ignore ArrayList<String> a;"),
      field(
          "TypeUnmapped",
          "java.util.List has no PostgreSQL type unless it says of what",
          "List<?> ^a",
          "@Ignore List<?> a;"),
      field(
          "OptionalField",
          "field a is Optional; a column that may be NULL needs none",
          "Optional<UUID> ^a",
          "UUID a;"),
      field(
          "OptionalField",
          "field a is Optional; a column that may be NULL needs none",
          "OptionalInt ^a",
          "Integer a;"),
      field(
          "EnumEmpty",
          "enum app.Empty has no constants, so no row could be stored",
          "Empty ^a",
          "@Ignore Empty a;"),
      field(
          "TypeInvalid",
          "\"text not null\" is not the name of a PostgreSQL type",
          "@Column(type = ^\"text not null\") String a",
          "@Column(type = \"text\") String a;"),
      field(
          "TypeInvalid",
          "\"varchar(\" is not the name of a PostgreSQL type",
          "@Column(type = ^\"varchar(\") String a",
          "@Column(type = \"text\") String a;"),
      field(
          "TypeInvalid",
          "\"\" is not the name of a PostgreSQL type",
          "@Column(type = ^\"\") String a",
          "@Column(type = \"text\") String a;"),
      field(
          "TypeTwice",
          "length means nothing beside type = \"text\"",
          "@Column(type = \"text\", length = ^80) String a",
          "@Column(type = \"varchar(80)\") String a;"),
      field(
          "AttributeMisplaced",
          "length means nothing for type integer",
          "@Column(length = ^80) Integer a",
          "Integer a;"),
      field(
          "AttributeMisplaced",
          "scale means nothing for type text",
          "@Column(scale = ^2) String a",
          "String a;"),
      field(
          "AttributeMisplaced",
          "precision means nothing for type date",
          "@Column(precision = ^2) LocalDate a",
          "LocalDate a;"),
      field(
          "ScaleAlone",
          "scale needs a precision",
          "@Column(scale = ^2) BigDecimal a",
          "@Column(precision = 12, scale = 2) BigDecimal a;"),
      field(
          "OutOfRange",
          "length is 0; it must be 1 to 10485760",
          "@Column(length = ^0) String a",
          "@Column(length = 1) String a;"),
      field(
          "TypeModifier",
          "\"varchar(20000000)\" is no type of PostgreSQL: varchar takes a number of 1 to 10485760",
          "@Column(type = ^\"varchar(20000000)\") String a",
          "@Column(type = \"varchar(10485760)\") String a;"),
      field(
          "TypeModifier",
          "\"float(54)\" is no type of PostgreSQL: float takes a number of 1 to 53",
          "@Column(type = ^\"float(54)\") double a",
          "@Column(type = \"float(53)\") double a;"),
      field(
          "OutOfRange",
          "precision is 7; it must be 0 to 6",
          "@Column(precision = ^7) Instant a",
          "@Column(precision = 6) Instant a;"),
      field(
          "OutOfRange",
          "scale is 3; it must be 0 to 2",
          "@Column(precision = 2, scale = ^3) BigDecimal a",
          "@Column(precision = 2, scale = 2) BigDecimal a;"),
      field(
          "NameTwice",
          "the name is given twice: \"b\" and \"a\"",
          "@Column(value = ^\"b\", name = \"a\") String a",
          "@Column(\"b\") String a;"),
      field(
          "NeverNull",
          "field a is a primitive, which is never NULL; it cannot be nullable",
          "@Column(nullable = ^true) int a",
          "int a;"),
      field(
          "NeverNull",
          "field a is an @Id, which is never NULL; it cannot be nullable",
          "@Id @Column(nullable = ^true) Integer a",
          "@Id Integer a;"),
      field(
          "NeverNull",
          "field a is an @Identity, which is never NULL; it cannot be nullable",
          "@Identity @Column(nullable = ^true) Long a",
          "@Identity Long a;"),
      field(
          "ValueTwice",
          "the value of the column comes from @Identity; it cannot have a default too",
          "@Identity @Column(defaultValue = ^\"1\") Long a",
          "@Identity Long a;"),
      field(
          "ValueTwice",
          "the value of the column comes from @Computed; it cannot have a default too",
          "@Computed(\"before\") @Column(defaultValue = ^\"1\") Long a",
          "@Computed(\"before\") Long a;"),
      field(
          "ValueTwice",
          "the value of the column comes from @Identity; it cannot have @Computed too",
          "@Identity ^@Computed(\"before\") Long a",
          "@Identity Long a;"),
      field(
          "DefaultNotAnExpression",
          "the default active is no SQL expression; a text has quotes of its own",
          "@Column(defaultValue = ^\"active\") String a",
          "@Column(defaultValue = \"'active'\") String a;"),
      field(
          "DefaultNotAnExpression",
          "the default two words is no SQL expression; a text has quotes of its own",
          "@Column(defaultValue = ^\"two words\") String a",
          "@Column(defaultValue = \"'two words'\") String a;"),
      field(
          "DefaultNotAnExpression",
          "the default is empty; a text has quotes of its own",
          "@Column(defaultValue = ^\"\") String a",
          "@Column(defaultValue = \"''\") String a;"),
      field(
          "DefaultNull",
          "the default NULL is what a column without a default has",
          "@Column(defaultValue = ^\"null\") String a",
          "String a;"),
      field(
          "SqlInvalid",
          "defaultValue \"'it's'\" is no SQL expression: a quote or a comment in it is not closed",
          "@Column(defaultValue = ^\"'it's'\") String a",
          "@Column(defaultValue = \"'it''s'\") String a;"),
      field(
          "SqlInvalid",
          "defaultValue \"lower('a'\" is no SQL expression: a \")\" is missing in it",
          "@Column(defaultValue = ^\"lower('a'\") String a",
          "@Column(defaultValue = \"lower('a')\") String a;"),
      field(
          "SqlInvalid",
          "value \"a > 0; DROP TABLE m\" is no SQL expression: it holds a semicolon",
          "@Check(^\"a > 0; DROP TABLE m\") int a",
          "@Check(value = \"a > 0\") int a;"),
      field(
          "SqlInvalid",
          "value \"a > 0) OR (true\" is no SQL expression: its \")\" closes nothing",
          "@Check(^\"a > 0) OR (true\") int a",
          "@Check(\"(a > 0) OR (true)\") int a;"),
      field(
          "SqlInvalid",
          "value \"a > 0 -- why\" is no SQL expression: it ends in a -- comment, which would hide what follows",
          "@Check(^\"a > 0 -- why\") int a",
          "@Check(\"a > 0 /* why */\") int a;"),
      field(
          "SqlInvalid",
          "value \"\" is no SQL expression: it is empty",
          "@Computed(^\"\") String a",
          "@Computed(\"before::text\") String a;"),
      field(
          "SqlInvalid",
          "using \"(a\" is no SQL expression: a \")\" is missing in it",
          "@Column(using = ^\"(a\") String a",
          "@Column(using = \"(a)\") String a;"),
      field(
          "SqlInvalid",
          "backfill \"'\" is no SQL expression: a quote or a comment in it is not closed",
          "@Column(backfill = ^\"'\") String a",
          "@Column(backfill = \"''\") String a;"),
      field(
          "SqlInvalid",
          "where \"a > \\000\" is no SQL expression: it holds a NUL character",
          "@Index(where = ^\"a > \\0\") int a",
          "@Index(where = \"a > 0\") int a;"),
      field(
          "NulCharacter",
          "the comment holds a NUL character, which PostgreSQL cannot keep",
          "@Column(comment = ^\"\\0\") int a",
          "@Column(comment = \"0\") int a;"),
      field(
          "WithoutEffect",
          "@Column has no effect: field a is static",
          "^@Column static int a",
          "static int a;"),
      field(
          "WithoutEffect",
          "@Id has no effect: field a is transient",
          "^@Id transient int a",
          "@Id int a;"),
      field(
          "WithoutEffect",
          "@Check has no effect: field a is one to @Ignore",
          "@Ignore ^@Check(\"true\") int a",
          "@Ignore int a;"),
      field(
          "ColumnTwice",
          "column \"before\" of table \"m\" is field before already",
          "@Column(\"before\") int ^a",
          "@Column(name = \"before2\") int a;"),
      field(
          "ReferencesMissing",
          "field a is of table class Keyed and does not say that it references it",
          "Keyed ^a",
          "@References Keyed a;"),
      field(
          "ReferenceClassMissing",
          "@References at field a does not say which table it references",
          "^@References Long a",
          "@References(Keyed.class) Long a;"),
      field(
          "ReferenceNotTable",
          "class app.Plain is no @Table",
          "@References(Plain^.class) Long a",
          "@References(Keyed.class) Long a;"),
      field(
          "ReferenceNotTable",
          "int is no @Table class",
          "@References(int^.class) Long a",
          "@References(Keyed.class) Long a;"),
      field(
          "ReferenceTwice",
          "the field is of table class Keyed but references Pair",
          "@References(Pair^.class) Keyed a",
          "@References Keyed a;"),
      field(
          "ReferenceKeyMissing",
          "table class Keyless has no @Id to reference",
          "^@References Keyless a",
          "@References(column = \"code\") Keyless a;"),
      field(
          "ReferenceKeyMissing",
          "table class Keyless has no @Id to reference",
          "^@References(Keyless.class) String a",
          "@References(value = Keyless.class, column = \"code\") String a;"),
      field(
          "ReferenceKeyComposite",
          "the key of table class Pair has several columns; @References can only reference one",
          "^@References Pair a",
          "@References Keyed a;"),
      field(
          "ColumnUnknown",
          "table \"keyed\" has no column or field \"cod\"; did you mean \"code\"?",
          "@References(value = Keyed.class, column = ^\"cod\") String a",
          "@References(value = Keyed.class, column = \"code\") String a;"),
      field(
          "ColumnUnknown",
          "table \"keyed\" has no column or field \"name\"",
          "@References(column = ^\"name\") Keyed a",
          "@References(column = \"code\") Keyed a;"),
      field(
          "InitiallyDeferredAlone",
          "initiallyDeferred needs deferrable",
          "@References(initiallyDeferred = ^true) Keyed a",
          "@References(deferrable = true, initiallyDeferred = true) Keyed a;"),
      field(
          "NotEmbeddable",
          "field a is @Embedded, but app.Money is no @Embeddable",
          "^@Embedded Money a",
          "@Embedded Money a; @Embeddable record Money(int cents) {}"),
      field(
          "NotEmbeddable",
          "field a is @Embedded, but app.Keyed is no @Embeddable",
          "^@Embedded Keyed a",
          "@References Keyed a;"),
      field(
          "NotEmbeddable",
          "field a is @Embedded, but int is no @Embeddable",
          "^@Embedded int a",
          "int a;"),
      field(
          "NotEmbeddable",
          "field a is @Embedded, but java.lang.String is no @Embeddable",
          "^@Embedded String a",
          "String a;"),
      field(
          "EmbeddedMany",
          "field a holds any number of Address; only a single one can be embedded",
          "^@Embedded List<Address> a",
          "@Column(type = \"jsonb\") List<Address> a;"),
      field(
          "EmbeddedMany",
          "field a holds any number of Address; only a single one can be embedded",
          "Address[] ^a",
          "@Column(type = \"jsonb\") Address[] a;"),
      field(
          "TypeUnmapped",
          "app.Address has no PostgreSQL type; it is an @Embeddable",
          "Address ^a",
          "@Embedded Address a;"),
      field(
          "WithoutEffect",
          "@Column has no effect: field a is @Embedded",
          "@Embedded ^@Column(nullable = false) Address a",
          "@Embedded Address a;"),
      field(
          "WithoutEffect",
          "@Embedded has no effect: field a is transient",
          "^@Embedded transient Address a",
          "transient Address a;"),
      field(
          "OverrideUnknown",
          "embeddable Address has no column field \"cty\"; did you mean \"city\"?",
          "@Embedded(overrides = @ColumnOverride(field = ^\"cty\", column = @Column)) Address a",
          "@Embedded(overrides = @ColumnOverride(field = \"city\", column = @Column)) Address a;"),
      field(
          "OverrideUnknown",
          "embeddable Address has no column field \"geo\"",
          "@Embedded(overrides = {@ColumnOverride(field = \"city\", column = @Column), @ColumnOverride(field = ^\"geo\", column = @Column)}) Address a",
          "@Embedded(overrides = @ColumnOverride(field = \"geo.lat\", column = @Column)) Address a;"),
      field(
          "OverrideTwice",
          "field \"city\" has an override already",
          "@Embedded(overrides = {@ColumnOverride(field = \"city\", column = @Column), @ColumnOverride(field = ^\"city\", column = @Column)}) Address a",
          "@Embedded(overrides = @ColumnOverride(field = \"city\", column = @Column)) Address a;"),
      field(
          "AttributeMisplaced",
          "length means nothing for type double precision",
          "@Embedded(overrides = @ColumnOverride(field = \"lat\", column = @Column(length = ^3))) Geo a",
          "@Embedded(overrides = @ColumnOverride(field = \"lat\", column = @Column)) Geo a;"),
      field(
          "NeverNull",
          "field lat is an @Id, which is never NULL; it cannot be nullable",
          "@Id @Embedded(overrides = @ColumnOverride(field = \"lat\", column = @Column(nullable = ^true))) Geo a",
          "@Id @Embedded(overrides = @ColumnOverride(field = \"lat\", column = @Column)) Geo a;"),
      field(
          "ColumnTwice",
          "column \"city\" of table \"m\" is both field a.city and field b.city",
          "@Embedded(prefix = \"\", overrides = @ColumnOverride(field = \"geo.lat\", column = @Column(\"a\"))) Address a; @Embedded(prefix = \"\") Address ^b",
          "@Embedded(prefix = \"\") Address a; @Embedded(prefix = \"b_\") Address b;"),
      field(
          "ColumnTwice",
          "column \"a_latitude\" of table \"m\" is both field a.lat and field aLatitude",
          "@Embedded Geo a; int ^aLatitude",
          "@Embedded Geo a; @Column(name = \"a_latitude2\") int aLatitude;"),
      field(
          "IndexElementInvalid",
          "\"a desc asc\" is no column and no expression of an index",
          "@Index(columns = ^\"a desc asc\") int a",
          "@Index(columns = \"a desc\") int a;"),
      field(
          "IndexElementInvalid",
          "\"abs(a)\" is an expression, which stands in parentheses",
          "@Index(columns = ^\"abs(a)\") int a",
          "@Index(columns = \"(abs(a))\") int a;"),
      field(
          "IndexElementInvalid",
          "\"a asc desc\" is no column and no expression of an index",
          "@Index(columns = {\"before\", ^\"a asc desc\"}) int a",
          "@Index(columns = {\"before\", \"a desc\"}) int a;"),
      field(
          "ParameterInvalid",
          "\"fillfactor\" is no storage parameter",
          "@Index(with = ^\"fillfactor\") int a",
          "@Index(with = \"fillfactor=70\") int a;"),
      new Mistake(
          "ColumnUnknown",
          "table \"m\" has no column or field \"emial\"; did you mean \"email\"?",
          "@Unique(columns = ^\"emial\") @Table class M { String email; }",
          "@Unique(columns = \"email\") @Table class M { String email; }"),
      new Mistake(
          "ColumnUnknown",
          "table \"m\" has no column or field \"x\"",
          "@Index(columns = ^\"x desc\") @Table class M { String email; }",
          "@Index(columns = \"email desc\") @Table class M { String email; }"),
      new Mistake(
          "ColumnAmbiguous",
          "\"a\" is one column of table \"m\" and the field of another",
          "@Unique(columns = ^\"a\") @Table class M { @Column(\"b\") int a; @Column(\"a\") int c; }",
          "@Unique(columns = \"a\") @Table class M { @Column(\"b\") int x; @Column(\"a\") int c; }"),
      new Mistake(
          "ColumnsMissing",
          "@Index names no column",
          "^@Index @Table class M { int a; }",
          "@Index(columns = \"a\") @Table class M { int a; }"),
      new Mistake(
          "ColumnsMissing",
          "@Unique names no column",
          "^@Unique(columns = {}) @Table class M { int a; }",
          "@Unique(columns = \"a\") @Table class M { int a; }"),
      new Mistake(
          "ColumnsMissing",
          "@ForeignKey names no column",
          "^@ForeignKey(columns = {}, references = Keyed.class) @Table class M { long a; }",
          "@ForeignKey(columns = \"a\", references = Keyed.class) @Table class M { long a; }"),
      new Mistake(
          "NameTaken",
          "table \"m\" has a constraint \"c\" already",
          "@Check(value = \"a > 0\", name = \"c\") @Check(value = \"a > 1\", name = ^\"c\") @Table class M { int a; }",
          "@Check(value = \"a > 0\", name = \"c\") @Check(value = \"a > 1\", name = \"c2\") @Table class M { int a; }"),
      new Mistake(
          "NameTaken",
          "table \"m\" has an index \"i\" already",
          "@Index(columns = \"a\", name = \"i\") @Table class M { @Index(name = \"i\") int a; }"
              .replace(
                  "@Index(columns = \"a\", name = \"i\")",
                  "@Index(columns = \"a\", name = ^\"i\")"),
          "@Index(columns = \"a\", name = \"i2\") @Table class M { @Index(name = \"i\") int a; }"),
      new Mistake(
          "TableTwice",
          "table \"m\" is class app.M already",
          "@Table class M {} ^@Table(\"m\") class N {}",
          "@Table class M {} @Table(name = \"m2\") class N {}"),
      new Mistake(
          "TableKind",
          "@Table is for classes and records; M is an interface",
          "^@Table interface M {}",
          "interface M {}"),
      new Mistake(
          "TableKind",
          "@Table is for classes and records; M is an enum",
          "^@Table enum M { A }",
          "enum M { A }"),
      new Mistake(
          "TableKind",
          "@Table is for classes and records; M is an annotation type",
          "^@Table @interface M {}".replace("@interface M", "@interface  M"),
          "@interface M {}"),
      new Mistake(
          "TableInner",
          "table class In is an inner class; only a static nested one can be a table",
          "class M { @Table ^class In {} }",
          "class M { @Table static class In {} }"),
      new Mistake(
          "TableMapped",
          "class M is a @Table and a @MappedSuperclass; it can be one of them",
          "@Table ^@MappedSuperclass class M {}",
          "@Table class M {}"),
      new Mistake(
          "EmbeddableKind",
          "@Embeddable is for classes and records; M is an interface",
          "^@Embeddable interface M {}",
          "interface M {}"),
      new Mistake(
          "EmbeddableKind",
          "@Embeddable is for classes and records; M is an enum",
          "^@Embeddable enum M { A } @Table class T { @Embedded M a; }",
          "enum M { A } @Table class T { M a; }"),
      new Mistake(
          "EmbeddableInner",
          "embeddable In is an inner class; only a static nested one can be embedded",
          "@Table class M { @Embedded In a; ^@Embeddable class In { int b; } }",
          "@Table class M { @Embedded In a; @Embeddable static class In { int b; } }"),
      new Mistake(
          "EmbeddableTable",
          "class M is a @Table and an @Embeddable; it can be one of them",
          "@Table ^@Embeddable class M { int a; }",
          "@Table class M { int a; }"),
      new Mistake(
          "EmbeddableCycle",
          "embeddable M contains itself: next",
          "@Embeddable class M { int a; @Embedded M ^next; } @Table class T { @Embedded M m; } @Table class U { @Embedded M n; }",
          "@Embeddable class M { int a; @Ignore M next; } @Table class T { @Embedded M m; }"),
      new Mistake(
          "EmbeddableCycle",
          "embeddable M contains itself: n.m",
          "@Embeddable class M { @Embedded N n; } @Embeddable class N { @Embedded M ^m; } @Table class T { @Embedded M m; }",
          "@Embeddable class M { @Embedded N n; } @Embeddable class N { @Ignore M m; } @Table class T { @Embedded M m; }"),
      new Mistake(
          "EmbeddableCycle",
          "embeddable M contains itself: next",
          "@Embeddable class M<X> { X a; @Embedded M<List<X>> ^next; } @Table class T { @Embedded M<String> m; }",
          "@Embeddable class M<X> { X a; @Ignore M<List<X>> next; } @Table class T { @Embedded M<String> m; }"),
      new Mistake(
          "SuperclassNotMapped",
          "the fields of superclass app.Geo are no columns here, since that class is an @Embeddable",
          "@Table ^class M extends Geo {}",
          "@Table class M extends GeoFields {} @MappedSuperclass class GeoFields { double lat; }"),
      new Mistake(
          "SuperclassIsTable",
          "embeddable M extends table class Keyless; tables do not inherit columns",
          "@Embeddable ^class M extends Keyless {} @Table class T { @Embedded M a; }",
          "@Embeddable class M extends KeylessFields {} @MappedSuperclass abstract class KeylessFields {} @Table class T { @Embedded M a; }"),
      new Mistake(
          "TypeUnmapped",
          "java.util.Currency has no PostgreSQL type",
          "@Embeddable class M { Currency ^a; } @Table class T { @Embedded M m; } @Table class U { @Embedded M n; }",
          "@Embeddable class M { @Column(type = \"char(3)\") Currency a; } @Table class T { @Embedded M m; }"),
      new Mistake(
          "ColumnTwice",
          "column \"m_a\" of table \"t\" is both field m.a and field m.b",
          "@Embeddable class M { int a; @Column(\"a\") int ^b; } @Table class T { @Embedded M m; }",
          "@Embeddable class M { int a; @Column(name = \"a2\") int b; } @Table class T { @Embedded M m; }"),
      new Mistake(
          "ColumnUnknown",
          "table \"t\" has no column or field \"m.x\"; did you mean \"m_a\"?",
          "@Embeddable @Index(columns = ^\"m.x desc\") class M { int a; } @Table class T { @Embedded M m; }",
          "@Embeddable @Index(columns = \"a desc\") class M { int a; } @Table class T { @Embedded M m; }"),
      new Mistake(
          "SuperclassIsTable",
          "table class M extends table class Keyed; tables do not inherit columns",
          "@Table ^class M extends Keyed {}",
          "@Table class M extends KeyedFields {} @MappedSuperclass abstract class KeyedFields {}"),
      new Mistake(
          "TableMissing",
          "@Index has no effect: class M is no @Table",
          "^@Index(columns = \"a\") class M { int a; }",
          "@Table @Index(columns = \"a\") class M { int a; }"),
      new Mistake(
          "TableMissing",
          "@Column has no effect: class M is no @Table",
          "class M { ^@Column int a; }",
          "@Table class M { @Column int a; }"),
      new Mistake(
          "ReferenceCycle",
          "the key of table class M leads back to itself at field b, so that it has no type",
          "@Table class M { @Id @References N a; } @Table class N { @Id ^@References M b; }",
          "@Table class M { @Id @References N a; } @Table class N { @Id @References(M.class) Long b; }"));

  private static final List<Mistake> MISTAKES = Stream.of(
          OF_TABLES, ObjectMistakes.ALL, TableMistakes.ALL)
      .flatMap(List::stream)
      .toList();

  static IntStream mistakes() {
    return IntStream.range(0, MISTAKES.size());
  }

  /** All in one compile, each in a package and a database of its own. */
  private static Model model(Function<Mistake, String> text) {
    Compile compile = Model.compile().option("-Xmaxerrs").option("1000");
    for (int i = 0; i < MISTAKES.size(); i++) {
      String inPackage = "package m" + i + "; ";
      compile.source("@Database(name = \"m" + i + "\") package m" + i + ";");
      compile.source(inPackage + String.join(" ", OTHERS));
      compile.source(inPackage + text.apply(MISTAKES.get(i)));
    }
    return compile.read();
  }

  private static final Model MISTAKEN = model(Mistake::sourceText);
  private static final Model MENDED = model(Mistake::mended);

  private static final String STRAY_TABLE = "@Table class T { Thread a; }";

  private static Model unmappedSuperclass() {
    return Model.compile(Model.DATABASE, "@Table class T extends lib.Base {}")
        .classPath(Model.compile("package lib; public class Base { int a; @Id int id; }")
            .classFiles())
        .read();
  }

  private static Model sharedDatabases() {
    return Model.compile(
            Model.DATABASE,
            "@Database(name = \"a\") class A {}",
            "@Database package b;",
            "@Database(name = \"c\", migrations = \"app.migrations\") package c;",
            "@Database(name = \" \") package d;",
            "@Database(name = \"e\", migrations = \"a-b\") package e;")
        .read();
  }

  private static Model foreignReference() {
    return Model.compile(
            Model.DATABASE,
            "@Table class T { @References(other.O.class) Long o; }",
            "package other; @Table public class O { @Id Long id; }",
            "@Database(name = \"other\") package other;")
        .read();
  }

  @Test
  void reportsAllMistakesInOneCompile() {
    assertTrue(MISTAKES.size() >= 50);
    assertEquals(MISTAKES.size(), MISTAKEN.messages().size());
    assertEquals(List.of(), MENDED.messages());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsWrongAndWhere(int number) {
    Mistake mistake = MISTAKES.get(number);
    Map<String, String> messages = MISTAKEN.messagesIn("m" + number);
    assertEquals(
        Set.of("M.java:" + mistake.line() + " error: [lockstep:" + mistake.code() + "] "
            + mistake.message().replace("app.", "m" + number + ".")),
        messages.keySet());
    String place = messages.values().iterator().next();
    String marked = mistake.source().substring(mistake.source().indexOf('^') + 1);
    assertTrue(
        marked.startsWith(place.substring(0, Math.min(marked.length(), place.length()))),
        place + " is not " + marked);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isContentWithTheRemedy(int number) {
    assertEquals(Map.of(), MENDED.messagesIn("m" + number));
  }

  /** Texts to paste stand in the remedy as they are, unless only the user knows a part of them. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void offersTheRemedy(int number) {
    Mistake mistake = MISTAKES.get(number);
    List<String> pasted = MISTAKEN.readings.get("m" + number).problems().stream()
        .flatMap(problem -> problem.fixes().stream())
        .map(fix -> fix.substring(fix.indexOf(": ") + 2))
        .filter(fix -> fix.contains("@") || fix.contains("="))
        .filter(fix -> !fix.contains("...") && !fix.contains("User.class"))
        .toList();
    String mended = mistake.mended();
    assertTrue(
        pasted.isEmpty() || pasted.stream().anyMatch(mended::contains) || mistake.isPartly(),
        pasted + " is not in " + mended);
  }

  /** What could not be read must not look like a mistake of another kind to the next stage. */
  @Test
  void isNotFollowedByComplaintsAboutTheSchema() {
    MISTAKEN.readings.forEach(
        (name, reading) -> assertEquals(List.of(), SchemaRules.check(reading.model()), name));
    MENDED.readings.forEach(
        (name, reading) -> assertEquals(List.of(), SchemaRules.check(reading.model()), name));
  }

  @Test
  void keepsToTheFormOfMessages() {
    for (ModelReading reading : MISTAKEN.readings.values()) {
      for (Problem problem : reading.problems()) {
        assertTrue(problem.message().length() <= 130, problem.message());
        assertFalse(problem.message().endsWith("."), problem.message());
        assertTrue(problem.fixes().size() <= 3, problem.text());
      }
    }
  }

  @Test
  void reportsTwoMistakesAtOnePlace() {
    assertEquals(
        List.of(
            "T.java:2 error: [lockstep:ColumnTwice] column \"a\" of table \"t\" is field a already",
            "T.java:2 error: [lockstep:TypeUnmapped] java.lang.Thread has no PostgreSQL type"),
        Model.messages("int a; @Column(\"a\") Thread b;"));
  }

  @Test
  void reportsAMistakeOfAMappedSuperclassOnce() {
    assertEquals(
        List.of(
            "Base.java:1 error: [lockstep:TypeUnmapped] java.lang.Thread has no PostgreSQL type"),
        Model.of(
                "@MappedSuperclass class Base { Thread a; }",
                "@Table class A extends Base {}",
                "@Table class B extends Base {}")
            .messages());
  }

  @Test
  void reportsRepeatedAnnotationsAtTheirPlaces() {
    assertEquals(
        List.of(
            "T.java:2 error: [lockstep:ColumnsMissing] @Index names no column",
            "T.java:4 error: [lockstep:ColumnUnknown] table \"t\" has no column or field \"x\"",
            "T.java:7 error: [lockstep:SqlInvalid] value \"(\" is no SQL expression: a \")\" is missing in it",
            "T.java:9 error: [lockstep:SqlInvalid] where \"'\" is no SQL expression: a quote or a comment in it is not closed",
            "package-info.java:2 error: [lockstep:TypeInvalid] \"int(\" is not the name of a PostgreSQL type",
            "package-info.java:4 error: [lockstep:TypeInvalid] \"\" is not the name of a PostgreSQL type"),
        Model.compile(
                "@Database\n@Sequence(name = \"a\", type = \"int(\")\n@dev.lockstep.annotations.Sequence(name = \"b\",\ntype = \"\")\npackage app;",
                """
                @Index(columns = "a")
                @Index @Index(
                columns =
                "x")
                @Table class T {
                @Check("true") @Check(
                "(")
                @Index(name = "i") @Index(name = "j", where =
                "'")
                int a;
                }""")
            .read()
            .messages());
  }

  @Test
  void reportsRecordComponentsAtTheirPlaces() {
    assertEquals(
        List.of(
            "R.java:2 error: [lockstep:TypeUnmapped] java.lang.Thread has no PostgreSQL type",
            "R.java:3 error: [lockstep:AttributeMisplaced] length means nothing for type integer",
            "R.java:4 error: [lockstep:ValueTwice] the value of the column comes from @Identity; it cannot have @Computed too"),
        Model.of(
                "@Table record R(\nThread a,\n@Column(length = 3) int b,\n@Identity @Computed(\"1\") long c) {}")
            .messages());
  }

  @Test
  void doesNotBlameForeignKeysForTypesThatItCannotRead() {
    Model model = Model.of(
        "@Table class A { @Id Thread id; }",
        "@Table class B { @References A a; @References(A.class) Long b; @References(A.class) Thread c; }");
    assertEquals(List.of("TypeUnmapped", "TypeUnmapped"), model.codes());
    assertEquals(List.of(), SchemaRules.check(model.reading().model()));
  }

  @Test
  void refusesTablesWithoutADatabase() {
    Model model = Model.compile(STRAY_TABLE).read();
    assertEquals(
        List.of(
            "T.java:1 error: [lockstep:DatabaseMissing] table class T belongs to no @Database: neither its package nor one above has it"),
        model.messages());
    assertEquals(
        List.of("add package-info.java: @dev.lockstep.annotations.Database package app;"),
        model.problems.get(0).fixes());
    assertEquals(
        List.of(),
        Model.compile("@Table class T {}", "@dev.lockstep.annotations.Database package app;")
            .read()
            .messages());
  }

  @Test
  void refusesDatabasesThatShareWhatTheyMustNot() {
    assertEquals(
        List.of(
            "A.java:1 error: [lockstep:DatabaseTwice] package app has a @Database already, on app",
            "package-info.java:1 error: [lockstep:DatabaseNameEmpty] the name of a @Database is empty",
            "package-info.java:1 error: [lockstep:DatabaseNameTaken] the @Database of package app is named \"main\" too",
            "package-info.java:1 error: [lockstep:MigrationsPackageInvalid] \"a-b\" is not the name of a Java package",
            "package-info.java:1 error: [lockstep:MigrationsPackageTaken] package app.migrations has the migrations of the @Database of package app already"),
        sharedDatabases().messages());
  }

  @Test
  void refusesReferencesToAnotherDatabase() {
    assertEquals(
        List.of(
            "T.java:1 error: [lockstep:ReferenceOutside] table class other.O belongs to another @Database, \"other\""),
        foreignReference().messages());
  }

  @Test
  void refusesColumnsOfSuperclassesThatAreNotMapped() {
    assertEquals(
        List.of(
            "T.java:1 error: [lockstep:SuperclassNotMapped] field id of superclass lib.Base is no column, since that class is no @MappedSuperclass"),
        unmappedSuperclass().messages());
  }

  private static final List<String> HOSTILE = List.of(
      "",
      " ",
      "\\0",
      "\\n",
      "'",
      "\\\"",
      "\\\\",
      ";",
      "--",
      "/*",
      "$$",
      "(",
      ")",
      "[",
      "{",
      "€".repeat(100),
      "\\uD800",
      "a".repeat(5000));

  @Test
  void survivesHostileTexts() {
    for (String text : HOSTILE) {
      String t = "\"" + text + "\"";
      Model model = Model.of("@Index(columns = " + t + ", name = " + t + ", where = " + t
          + ", include = " + t + ", with = " + t + ", method = " + t + ")"
          + "@Unique(columns = " + t + ", name = " + t + ") @Check(value = " + t + ", name = " + t
          + ")"
          + "@ForeignKey(columns = " + t + ", references = M.class, name = " + t + ")"
          + "@Table(name = " + t + ", schema = " + t + ", comment = " + t + ", renamedFrom = " + t
          + ")"
          + "class M { @Column(name = " + t + ", type = " + t + ", defaultValue = " + t
          + ", comment = " + t + ", collation = " + t + ", using = " + t + ", backfill = " + t
          + ", renamedFrom = " + t + ") @Check(" + t + ") @Computed(" + t
          + ") String a; @References(value = M.class, column = " + t + ") int b;"
          + " @Embedded(prefix = " + t + ", overrides = @ColumnOverride(field = " + t
          + ", column = @Column(name = " + t + ", renamedFrom = " + t + "))) E c; }"
          + "@Index(columns = " + t + ") @Embeddable class E { @Check(" + t
          + ") String x; @Column(" + t + ") String y; }");
      model.readings.values().forEach(reading -> SchemaRules.check(reading.model()));
      assertFalse(model.messages().isEmpty(), text);
      assertTrue(
          model.messages().stream().allMatch(each -> each.contains("[lockstep:")),
          model.messages().toString());
    }
  }

  @Test
  void survivesHostileTextsInObjects() {
    for (String text : HOSTILE) {
      String t = "\"" + text + "\"";
      Model model = Model.compile(
              "@Database(schema = " + t + ", extensions = {" + t + "}) package app;",
              "@Exclude(elements = {" + t + ", " + t + " + \" with =\", \"a with \" + " + t
                  + "}, using = " + t + ", where = " + t + ", name = " + t + ")"
                  + "@Partitioned(columns = {" + t + ", \"(\" + " + t
                  + " + \")\"}, partitions = {@Partition(name = "
                  + t + ", values = " + t + "), @Partition(name = " + t + ", values = \"FROM (\" + "
                  + t + " + \") TO (1)\")})"
                  + "@Table(with = {" + t + ", " + t + " + \"=\" + " + t + "}, tablespace = " + t
                  + ") class M { @Column(storage = " + t + ", compression = " + t
                  + ") State a; Text b; enum Text { @EnumValue(" + t + ") A, @EnumValue(value = "
                  + t
                  + ", renamedFrom = " + t + ") B }"
                  + "@EnumType(name = " + t + ", schema = " + t + ", renamedFrom = " + t
                  + ", comment = " + t + ", replaced = @ReplacedValue(value = " + t + ", by = " + t
                  + ")) enum State { @EnumValue(value = " + t + ", renamedFrom = " + t + ") A } }",
              "@Sequence(name = " + t + ", schema = " + t + ", type = " + t + ", ownedBy = " + t
                  + ", comment = " + t + ", renamedFrom = " + t + ") @Sequence(name = " + t
                  + ", ownedBy = \".\" + " + t + ") @SqlObject(name = " + t + ", create = " + t
                  + ", drop = " + t + ", needs = " + t + ") @Index(columns = " + t + ", name = " + t
                  + ", with = " + t + ") @View(name = " + t + ", schema = " + t
                  + ", materialized = true, query = \"SELECT 1\" + " + t + ", comment = " + t
                  + ", renamedFrom = " + t + ", with = " + t + ") class V {}")
          .read();
      model.readings.values().forEach(reading -> SchemaRules.check(reading.model()));
      assertFalse(model.messages().isEmpty(), text);
      assertTrue(
          model.messages().stream().allMatch(each -> each.contains("[lockstep:")),
          model.messages().toString());
    }
  }
}
