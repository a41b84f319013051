type is no type's name

== after ==
-- M.java
@Table class M {
  int before;
  @Column(type = "text not null") String a;
}

== messages ==
M.java:3: error: [lockstep:TypeInvalid] "text not null" is not the name of a PostgreSQL type
      name one: @Column(type = "text")

== fix name one: @Column(type = "text") ==
M.java: @Column(type = "text not null") String a; => @Column(type = "text") String a;
