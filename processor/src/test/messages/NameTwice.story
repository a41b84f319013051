value and name of one annotation differ

== after ==
-- M.java
@Table class M {
  int before;
  @Column(value = "b", name = "a") String a;
}

== messages ==
M.java:3: error: [lockstep:NameTwice] the name is given twice: "b" and "a"
      keep one of value and name

== fix keep one of value and name ==
M.java: @Column(value = "b", name = "a") String a; => @Column("b") String a;
