query of a @View is empty, ends in a semicolon, or has unmatched quotes or brackets

== after ==
-- M.java
@View(query = " -- none\n") class M {}

== messages ==
M.java:1: error: [lockstep:QueryInvalid] the query of view "m" cannot be one: it is empty
      write: query = "SELECT ..."

== fix write: query = "SELECT ..." ==
-- M.java
@View(query = "SELECT 1") class M {}
