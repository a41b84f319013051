A successor that is no value of the enum

== after ==
-- M.java
@EnumType(replaced = @ReplacedValue(value = "X", by = "OPENED")) enum M { OPEN, DONE }

== messages ==
M.java:1: error: [lockstep:ReplacedByUnknown] enum shop.M has no value "OPENED" that could replace "X"; did you mean "OPEN"?
      it has: "OPEN", "DONE"

== fix it has: "OPEN", "DONE" ==
M.java: @EnumType(replaced = @ReplacedValue(value = "X", by = "OPENED")) enum M { OPEN, DONE } => @EnumType(replaced = @ReplacedValue(value = "X", by = "OPEN")) enum M { OPEN, DONE }
