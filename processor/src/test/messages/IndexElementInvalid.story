An entry of columns of an @Index that cannot be read

== after ==
-- M.java
@Table class M {
  int before;
  @Index(columns = "a desc asc") int a;
}

== messages ==
M.java:3: error: [lockstep:IndexElementInvalid] "a desc asc" is no column and no expression of an index
      a column: columns = "createdAt desc nulls last"
      an expression: columns = "(lower(email))"

== fix a column: columns = "createdAt desc nulls last" ==
M.java: @Index(columns = "a desc asc") int a; => @Index(columns = "createdAt desc nulls last") Instant createdAt;

== fix an expression: columns = "(lower(email))" ==
M.java: @Index(columns = "a desc asc") int a; => @Index(columns = "(lower(email))") String email;
