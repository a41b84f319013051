A sequence in another schema than its owner

== after ==
-- T.java
@Sequence(name = "no", schema = "app", ownedBy = "t.id") @Table class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:SequenceOwner] sequence "app.no" is owned by a column of table "t", which is in another schema
      move it: schema = ""

== fix move it: schema = "" ==
T.java: schema = "app" => schema = ""
