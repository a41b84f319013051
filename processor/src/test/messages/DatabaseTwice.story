A package and a class of it are both a @Database

== after ==
-- A.java
@Database class A {}
-- T.java
@Table class T { @Id long id; }

== messages ==
A.java:1: error: [lockstep:DatabaseTwice] package shop has a @Database already, on shop
      keep one of them
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix keep one of them ==
A.java: @Database class => class
