nullable = true where NULL is impossible

== after ==
-- M.java
@Table class M {
  int before;
  @Column(nullable = true) int a;
}

== messages ==
M.java:3: error: [lockstep:NeverNull] field a is a primitive, which is never NULL; it cannot be nullable
      remove nullable

== fix remove nullable ==
M.java: @Column(nullable = true) int a; => int a;
