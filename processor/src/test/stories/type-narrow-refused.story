Shorten names

A type that may not hold every old value has to be accepted, or said how to convert.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; @Column(precision = 12, scale = 4) BigDecimal balance; long visits; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(length = 30) String name;
  @Column(precision = 12, scale = 2) BigDecimal balance;
  int visits;
}

== refused ==
Person.java:4: error: [lockstep:TypeNarrows] the type of column "balance" of table "person" changes from numeric(12,4) to numeric(12,2), which may not hold every old value
      convert: @Column(using = "balance::numeric(12,2)")
      accept: mvn compile -Dlockstep.migrate="Shorten names" -Dlockstep.accept=data-loss:person.balance
Person.java:3: error: [lockstep:TypeNarrows] the type of column "name" of table "person" changes from text to varchar(30), which may not hold every old value
      convert: @Column(using = "name::varchar(30)")
      accept: mvn compile -Dlockstep.migrate="Shorten names" -Dlockstep.accept=data-loss:person.name
Person.java:5: error: [lockstep:TypeNarrows] the type of column "visits" of table "person" changes from bigint to integer, which may not hold every old value
      convert: @Column(using = "visits::integer")
      accept: mvn compile -Dlockstep.migrate="Shorten names" -Dlockstep.accept=data-loss:person.visits
