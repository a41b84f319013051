Shorten names

With data-loss accepted the values are cast; a value that does not fit stops the migration, and nothing
has happened.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(length = 30) String name; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO person VALUES (1, 'Ada');

== refused ==
Person.java:1: error: [lockstep:TableRewrite] the type of column "name" of table "person" changes from text to varchar(30), which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Shorten names" -Dlockstep.accept=data-loss,rewrite
