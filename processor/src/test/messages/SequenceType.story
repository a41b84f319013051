A sequence of texts

== after ==
-- T.java
@Sequence(name = "no", type = "text") @Table class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:SequenceType] sequence "no" is of type text; PostgreSQL counts in smallint, integer and bigint
      count in another: type = "bigint"

== fix count in another: type = "bigint" ==
T.java: "text" => "bigint"
