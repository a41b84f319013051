A number that PostgreSQL would not take

== after ==
-- M.java
@Table class M {
  int before;
  @Column(length = 0) String a;
}

== messages ==
M.java:3: error: [lockstep:OutOfRange] length is 0; it must be 1 to 10485760
      write: length = 1

== fix write: length = 1 ==
M.java: length = 0 => length = 1
