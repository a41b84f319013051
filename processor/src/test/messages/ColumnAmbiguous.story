A name that is a column and the field of another column

== after ==
-- M.java
@Unique(columns = "a") @Table class M { @Column("b") int a; @Column("a") int c; }

== messages ==
M.java:1: error: [lockstep:ColumnAmbiguous] "a" is one column of table "m" and the field of another
      rename the field

== fix rename the field ==
M.java: @Unique(columns = "a") @Table class M { @Column("b") int a; @Column("a") int c; } => @Unique(columns = "a") @Table class M { @Column("b") int x; @Column("a") int c; }
