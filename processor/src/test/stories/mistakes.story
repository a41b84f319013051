Make mistakes

All mistakes of a model are reported at once, each at the annotation value, the annotation or the
field that is wrong, with what to write instead.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }

== after ==
-- Person.java
@Index(columns = "nmae")
@Check("")
@Unique(columns = {})
@Table(value = "person", name = "people") class Person {
  @Id long id;
  @Column(length = 0) String name;
  @Column(length = 5) int age;
  @Column(scale = 2) BigDecimal total;
  @Column(nullable = true) boolean flag;
  @Column(defaultValue = "new") String state;
  @Column(defaultValue = "null") String nothing;
  @Column(type = "varchar(5) not null") String typed;
  @Identity String numbered;
  Currency currency;
  Optional<String> maybe;
  Map<String, String> map;
  @Check("Age > 0") int old;
}
-- Shape.java
@Table interface Shape {}
-- Loose.java
class Loose { @Column String lost; }

== messages ==
Loose.java:1: error: [lockstep:TableMissing] @Column has no effect: class Loose is no @Table
      write at the class: @Table
      if tables extend it: @MappedSuperclass
      if fields embed it: @Embeddable
Person.java:4: error: [lockstep:NameTwice] the name is given twice: "person" and "people"
      keep one of value and name
Shape.java:1: error: [lockstep:TableKind] @Table is for classes and records; Shape is an interface
      remove it
Person.java:6: error: [lockstep:OutOfRange] length is 0; it must be 1 to 10485760
      write: length = 1
Person.java:7: error: [lockstep:AttributeMisplaced] length means nothing for type integer
      remove length
Person.java:8: error: [lockstep:ScaleAlone] scale needs a precision
      write: @Column(precision = 12, scale = 2)
Person.java:9: error: [lockstep:NeverNull] field flag is a primitive, which is never NULL; it cannot be nullable
      remove nullable
Person.java:10: error: [lockstep:DefaultNotAnExpression] the default new is no SQL expression; a text has quotes of its own
      write: defaultValue = "'new'"
      none at all: no defaultValue
Person.java:11: error: [lockstep:DefaultNull] the default NULL is what a column without a default has
      remove defaultValue
Person.java:12: error: [lockstep:TypeInvalid] "varchar(5) not null" is not the name of a PostgreSQL type
      name one: @Column(type = "text")
Person.java:14: error: [lockstep:TypeUnmapped] java.util.Currency has no PostgreSQL type
      name one: @Column(type = "char(3)")
      leave it out: @Ignore
Person.java:15: error: [lockstep:OptionalField] field maybe is Optional; a column that may be NULL needs none
      declare: String maybe
      leave it out: @Ignore
Person.java:16: error: [lockstep:TypeUnmapped] java.util.Map has no PostgreSQL type
      name one: @Column(type = "jsonb")
      leave it out: @Ignore
Person.java:3: error: [lockstep:ColumnsMissing] @Unique names no column
      name one: @Unique(columns = "...")
Person.java:2: error: [lockstep:SqlInvalid] value "" is no SQL expression: it is empty
      leave it out, or say it: value = "..."
Person.java:1: error: [lockstep:ColumnUnknown] table "people" has no column or field "nmae"; did you mean "name"?
      it has: id, name, age, total, flag, state, nothing, typed, numbered, currency, maybe, map, old
Person.java:13: error: [lockstep:IdentityType] identity column "numbered" of table "people" is of type text; PostgreSQL numbers smallint, integer and bigint
      number it: @Column(type = "bigint")

== refused ==
Loose.java:1: error: [lockstep:TableMissing] @Column has no effect: class Loose is no @Table
      write at the class: @Table
      if tables extend it: @MappedSuperclass
      if fields embed it: @Embeddable
Person.java:4: error: [lockstep:NameTwice] the name is given twice: "person" and "people"
      keep one of value and name
Shape.java:1: error: [lockstep:TableKind] @Table is for classes and records; Shape is an interface
      remove it
Person.java:6: error: [lockstep:OutOfRange] length is 0; it must be 1 to 10485760
      write: length = 1
Person.java:7: error: [lockstep:AttributeMisplaced] length means nothing for type integer
      remove length
Person.java:8: error: [lockstep:ScaleAlone] scale needs a precision
      write: @Column(precision = 12, scale = 2)
Person.java:9: error: [lockstep:NeverNull] field flag is a primitive, which is never NULL; it cannot be nullable
      remove nullable
Person.java:10: error: [lockstep:DefaultNotAnExpression] the default new is no SQL expression; a text has quotes of its own
      write: defaultValue = "'new'"
      none at all: no defaultValue
Person.java:11: error: [lockstep:DefaultNull] the default NULL is what a column without a default has
      remove defaultValue
Person.java:12: error: [lockstep:TypeInvalid] "varchar(5) not null" is not the name of a PostgreSQL type
      name one: @Column(type = "text")
Person.java:14: error: [lockstep:TypeUnmapped] java.util.Currency has no PostgreSQL type
      name one: @Column(type = "char(3)")
      leave it out: @Ignore
Person.java:15: error: [lockstep:OptionalField] field maybe is Optional; a column that may be NULL needs none
      declare: String maybe
      leave it out: @Ignore
Person.java:16: error: [lockstep:TypeUnmapped] java.util.Map has no PostgreSQL type
      name one: @Column(type = "jsonb")
      leave it out: @Ignore
Person.java:3: error: [lockstep:ColumnsMissing] @Unique names no column
      name one: @Unique(columns = "...")
Person.java:2: error: [lockstep:SqlInvalid] value "" is no SQL expression: it is empty
      leave it out, or say it: value = "..."
Person.java:1: error: [lockstep:ColumnUnknown] table "people" has no column or field "nmae"; did you mean "name"?
      it has: id, name, age, total, flag, state, nothing, typed, numbered, currency, maybe, map, old
Person.java:13: error: [lockstep:IdentityType] identity column "numbered" of table "people" is of type text; PostgreSQL numbers smallint, integer and bigint
      number it: @Column(type = "bigint")
