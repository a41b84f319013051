Count further

int to bigint loses nothing, but PostgreSQL writes the whole table anew under a lock; a new column
cannot take the place of one that a view shows.

== before ==
-- Counter.java
@Table class Counter { @Id long id; int hits; }
-- Hit.java
@View(query = "SELECT hits FROM counter") class Hit {}

== after ==
-- Counter.java
@Table class Counter { @Id long id; long hits; }

== refused ==
Counter.java:1: error: [lockstep:TableRewrite] the type of column "hits" of table "counter" changes from integer to bigint, which rewrites the table and locks it meanwhile
      not beside it: view "hit" uses it
      accept: mvn compile -Dlockstep.migrate="Count further" -Dlockstep.accept=rewrite
