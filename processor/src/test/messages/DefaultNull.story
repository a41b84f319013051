The default NULL

== after ==
-- M.java
@Table class M {
  int before;
  @Column(defaultValue = "null") String a;
}

== messages ==
M.java:3: error: [lockstep:DefaultNull] the default NULL is what a column without a default has
      remove defaultValue

== fix remove defaultValue ==
M.java: @Column(defaultValue = "null") String a; => String a;
