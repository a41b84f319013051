Two successors of one value

== after ==
-- M.java
@EnumType(replaced = {@ReplacedValue(value = "X", by = "A"), @ReplacedValue(value = "X", by = "B")}) enum M { A, B }

== messages ==
M.java:1: error: [lockstep:ReplacedValueTwice] value "X" of enum shop.M is replaced by "A" already
      keep one of them

== fix keep one of them ==
M.java: @EnumType(replaced = {@ReplacedValue(value = "X", by = "A"), @ReplacedValue(value = "X", by = "B")}) enum M { A, B } => @EnumType(replaced = {@ReplacedValue(value = "X", by = "A")}) enum M { A, B }
