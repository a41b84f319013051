Two fields have one column name

== after ==
-- M.java
@Table class M {
  int before;
  @Column("before") int a;
}

== messages ==
M.java:3: error: [lockstep:ColumnTwice] column "before" of table "m" is field before already
      name another: @Column(name = "before2")

== fix name another: @Column(name = "before2") ==
M.java: @Column("before") int a; => @Column(name = "before2") int a;
