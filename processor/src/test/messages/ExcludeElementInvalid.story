An exclusion that compares nothing

== after ==
-- T.java
@Exclude(elements = "a") @Table class T { @Id long id; int a; }

== messages ==
T.java:1: error: [lockstep:ExcludeElementInvalid] "a" is no column or expression with an operator
      a column: elements = "a with ="
      an expression: elements = "(lower(...)) with ="

== fix a column: elements = "a with =" ==
T.java: elements = "a" => elements = "a with ="

== fix an expression: elements = "(lower(...)) with =" ==
T.java: elements = "a" => elements = "(abs(a)) with ="
