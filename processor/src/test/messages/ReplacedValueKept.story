A @ReplacedValue for a value that is not removed

== after ==
-- M.java
@EnumType(replaced = @ReplacedValue(value = "A", by = "B")) enum M { A, B }

== messages ==
M.java:1: error: [lockstep:ReplacedValueKept] "A" is still a value of enum shop.M, so nothing can take its place
      remove the constant, or that replacement

== fix remove the constant, or that replacement ==
M.java: @EnumType(replaced = @ReplacedValue(value = "A", by = "B")) enum M { A, B } => @EnumType(replaced = @ReplacedValue(value = "A", by = "B")) enum M { B }
