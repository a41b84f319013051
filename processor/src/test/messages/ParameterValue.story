A fillfactor that is too low

== after ==
-- T.java
@Table(with = "fillfactor=5") class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:ParameterValue] table "t" has fillfactor=5; PostgreSQL takes 10 to 100
      write: with = "fillfactor=10"

== fix write: with = "fillfactor=10" ==
T.java: fillfactor=5 => fillfactor=10
