An attribute that holds SQL is empty, holds a semicolon, ends in a comment, or leaves a quote or bracket open

== after ==
-- M.java
@Table class M {
  int before;
  @Column(defaultValue = "'it's'") String a;
}

== messages ==
M.java:3: error: [lockstep:SqlInvalid] defaultValue "'it's'" is no SQL expression: a quote or a comment in it is not closed
      if that is meant: defaultValue = "'it''s'"

== fix if that is meant: defaultValue = "'it''s'" ==
M.java: "'it's'" => "'it''s'"
