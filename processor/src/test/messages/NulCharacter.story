A comment with a NUL character

== after ==
-- M.java
@Table class M {
  int before;
  @Column(comment = "\0") int a;
}

== messages ==
M.java:3: error: [lockstep:NulCharacter] the comment holds a NUL character, which PostgreSQL cannot keep
