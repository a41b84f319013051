Tables, partitions, views, sequences, also those of identities, and indexes, also those of constraints, share the names of one schema

== after ==
-- M.java
@Check(value = "a > 0", name = "c") @Check(value = "a > 1", name = "c") @Table class M { int a; }

== messages ==
M.java:1: error: [lockstep:NameTaken] table "m" has a constraint "c" already
      name another: name = "c2"

== fix name another: name = "c2" ==
M.java: @Check(value = "a > 0", name = "c") @Check(value = "a > 1", name = "c") @Table class M { int a; } => @Check(value = "a > 0", name = "c") @Check(value = "a > 1", name = "c2") @Table class M { int a; }
