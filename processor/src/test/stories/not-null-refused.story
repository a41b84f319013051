Require names

A column that may hold NULL becomes NOT NULL: the rows that hold NULL need a value.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(nullable = false) String name; }

== refused ==
Person.java:1: error: [lockstep:NotNullNeedsValue] column "name" of table "person" becomes NOT NULL and has no default, but its rows may hold NULL
      keep a default: @Column(defaultValue = "''")
      fill once: @Column(nullable = false, backfill = "''")
