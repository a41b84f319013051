An exclusion without elements

== after ==
-- T.java
@Exclude(elements = {}) @Table class T { @Id long id; int a; }

== messages ==
T.java:1: error: [lockstep:ExcludeElementInvalid] @Exclude compares nothing
      a column: elements = "... with ="

== fix a column: elements = "... with =" ==
T.java: elements = {} => elements = "a with ="
