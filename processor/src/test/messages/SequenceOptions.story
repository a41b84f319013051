A sequence that does not move

== after ==
-- T.java
@Sequence(name = "no", increment = 0) @Table class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:SequenceOptions] sequence "no" has an increment of 0
      write: @Sequence(name = "no", increment = 1)

== fix write: @Sequence(name = "no", increment = 1) ==
T.java: increment = 0 => increment = 1
