with names a storage parameter twice

== after ==
-- M.java
@Table(with = {"fillfactor=70", "FILLFACTOR = 80"}) class M { int a; }

== messages ==
M.java:1: error: [lockstep:ParameterTwice] storage parameter "fillfactor" is given twice
      keep one of them

== fix keep one of them ==
M.java: @Table(with = {"fillfactor=70", "FILLFACTOR = 80"}) class M { int a; } => @Table(with = {"fillfactor=70"}) class M { int a; }
