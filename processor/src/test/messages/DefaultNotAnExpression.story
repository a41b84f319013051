A default is SQL; this one is plain words

== after ==
-- M.java
@Table class M {
  int before;
  @Column(defaultValue = "active") String a;
}

== messages ==
M.java:3: error: [lockstep:DefaultNotAnExpression] the default active is no SQL expression; a text has quotes of its own
      write: defaultValue = "'active'"
      none at all: no defaultValue

== fix write: defaultValue = "'active'" ==
M.java: @Column(defaultValue = "active") String a; => @Column(defaultValue = "'active'") String a;

== fix none at all: no defaultValue ==
M.java: @Column(defaultValue = "active") String a; => String a;
