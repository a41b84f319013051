An annotation that needs columns has none

== after ==
-- M.java
@Index @Table class M { int a; }

== messages ==
M.java:1: error: [lockstep:ColumnsMissing] @Index names no column
      name one: @Index(columns = "...")

== fix name one: @Index(columns = "...") ==
M.java: @Index @Table class M { int a; } => @Index(columns = "a") @Table class M { int a; }
