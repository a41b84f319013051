A replacement is migrated

== before ==
-- State.java
@EnumType enum State { A, B }

== after ==
State.java: @EnumType enum State { A, B } => @EnumType(replaced = @ReplacedValue(value = "X", by = "A")) enum State { A, B }

== messages ==
State.java:1: warning: [lockstep:ReplacementDone] the replacement of value "X" of enum "state" has done its work and can go
