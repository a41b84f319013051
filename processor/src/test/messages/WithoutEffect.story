An annotation on a field that is no column

== after ==
-- M.java
@Table class M {
  int before;
  @Column static int a;
}

== messages ==
M.java:3: error: [lockstep:WithoutEffect] @Column has no effect: field a is static
      remove one of them

== fix remove one of them ==
M.java: @Column static int a; => static int a;
