length, precision or scale where the type has none

== after ==
-- M.java
@Table class M {
  int before;
  @Column(length = 80) Integer a;
}

== messages ==
M.java:3: error: [lockstep:AttributeMisplaced] length means nothing for type integer
      remove length

== fix remove length ==
M.java: @Column(length = 80) Integer a; => Integer a;
